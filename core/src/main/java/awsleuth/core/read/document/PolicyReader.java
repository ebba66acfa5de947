package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.secret.Secrets;
import awsleuth.iam.policy.JsonFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads IAM policy documents, bare or inside what IAM's own commands print: a {@code
 * PolicyDocument}, {@code AssumeRolePolicyDocument}, {@code Document} or {@code Policy} that is an
 * object, a JSON string or a URL-encoded JSON string (IAM API reference, GetRolePolicy).
 */
public final class PolicyReader {

  private static final int DEEPEST = 60;

  private final Artifact artifact;
  private final PolicyDocument.Type type;
  private final List<PolicyDocument> found = new ArrayList<>();

  private PolicyReader(Artifact artifact, PolicyDocument.Type type) {
    this.artifact = artifact;
    this.type = type;
  }

  /**
   * The documents in a text, in order; empty where it is no JSON or has no statements.
   *
   * @param type what they are attached to, UNKNOWN to have each document tell
   */
  public static List<PolicyDocument> read(Artifact artifact, PolicyDocument.Type type) {
    PolicyReader reader = new PolicyReader(artifact, type);
    for (JsonValue value : JsonValue.parseAll(artifact.text(), 1)) {
      if (value instanceof JsonValue.Members m && AccountDetails.isIt(m)) {
        reader.found.addAll(new AccountDetails(artifact.name()).read(m));
      } else {
        reader.look(value, "", type, 0);
      }
    }
    return reader.found.isEmpty() ? unread(artifact, type) : Decidable.of(artifact, reader.found);
  }

  /** The document that a text means to be, where it is no JSON but has what policies have. */
  private static List<PolicyDocument> unread(Artifact artifact, PolicyDocument.Type type) {
    String text = artifact.text();
    if (!text.contains("\"Statement\"")) {
      return List.of();
    }
    return JsonFaults.first(Secrets.maskText(text)).stream()
        .map(fault ->
            PolicyDocument.unread(PolicyTypes.ofUnread(type, artifact), artifact.name(), fault))
        .toList();
  }

  private void look(JsonValue value, String name, PolicyDocument.Type wanted, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (value) {
      case JsonValue.Members m -> members(m, name, wanted, depth);
      case JsonValue.Elements e -> {
        for (JsonValue v : e.values()) {
          look(v, name, wanted, depth + 1);
        }
      }
      case JsonValue.Text t ->
          PolicyText.decode(t).ifPresent(inner -> look(inner, name, wanted, depth + 1));
      case JsonValue.Scalar _ -> {}
    }
  }

  private void members(JsonValue.Members m, String outer, PolicyDocument.Type wanted, int depth) {
    String name = nameOf(m, outer);
    JsonValue statements = m.get("Statement");
    if (statements != null) {
      String shown = name.isEmpty() ? artifact.name() : name;
      StatementReader statementReader = new StatementReader(artifact.name());
      List<PolicyDocument.Statement> read = statementReader.all(statements);
      if (!read.isEmpty()) {
        PolicyDocument document =
            new PolicyDocument(
                PolicyTypes.of(
                    wanted, artifact.name(), read, StatementReader.isExcepting(statements)),
                shown,
                read,
                statementReader.source(m),
                Optional.empty());
        boolean bare =
            name.isEmpty()
                && wanted == PolicyDocument.Type.UNKNOWN
                && PolicyNames.type(artifact.name()) == PolicyDocument.Type.UNKNOWN;
        found.add(bare ? document.asBare() : document);
      }
      return;
    }
    for (var member : m.values().entrySet()) {
      if (m.text("IsDefaultVersion").isEmpty() && isOldVersion(m)) {
        return;
      }
      boolean open = type == PolicyDocument.Type.UNKNOWN;
      look(
          member.getValue(),
          name,
          open ? PolicyTypes.within(m, member.getKey(), artifact.name()).orElse(wanted) : wanted,
          depth + 1);
    }
  }

  private static boolean isOldVersion(JsonValue.Members m) {
    return m.get("IsDefaultVersion") instanceof JsonValue.Scalar s && s.literal().equals("false");
  }

  /**
   * {@code role/NAME/POLICY} where the object says whose policy it is, {@code vpc-endpoint/ID} for
   * an endpoint's.
   */
  private static String nameOf(JsonValue.Members m, String outer) {
    String endpoint = m.text("VpcEndpointId");
    if (!endpoint.isEmpty()) {
      return "vpc-endpoint/" + endpoint;
    }
    if (m.get("PolicySummary") instanceof JsonValue.Members summary) {
      return summary.text("Arn");
    }
    String policy = m.text("PolicyName");
    String arn = m.text("Arn").isEmpty() ? m.text("PolicyArn") : m.text("Arn");
    String own = policy.isEmpty() ? arn : policy;
    for (String kind : List.of("Role", "User", "Group")) {
      String owner = m.text(kind + "Name");
      if (!owner.isEmpty()) {
        return kind.toLowerCase(java.util.Locale.ROOT) + "/" + owner + "/" + own;
      }
    }
    return own.isEmpty() ? outer : own;
  }
}

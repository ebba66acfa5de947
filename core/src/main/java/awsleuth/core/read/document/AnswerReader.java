package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.json.JsonValue.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the AWS CLI prints of things, as far as something is made of it. */
public final class AnswerReader {

  private static final int LARGEST = 300_000;
  private static final int MOST = 5_000;
  private static final int DEEPEST = 20;

  /** The first member of each, by which it is told. */
  private static final Set<String> KNOWN =
      Set.of(
          "Reservations",
          "QueueUrl",
          "QueueUrls",
          "TableNames",
          "Table",
          "FunctionName",
          "Configuration",
          "VpcEndpoints",
          "Vpcs",
          "LocationConstraint",
          "ServerSideEncryptionConfiguration",
          "KeyMetadata",
          "Organization",
          "GranteePrincipal",
          "Subnets",
          "SecurityGroups",
          "RouteTables",
          "Regions",
          "RegionName");

  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private AnswerReader() {}

  /** The answer that a text is; empty where it is another or something else. */
  public static Optional<CliAnswer> read(Artifact artifact) {
    String text = artifact.text();
    if (text.length() > LARGEST
        || !text.stripLeading().startsWith("{")
        || (KNOWN.stream().noneMatch(name -> text.contains('"' + name + '"'))
            && !text.contains(":secretsmanager:"))) {
      return Optional.empty();
    }
    List<JsonValue> all = JsonValue.parseAll(text, 1);
    if (all.size() != 1 || !(all.getFirst() instanceof Members answer) || !isKnown(answer)) {
      return Optional.empty();
    }
    AnswerReader reader = new AnswerReader();
    reader.add("", answer, 0);
    return Optional.of(
        new CliAnswer(
            Map.copyOf(reader.fields),
            Map.copyOf(reader.lines),
            new Source(artifact.name(), answer.line())));
  }

  private static boolean isKnown(Members answer) {
    boolean secret =
        answer.text("ARN").contains(":secretsmanager:") && !answer.text("Name").isEmpty();
    return (secret && answer.get("ResourcePolicy") == null)
        || isGrants(answer)
        || answer.values().keySet().stream().limit(2).anyMatch(KNOWN::contains);
  }

  /** Of a KMS key; the access control lists of S3 have grants of another form. */
  private static boolean isGrants(Members answer) {
    return answer.get("Grants") instanceof JsonValue.Elements grants
        && grants.values().stream()
            .anyMatch(g -> g instanceof Members m && !m.text("GranteePrincipal").isEmpty());
  }

  private void add(String path, JsonValue value, int depth) {
    if (depth > DEEPEST || fields.size() >= MOST) {
      return;
    }
    switch (value) {
      case Members m ->
          m.values()
              .forEach((name, v) -> add(path.isEmpty() ? name : path + "." + name, v, depth + 1));
      case JsonValue.Elements e -> {
        for (int i = 0; i < e.values().size(); i++) {
          add(path + "." + i, e.values().get(i), depth + 1);
        }
      }
      case JsonValue.Text t -> put(path, t.value(), t.line());
      case JsonValue.Scalar s -> put(path, s.literal(), s.line());
    }
  }

  private void put(String path, String value, int line) {
    fields.put(path, value);
    lines.put(path, line);
  }
}

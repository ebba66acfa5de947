package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads policy documents as IAM does (IAM user guide, "Grammar of the IAM JSON policy language"),
 * with the place of every part. All faults are told at once.
 */
public final class PolicyParser {

  private final String name;
  private final PolicyType type;
  private final String text;
  private final List<Fault> faults = new ArrayList<>();

  private PolicyParser(String name, PolicyType type, String text) {
    this.name = name;
    this.type = type;
    this.text = text;
  }

  /**
   * Reads one document.
   *
   * @param name what to call it in citations
   * @param type what it is attached to, which decides what may stand in it
   * @param text JSON
   */
  public static Reading parse(String name, PolicyType type, String text) {
    return new PolicyParser(name, type, text).read();
  }

  /** Reads a document that stands somewhere in a text, in which these faults were found before. */
  static Reading parse(
      String name, PolicyType type, String text, Node.Members document, List<Fault> before) {
    PolicyParser parser = new PolicyParser(name, type, text);
    parser.faults.addAll(before);
    return parser.reading(parser.document(document));
  }

  private Reading read() {
    return reading(Json.read(text, faults).flatMap(this::object));
  }

  private Optional<Policy> object(Node node) {
    if (node instanceof Node.Members members) {
      return document(members);
    }
    add(Code.DATA_TYPE_MISMATCH, "a policy is an object, not " + Node.kind(node), node.at());
    return Optional.empty();
  }

  private Reading reading(Optional<Policy> policy) {
    faults.sort(Comparator.comparingInt(f -> f.at().start()));
    boolean decidable = faults.stream().noneMatch(f -> f.code().undecidable());
    return new Reading(decidable ? policy : Optional.empty(), List.copyOf(faults));
  }

  private Optional<Policy> document(Node.Members document) {
    Objects.keysOnce(document, faults);
    Objects.onlyKeys(document, Set.of("Version", "Id", "Statement"), "a policy", faults);
    boolean version2012 = version(document);
    Optional<Node> statements = document.get("Statement");
    if (statements.isEmpty()) {
      add(Code.MISSING_STATEMENT, "the policy has no Statement", document.at());
      return Optional.empty();
    }
    return Optional.of(
        new Policy(
            name,
            type,
            version2012,
            statements(statements.get(), version2012),
            document.at(),
            text));
  }

  private boolean version(Node.Members document) {
    Optional<Node> version = document.get("Version");
    if (version.isEmpty()) {
      if (type != PolicyType.RCP && type != PolicyType.SCP && type != PolicyType.VPC_ENDPOINT) {
        add(
            Code.MISSING_VERSION,
            "the policy has no Version, so it is of 2008-10-17, which has no policy variables",
            document.at());
      }
      // The documented RCPs leave out the Version that they must have (Organizations user guide).
      return type == PolicyType.RCP;
    }
    if (version.get() instanceof Node.Text t
        && (t.value().equals("2012-10-17") || t.value().equals("2008-10-17"))) {
      return t.value().equals("2012-10-17");
    }
    add(
        Code.INVALID_VERSION,
        "Version is neither `2012-10-17` nor `2008-10-17`",
        version.get().at());
    return false;
  }

  private List<Statement> statements(Node node, boolean version2012) {
    StatementParser parser = new StatementParser(type, version2012, faults);
    List<Statement> read = new ArrayList<>();
    switch (node) {
      case Node.Members one -> parser.parse(one, 0).ifPresent(read::add);
      case Node.Items many -> {
        for (Node each : many.values()) {
          if (each instanceof Node.Members m) {
            parser.parse(m, read.size()).ifPresent(read::add);
          } else {
            add(
                Code.DATA_TYPE_MISMATCH,
                "a statement is an object, not " + Node.kind(each),
                each.at());
          }
        }
        if (many.values().isEmpty()) {
          add(Code.EMPTY_STATEMENT, "the policy has no statements", many.at());
        }
      }
      case Node.Text _, Node.Nothing _ ->
          add(
              Code.DATA_TYPE_MISMATCH,
              "Statement is an object or an array, not " + Node.kind(node),
              node.at());
    }
    sidsOnce(read);
    return List.copyOf(read);
  }

  private void sidsOnce(List<Statement> statements) {
    Set<String> seen = new HashSet<>();
    for (Statement s : statements) {
      if (!s.sid().isEmpty() && !seen.add(s.sid())) {
        add(
            Code.UNIQUE_SIDS_REQUIRED,
            "the Sid `" + s.sid() + "` stands in an earlier statement too",
            s.at());
      }
    }
  }

  private void add(Code code, String message, Position at) {
    faults.add(new Fault(code, message, at));
  }
}

package awsleuth.app.test;

import awsleuth.app.input.ToldDiagnosis.ToldFix;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.TypedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fix that is a statement for a policy which the diagnosis does not have.
 *
 * @param after whether the statement is there
 */
record StatementFix(String action, String resource, String statement, boolean after) {

  private static final String ACCOUNT = "111122223333";

  /** The first fix that is one; empty where it has conditions, placeholders or wildcards. */
  static Optional<StatementFix> of(Subject subject) {
    return subject.cause().fixes().stream()
        .filter(f -> f.kind().equals("policy-edit") && !f.isTemplate() && f.proof().isEmpty())
        .flatMap(f -> read(f, subject.after()).stream())
        .findFirst();
  }

  private static Optional<StatementFix> read(ToldFix fix, boolean after) {
    return TypedJson.read(fix.text()) instanceof TypedJson.Value(PyValue.Dict statement)
            && statement.entries().size() == 3
            && statement.get("Effect") instanceof PyValue.Str(String effect)
            && effect.equals("Allow")
            && statement.get("Action") instanceof PyValue.Str(String action)
            && statement.get("Resource") instanceof PyValue.Str(String resource)
            && (action + resource).chars().noneMatch(c -> c == '*' || c == '?' || c == '$')
            && resource.startsWith("arn:")
        ? Optional.of(new StatementFix(action, resource, fix.text().strip(), after))
        : Optional.empty();
  }

  /** The statement alone, beside no other policy. */
  Decided decided() {
    Map<String, List<String>> denied = new LinkedHashMap<>();
    denied.put("the same action on another resource", request(action, resource + "-other"));
    denied.put("another action on the same resource", request(action + "Other", resource));
    return new Decided(
        documents(),
        request(action, resource),
        denied,
        Map.of(),
        List.of("--no-other-policies"),
        "The diagnosis has no policies: the statement of the fix is tested by itself, for a"
            + " principal of the resource's account.");
  }

  /** A key's use is up to IAM only where its policy says so. */
  private List<Decided.Document> documents() {
    List<Decided.Document> all = new ArrayList<>();
    if (action.startsWith("kms:")) {
      String text =
          """
          {
            "Version": "2012-10-17",
            "Statement": [
              {
                "Effect": "Allow",
                "Principal": {"AWS": "arn:aws:iam::%s:root"},
                "Action": "kms:*",
                "Resource": "*"
              }
            ]
          }
          """
              .formatted(account());
      all.add(
          new Decided.Document("--resource-policy", "a key policy that leaves it to IAM", text));
    }
    if (after) {
      all.add(document());
    }
    return List.copyOf(all);
  }

  private Decided.Document document() {
    String text =
        "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n"
            + statement.indent(4)
            + "  ]\n}\n";
    return new Decided.Document("--policy", "the statement of the fix", text);
  }

  private List<String> request(String asked, String of) {
    return List.of(
        "--principal=arn:aws:iam::" + account() + ":role/under-test",
        "--action=" + asked,
        "--resource=" + of);
  }

  private String account() {
    String[] parts = resource.split(":", 6);
    return parts.length == 6 && parts[4].matches("\\d{12}") ? parts[4] : ACCOUNT;
  }
}

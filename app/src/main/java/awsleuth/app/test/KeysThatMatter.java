package awsleuth.app.test;

import static awsleuth.app.input.JsonMembers.dicts;
import static awsleuth.app.input.JsonMembers.text;

import awsleuth.boto.python.PyValue;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The context keys that a decision by the policies of a proof may look at.
 *
 * @param documents all of them, in small letters; empty where they were not kept
 */
record KeysThatMatter(String documents) {

  /** The keys that decide which policies count, and whom a Principal that is a role names. */
  private static final Set<String> ALWAYS =
      Set.of("aws:PrincipalArn", "aws:SourceVpce", "aws:SourceVpc", "aws:ViaAWSService");

  static KeysThatMatter of(PyValue.Dict proof) {
    return new KeysThatMatter(
        dicts(proof.get("policies")).stream()
            .map(p -> text(p, "before") + "\n" + text(p, "after"))
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT));
  }

  boolean matters(String key) {
    return documents.isEmpty()
        || documents.contains(key.toLowerCase(Locale.ROOT))
        || ALWAYS.contains(key);
  }
}

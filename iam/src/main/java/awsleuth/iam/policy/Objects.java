package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for every object of a policy. */
final class Objects {

  private Objects() {}

  /** A key may occur once in an object. */
  static void keysOnce(Node.Members object, List<Fault> faults) {
    Set<String> seen = new HashSet<>();
    for (Node.Member m : object.members()) {
      if (!seen.add(m.key().value())) {
        faults.add(
            new Fault(
                Code.DUPLICATE_KEY,
                "the key `" + m.key().value() + "` stands in this object twice",
                m.key().at()));
      }
    }
  }

  /** Only known elements may occur; they are case-sensitive. */
  static void onlyKeys(Node.Members object, Set<String> known, String where, List<Fault> faults) {
    for (Node.Member m : object.members()) {
      String key = m.key().value();
      if (!known.contains(key)) {
        String meant =
            known.stream()
                .filter(k -> k.equalsIgnoreCase(key))
                .findFirst()
                .map(k -> "; it is spelled `" + k + "`")
                .orElse("");
        faults.add(
            new Fault(
                Code.INVALID_POLICY_ELEMENT,
                "`" + key + "` is no element of " + where + meant,
                m.key().at()));
      }
    }
  }
}

package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Names of condition keys are not case-sensitive, so they may not differ in that alone. */
  static void keysOnceInAnyCase(Node.Members object, List<Fault> faults) {
    Map<String, String> seen = new HashMap<>();
    for (Node.Member m : object.members()) {
      String key = m.key().value();
      String first = seen.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
      if (first != null && !first.equals(key)) {
        faults.add(
            new Fault(
                Code.DUPLICATE_KEYS_WITH_DIFFERENT_CASE,
                "the condition key `" + key + "` stands in this object also as `" + first + "`",
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
                .or(() -> Nearest.of(key, known).map(k -> "; the nearest is `" + k + "`"))
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

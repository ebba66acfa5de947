package awsleuth.trail.incident;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.PolicyVariables;
import awsleuth.iam.policy.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The condition keys of tags, {@code aws:PrincipalTag/team}: what a policy depends on, and what AWS
 * speaks of. Their names are in no letter case.
 *
 * @param all their names without the service before the colon, in small letters
 */
record TagKeys(Set<String> all) {

  /** What ends a key in AWS's sentences; tags with spaces are not found there. */
  private static final String WITHIN = "+=._:/@-";

  /** Of the conditions and variables of an identity-based policy. */
  static TagKeys ofPolicy(String document) {
    return new TagKeys(
        PolicyParser.parse("document", PolicyType.IDENTITY, document)
            .policy()
            .map(TagKeys::keys)
            .orElse(Set.of()));
  }

  private static Set<String> keys(Policy policy) {
    Set<String> keys = new HashSet<>();
    for (Statement s : policy.statements()) {
      s.resources().values().forEach(r -> variables(r.value(), keys));
      for (Condition c : s.conditions()) {
        add(c.key().value(), keys);
        c.values().forEach(v -> variables(v.value(), keys));
      }
    }
    return keys;
  }

  private static void variables(String text, Set<String> keys) {
    PolicyVariables.of(text).forEach(v -> add(v, keys));
  }

  private static void add(String key, Set<String> keys) {
    keys.add(key.substring(key.indexOf(':') + 1).toLowerCase(Locale.ROOT));
  }

  /** Of what AWS says. */
  static TagKeys ofMessage(String message) {
    Set<String> keys = new HashSet<>();
    int from = 0;
    for (int at = 0; at <= message.length(); at++) {
      if (at == message.length() || !isWithin(message.charAt(at))) {
        String word = message.substring(from, at);
        add(word.endsWith(".") ? word.substring(0, word.length() - 1) : word, keys);
        from = at + 1;
      }
    }
    return new TagKeys(keys);
  }

  private static boolean isWithin(char c) {
    return Character.isLetterOrDigit(c) || WITHIN.indexOf(c) >= 0;
  }

  /**
   * Whether one of some tags is among them.
   *
   * @param kind such as {@code PrincipalTag}
   * @param tags their names; empty where they are not known, then any is
   */
  boolean has(String kind, List<String> tags) {
    String before = kind.toLowerCase(Locale.ROOT) + "/";
    return tags.isEmpty()
        ? all.stream().anyMatch(k -> k.startsWith(before))
        : tags.stream().anyMatch(t -> all.contains(before + t.toLowerCase(Locale.ROOT)));
  }
}

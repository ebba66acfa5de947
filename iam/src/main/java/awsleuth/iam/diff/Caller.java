package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Principals whom the policies of both sides name alike, by one of them.
 *
 * @param words who they are, for people; empty where policies name no principals
 * @param principal one of them
 * @param arn the aws:PrincipalArn that its requests must tell, because the policies name others
 *     whose text is the same; empty where that follows from the principal
 * @param fixed what follows for context keys, in lower case, from who they are
 * @param limits what follows for keys whose values are many; a request has each of these keys
 */
record Caller(
    String words,
    Principal principal,
    String arn,
    Map<String, ContextValue> fixed,
    Map<String, List<Clause>> limits) {

  /** Of whom nothing else follows. */
  static Caller of(String words, Principal principal, Map<String, ContextValue> fixed) {
    return new Caller(words, principal, "", fixed, Map.of());
  }

  /** The same under other words. */
  Caller called(String other) {
    return new Caller(other, principal, arn, fixed, limits);
  }

  /** Those of them whose requests have a key, of which it is known what it is not. */
  Caller having(String key, List<Clause> limit, String other) {
    Map<String, ContextValue> less = new LinkedHashMap<>(fixed);
    less.remove(key);
    Map<String, List<Clause>> more = new LinkedHashMap<>(limits);
    more.put(key, limit);
    return new Caller(other, principal, arn, less, more);
  }
}

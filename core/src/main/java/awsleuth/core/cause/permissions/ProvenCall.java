package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.iam.repair.ChangedCall;
import awsleuth.iam.repair.Proof;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of the call, its caller's session or a tag, with the proof that the policies given allow
 * the request so.
 */
final class ProvenCall {

  private ProvenCall() {}

  /** The fix by which a condition key gets a value. */
  static Fix of(Facts facts, Fix fix, String key, String value) {
    return of(facts, fix, new TreeMap<>(Map.of(key, value)));
  }

  /**
   * The fix by which condition keys get values; without a proof where the policies given do not
   * decide it, or AWS tells of a Deny that none of them has.
   */
  static Fix of(Facts facts, Fix fix, SortedMap<String, String> keys) {
    boolean template = fix.applicability() == Fix.Applicability.TEMPLATE;
    return template && keys.values().stream().anyMatch(v -> v.contains("<"))
        ? fix
        : proof(facts, keys).map(fix::proven).orElse(fix);
  }

  private static Optional<Proof> proof(Facts facts, SortedMap<String, String> keys) {
    if (UngivenDeny.is(facts)) {
      return Optional.empty();
    }
    return Simulated.of(facts)
        .flatMap(s ->
            ChangedCall.prove(s.set(), s.decision(), keys)
                .map(p -> p.assuming(untold(s, keys)).supposing(Supposed.of(facts, s))));
  }

  /** What was taken for granted and is not what changes. */
  private static Map<String, String> untold(Simulated simulated, SortedMap<String, String> keys) {
    Map<String, String> assumed = new TreeMap<>(simulated.assumed());
    assumed.keySet().removeIf(k -> keys.keySet().stream().anyMatch(k::equalsIgnoreCase));
    return assumed;
  }
}

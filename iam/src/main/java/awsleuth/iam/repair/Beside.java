package awsleuth.iam.repair;

import awsleuth.iam.policy.Policy;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is known beside the policies that decide a request.
 *
 * @param witnesses requests of the past by the same principal that were allowed, for proving that
 *     they still are
 * @param ofOthers such requests by others
 * @param holders others who have some of the caller's policies
 * @param supposes what is taken for granted of what was not looked at; words after "supposes that"
 * @param unchangeable whether a policy is one that nobody of the account can change, such as one
 *     that AWS manages
 */
public record Beside(
    List<Proof.Witness> witnesses,
    List<Proof.Witness> ofOthers,
    List<Holder> holders,
    List<String> supposes,
    Predicate<Policy> unchangeable) {

  /** Nothing is known. */
  public static final Beside NONE =
      new Beside(List.of(), List.of(), List.of(), List.of(), _ -> false);

  /** Whether another has this policy too. */
  boolean isShared(Policy policy) {
    return holders.stream()
        .anyMatch(h -> isAmong(h.identity(), policy) || isAmong(h.boundary(), policy));
  }

  private static boolean isAmong(List<Policy> policies, Policy policy) {
    return policies.stream().anyMatch(p -> isSame(p, policy));
  }

  /** Whether two are one document of one file. */
  static boolean isSame(Policy one, Policy other) {
    return one.name().equals(other.name()) && one.at().equals(other.at());
  }
}

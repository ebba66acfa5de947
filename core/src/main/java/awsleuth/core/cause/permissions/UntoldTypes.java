package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ToldPolicies;
import awsleuth.iam.Blocker;
import java.util.List;
import java.util.stream.Stream;

/**
 * Policies of which nothing tells whether they are of the type that AWS says decided: a permissions
 * boundary, a service control policy and an identity-based policy look alike.
 */
final class UntoldTypes {

  private static final int MOST = 2;

  private UntoldTypes() {}

  /** What the bare policies are taken for, or that they may be the one of which AWS speaks. */
  static List<Citation> cite(Facts facts) {
    String type = Layer.words(Access.of(facts).denial().policyType());
    List<PolicyDocument> taken = facts.once(ToldPolicies.class, ToldPolicies::of).taken();
    Stream<Citation> sure =
        taken.stream()
            .map(p ->
                new Citation(
                    name(p)
                        + " is taken for "
                        + the(type)
                        + " of which AWS speaks: nothing in it tells its type",
                    p.source()));
    Stream<Citation> open =
        facts.policies(PolicyDocument.Type.IDENTITY).stream()
            .filter(p -> taken.isEmpty() && isUntied(p, facts) && decides(p, facts))
            .limit(MOST)
            .map(p ->
                new Citation(
                    name(p)
                        + " may be "
                        + type
                        + " or an identity-based policy: nothing in it tells its type",
                    p.source()));
    return Stream.concat(sure, open).toList();
  }

  /** Whether a Deny is said to be one of identity-based policies by what may be another type. */
  static boolean isDenying(Blocker blocker, Facts facts) {
    return blocker.layer() == awsleuth.iam.Layer.IDENTITY
        && !blocker.denying().isEmpty()
        && facts.policies(PolicyDocument.Type.IDENTITY).stream()
            .anyMatch(p ->
                p.source().artifact().equals(blocker.denying().getFirst().policy().name())
                    && isUntied(p, facts));
  }

  private static boolean isUntied(PolicyDocument policy, Facts facts) {
    return ToldPolicies.mayBe(policy, facts) && Callers.of(facts).named(policy).isEmpty();
  }

  /** Whether the answer hangs on its type: AWS tells of no Deny that it does not have. */
  private static boolean decides(PolicyDocument policy, Facts facts) {
    return ToldPolicies.decides(policy, Access.of(facts).denial())
        && PolicyOwner.of(facts).isOf(policy)
        && facts.policies(Access.of(facts).denial().policyType()).isEmpty();
  }

  /** What is taken for granted where a proof rests on one of them. */
  static List<String> supposed(Facts facts) {
    String type = the(Layer.words(Access.of(facts).denial().policyType()));
    return facts.once(ToldPolicies.class, ToldPolicies::of).taken().stream()
        .map(p -> name(p) + " is " + type)
        .toList();
  }

  private static String the(String words) {
    return words.startsWith("a ") ? "the " + words.substring("a ".length()) : words;
  }

  private static String name(PolicyDocument policy) {
    return "`" + policy.name() + "`";
  }
}

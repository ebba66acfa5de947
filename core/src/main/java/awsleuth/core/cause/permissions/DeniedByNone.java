package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.conflict.Conflict;
import awsleuth.core.conflict.Contradiction;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * AWS says that a policy of some type denies the request, and none of that type does that was
 * given: neither surely nor perhaps.
 */
public final class DeniedByNone implements Contradiction {

  private static final int MOST = 2;

  @Override
  public List<Conflict> in(Facts facts) {
    List<PolicyDocument> given = given(facts);
    if (given.isEmpty()) {
      return List.of();
    }
    Access access = Access.of(facts);
    List<Citation> says = new ArrayList<>();
    says.add(access.cite());
    given.stream()
        .limit(MOST)
        .map(p -> new Citation("no statement of `" + p.name() + "` denies it", p.source()))
        .forEach(says::add);
    return List.of(
        new Conflict(
            "policy",
            given.size() == 1
                ? "the policy given does not deny what AWS found one to deny"
                : "no policy given denies what AWS found one to deny",
            List.copyOf(says),
            new Conflict.Taken.One(
                "AWS's words are taken for the time of the call: " + why(access))));
  }

  private static String why(Access access) {
    boolean one =
        access.isExplicit(PolicyDocument.Type.RESOURCE) || !access.denial().policyArn().isEmpty();
    return one
        ? "the policy was changed since, or the text is older"
        : "the deny is in a policy that was not given, or the policy was changed since";
  }

  /** To look for the deny in the caller's other policies, where it is in none of those given. */
  static Optional<Fix> look(Facts facts) {
    Access access = Access.of(facts);
    return given(facts).isEmpty()
            || !access.denial().policyArn().isEmpty()
            || access.owner().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fix.command(
                "look for the deny in the other policies of " + access.owner().replace('/', ' '),
                Words.identityPolicies(access).how()));
  }

  /**
   * The policies among which AWS found one that denies, where none of them does; none where one
   * may, or was not read, or AWS names one that is not among them.
   */
  private static List<PolicyDocument> given(Facts facts) {
    Access access = Access.of(facts);
    PolicyDocument.Type type = access.denial().policyType();
    if (!UngivenDeny.is(facts)
        || type == PolicyDocument.Type.UNKNOWN
        || !access.denial().setting().isEmpty()
        || Simulated.of(facts).isEmpty()) {
      return List.of();
    }
    String arn = access.denial().policyArn();
    PolicyOwner owner = PolicyOwner.of(facts);
    List<PolicyDocument> given =
        facts.policies().stream()
            .filter(p -> Layers.of(p.type()) == Layers.of(type) && owner.isOf(p))
            .filter(p -> arn.isEmpty() || p.name().endsWith(arn))
            .toList();
    return given.stream().allMatch(p -> p.policy().isPresent()) ? given : List.of();
  }
}

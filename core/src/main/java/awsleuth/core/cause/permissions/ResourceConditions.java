package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements of the resource's own policy that would allow the request but for their conditions,
 * where AWS says that no resource-based policy allows it, or where that policy has to allow it: for
 * a caller of another account whose own policies do.
 */
final class ResourceConditions {

  private ResourceConditions() {}

  /** In the order of the files; empty where the policy was not given or AWS says something else. */
  static List<Match> of(Facts facts) {
    Optional<Simulated> simulated = Simulated.of(facts);
    if (simulated.isEmpty() || !isDeciding(facts)) {
      return List.of();
    }
    List<Match> found = new ArrayList<>();
    PolicyOwner owner = PolicyOwner.of(facts);
    for (PolicyDocument d : facts.policies(PolicyDocument.Type.RESOURCE)) {
      for (int i = 0; owner.isOf(d) && i < d.statements().size(); i++) {
        PolicyDocument.Statement s = d.statements().get(i);
        if (s.allow()
            && simulated.get().report(d, i).filter(ResourceConditions::isKept).isPresent()) {
          found.add(new Match(d, s, Optional.empty()));
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether an allow of the resource's policy is what is missing, as far as is known. */
  static boolean isDeciding(Facts facts) {
    Access access = Access.of(facts);
    return access.isImplicit(PolicyDocument.Type.RESOURCE)
        || (access.isUnexplained()
            && access.isAcrossAccounts(facts)
            && PolicyMatch.of(facts).allowsPlainly());
  }

  private static boolean isKept(StatementReport s) {
    return s.applies() != Truth.TRUE
        && !s.mismatches().isEmpty()
        && s.mismatches().stream().allMatch(Mismatch.OfCondition.class::isInstance);
  }
}

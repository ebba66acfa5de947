package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.Callers.Caller;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import java.util.List;

/**
 * Policies of other roles and users than the caller. Where those given that say whose they are are
 * all of others, one that does not say may be another's just so.
 */
final class OthersPolicies {

  private OthersPolicies() {}

  /** Whether it is bare beside policies that say whose they are, of which none is the caller's. */
  static boolean surround(PolicyDocument document, Facts facts, Caller own) {
    List<PolicyDocument> telling =
        facts.policies().stream()
            .filter(p -> p.type() == PolicyDocument.Type.IDENTITY)
            .filter(p -> !PolicyAccounts.owner(p).isEmpty())
            .toList();
    return document.bare()
        && document.type() == PolicyDocument.Type.IDENTITY
        && !own.owner().isEmpty()
        && !telling.isEmpty()
        && telling.stream().noneMatch(p -> isOf(p, own));
  }

  private static boolean isOf(PolicyDocument policy, Caller own) {
    return PolicyAccounts.owner(policy).equals(own.owner())
        && !PolicyAccounts.areTwo(PolicyAccounts.of(policy), own.account());
  }
}

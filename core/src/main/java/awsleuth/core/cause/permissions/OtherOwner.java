package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/**
 * A role or user, other than the caller, whose policy among those given allows the refused request.
 *
 * @param owner {@code role/NAME} or {@code user/NAME}
 * @param match what its policies say of the request
 */
record OtherOwner(String owner, PolicyMatch match) {

  static Optional<OtherOwner> of(Facts facts) {
    Access access = Access.of(facts);
    String caller = access.owner();
    if (caller.isEmpty()
        || PolicyMatch.of(facts).given() > 0
        || !UnreadPolicies.ofCaller(facts).isEmpty()) {
      return Optional.empty();
    }
    for (PolicyDocument p : facts.policies(PolicyDocument.Type.IDENTITY)) {
      String owner = PolicyAccounts.owner(p);
      if (!owner.isEmpty() && !owner.equals(caller)) {
        Matcher matcher = new Matcher(access, Optional.empty(), true);
        matcher.add(p);
        PolicyMatch match = matcher.result();
        if (match.allowsPlainly()) {
          return Optional.of(new OtherOwner(owner, match));
        }
      }
    }
    return Optional.empty();
  }
}

package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import java.util.List;

/** By what of the policies given a request is refused, once it is known that they refuse it. */
final class PolicyReasons {

  private final Facts facts;
  private final Access access;
  private final PolicyMatch match;

  PolicyReasons(Facts facts, Access access, PolicyMatch match) {
    this.facts = facts;
    this.access = access;
    this.match = match;
  }

  /** Refused by this statement. */
  Decision denied(Match deny) {
    Reason reason = ofDeny(deny.policy().type());
    boolean layer = reason != Reason.EXPLICIT_IDENTITY && reason != Reason.EXPLICIT_RESOURCE;
    return layer || deny.statement().conditions().isEmpty()
        ? Decision.proves(access, reason)
        : Decision.proves(access, Unmet.of(facts, deny).isMfa() ? Reason.MFA : Reason.CONDITION);
  }

  static Reason ofDeny(PolicyDocument.Type type) {
    return switch (type) {
      case IDENTITY, UNKNOWN -> Reason.EXPLICIT_IDENTITY;
      case RESOURCE, TRUST -> Reason.EXPLICIT_RESOURCE;
      case BOUNDARY -> Reason.BOUNDARY;
      case SCP -> Reason.SCP;
      case RCP -> Reason.RCP;
      case SESSION -> Reason.SESSION;
      case VPC_ENDPOINT -> Reason.ENDPOINT;
    };
  }

  /** Allowed by a statement whose conditions are not met. */
  Reason conditional() {
    List<Unmet> named = conditions().named();
    return !named.isEmpty() && named.getFirst().isMfa() ? Reason.MFA : Reason.CONDITION;
  }

  /** The conditions of the statements that would allow it. */
  Turning conditions() {
    return Turning.of(facts, match.covering());
  }

  /** Allowed by no statement. */
  Reason notCovered() {
    if (!match.actionOnly().isEmpty()) {
      return access.action().equalsIgnoreCase("iam:PassRole") ? Reason.PASS_ROLE : Reason.RESOURCE;
    }
    return Misnamed.of(facts).isPresent() ? Reason.ACTION : Reason.NO_IDENTITY_ALLOW;
  }

  /** Whether nobody signed the request. */
  boolean isAnonymous() {
    return access.principal().equalsIgnoreCase("anonymous");
  }
}

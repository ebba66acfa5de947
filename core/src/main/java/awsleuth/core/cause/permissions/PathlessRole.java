package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import java.util.Map;

/**
 * A session's role as it is where it has no path, which most roles have not: the session's own ARN
 * does not have it, and {@code aws:PrincipalArn} does. Supposed only to find what AWS says, and
 * told wherever something rests on it.
 */
final class PathlessRole {

  private static final String KEY = "aws:PrincipalArn";

  private PathlessRole() {}

  /** The key and its value; empty where it is known, or does not matter, or nothing was told. */
  static Map<String, String> supposed(Facts facts, PolicySet set, Decision decision) {
    Access access = Access.of(facts);
    boolean told = access.sentence() && access.denial().policyType() != PolicyDocument.Type.UNKNOWN;
    boolean open =
        !decision.denied()
            && decision.request().context().get(KEY) instanceof ContextValue.Unknown
            && ConditionKeys.of(set).anyMatch(KEY::equalsIgnoreCase);
    return told
            && open
            && decision.request().principal() instanceof Principal.RoleSession session
            && ServiceLinked.path(session.role()).isEmpty()
            && !session.role().startsWith("AWSReservedSSO_")
        ? Map.of(KEY, session.roleArn())
        : Map.of();
  }
}

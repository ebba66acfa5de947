package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Literal;

/** Statements that would grant what was refused, and requests for them. */
final class Grants {

  private Grants() {}

  /** An Allow of one action on one resource. */
  static String allow(String action, String resource) {
    return """
    {
      "Effect": "Allow",
      "Action": %s,
      "Resource": %s
    }\
    """
        .formatted(Literal.json(action), Literal.json(resource));
  }

  /** An Allow for the caller in a resource's policy. */
  static String allowPrincipal(PrincipalElement caller, String action, String resource) {
    return """
    {
      "Effect": "Allow",
      %s,
      "Action": %s,
      "Resource": %s%s
    }\
    """
        .formatted(caller.json(), Literal.json(action), Literal.json(resource), caller.condition());
  }

  /** The fix of a missing Allow of the caller. */
  static Fix identity(Access access) {
    String owner = access.owner();
    boolean role = access.principal().equals("the execution role");
    String caller = role ? "a policy of the execution role" : "the caller's policy";
    String to = owner.isEmpty() ? caller : "a policy of " + owner.replace('/', ' ');
    return Fix.policyEdit(
        "add this statement to " + to, allow(access.actionOr(), access.resourceOr()));
  }

  /** A request to whoever owns the policy that stands in the way. */
  static Fix ask(Access access, String whom, String what) {
    return Fix.askAdministrator(
        "ask " + whom,
        "Principal "
            + (access.principal().isEmpty() ? "<caller ARN>" : access.principal())
            + " needs "
            + access.actionOr()
            + " on "
            + access.resourceOr()
            + ". "
            + what);
  }
}

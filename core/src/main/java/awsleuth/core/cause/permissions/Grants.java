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

  /** An Allow for a principal in a resource's policy. */
  static String allowPrincipal(String principal, String action, String resource) {
    return """
    {
      "Effect": "Allow",
      "Principal": {"AWS": %s},
      "Action": %s,
      "Resource": %s
    }\
    """
        .formatted(Literal.json(principal), Literal.json(action), Literal.json(resource));
  }

  /**
   * The path of the roles of IAM Identity Center, which their sessions do not show; without a
   * Region where Identity Center is in us-east-1.
   */
  private static final String SSO_PATH = "aws-reserved/sso.amazonaws.com/<home Region>/";

  /** The fix of a missing Allow of the caller. */
  static Fix identity(Access access) {
    String owner = access.owner();
    boolean role = access.principal().equals("the execution role");
    String caller = role ? "a policy of the execution role" : "the caller's policy";
    String to = owner.isEmpty() ? caller : "a policy of " + owner.replace('/', ' ');
    return Fix.policyEdit(
        "add this statement to " + to, allow(access.actionOr(), access.resourceOr()));
  }

  /** The caller's role or user as an ARN for a Principal element, or a placeholder. */
  static String principalArn(Access access) {
    String owner = access.owner();
    String account = Principals.account(access.principal());
    boolean session = access.principal().contains(":assumed-role/");
    if (owner.isEmpty() || account.isEmpty()) {
      return "<caller ARN>";
    }
    String role = owner.substring(owner.indexOf('/') + 1);
    String path = role.startsWith("AWSReservedSSO_") ? SSO_PATH : "";
    return session ? "arn:aws:iam::" + account + ":role/" + path + role : access.principal();
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

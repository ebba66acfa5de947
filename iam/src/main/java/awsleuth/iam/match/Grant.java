package awsleuth.iam.match;

/**
 * How a resource-based policy names the principal, which decides what else must allow (IAM user
 * guide, "Policy evaluation for requests within a single account"). Later ones count for more.
 */
public enum Grant {
  /** It does not name the principal. */
  NONE,
  /** It names the account, which leaves the decision to the account's identity-based policies. */
  ACCOUNT,
  /**
   * It names the role of the session, or the user of a federated session: no identity-based policy
   * is needed, but a permissions boundary and a session policy must allow.
   */
  LIMITED,
  /** It names the user, the session or the service itself: nothing else is needed. */
  DIRECT
}

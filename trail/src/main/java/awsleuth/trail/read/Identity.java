package awsleuth.trail.read;

/**
 * Who called, as {@code userIdentity} says. What it does not say is empty.
 *
 * @param type such as {@code AssumedRole}
 * @param arn of the caller; of an assumed role with the session's name
 * @param account the accountId
 * @param invokedBy the AWS service that called for itself
 * @param name the userName, else the userId on whose behalf it is, else the principalId without a
 *     session's name
 * @param issuer {@code sessionContext.sessionIssuer.arn}: of an assumed role the role
 */
record Identity(
    String type, String arn, String account, String invokedBy, String name, String issuer) {

  /** Nothing is known. */
  static final Identity UNKNOWN = new Identity("", "", "", "", "", "");

  private static final String ASSUMED_ROLE = "AssumedRole";
  private static final String SESSION = ":assumed-role/";
  private static final String TOKENS = ":sts:";

  /** It has no ARN ("CloudTrail userIdentity element", CloudTrail user guide). */
  private static final String OF_IDENTITY_CENTER = "IdentityCenterUser";

  /** Whether a session of a role calls, and the role is told. */
  static boolean isRole(String type, String issuer) {
    return type.equals(ASSUMED_ROLE) && !issuer.isEmpty();
  }

  /** Who calls, as {@link awsleuth.trail.Event#principal} says. */
  String principal() {
    if (isRole(type, issuer)) {
      return issuer;
    }
    if (!arn.isEmpty()) {
      return role(arn);
    }
    if (!invokedBy.isEmpty()) {
      return invokedBy;
    }
    if (!name.isEmpty()) {
      String named = type.isEmpty() ? name : type + " " + name;
      return account.isEmpty() ? named : named + " of " + account;
    }
    if (account.isEmpty()) {
      return type;
    }
    return type.equals(OF_IDENTITY_CENTER) ? type + " of " + account : account;
  }

  /** The role of a session's ARN, which leaves out the role's path; others as they are. */
  private static String role(String arn) {
    int service = arn.indexOf(TOKENS);
    int at = arn.indexOf(SESSION);
    int end = at < 0 ? -1 : arn.indexOf('/', at + SESSION.length());
    return service < 0 || service > at || end < 0
        ? arn
        : arn.substring(0, service)
            + ":iam:"
            + arn.substring(service + TOKENS.length(), at)
            + ":role/"
            + arn.substring(at + SESSION.length(), end);
  }

  /** The name of a caller. */
  static String name(String userName, String userId, String principalId) {
    if (!userName.isEmpty() || !userId.isEmpty()) {
      return userName.isEmpty() ? userId : userName;
    }
    int session = principalId.indexOf(':');
    boolean unique = session > 0 && !principalId.startsWith("arn:");
    return unique ? principalId.substring(0, session) : principalId;
  }
}

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

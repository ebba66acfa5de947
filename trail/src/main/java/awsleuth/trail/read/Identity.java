package awsleuth.trail.read;

/**
 * Who called, as {@code userIdentity} says. What it does not say is empty.
 *
 * @param type such as {@code AssumedRole}
 * @param arn of the caller; of an assumed role with the session's name
 * @param account the accountId
 * @param invokedBy the AWS service that called for itself
 * @param issuer {@code sessionContext.sessionIssuer.arn}: of an assumed role the role
 */
record Identity(String type, String arn, String account, String invokedBy, String issuer) {

  /** Nothing is known. */
  static final Identity UNKNOWN = new Identity("", "", "", "", "");
}

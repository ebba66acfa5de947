package awsleuth.trail.incident;

import awsleuth.trail.change.Change;

/**
 * The alias of a key of KMS that was changed. Each account has its own in each Region: without an
 * ARN it is the caller's (KMS API reference, "KeyId").
 *
 * @param change of an alias
 */
record KeyAlias(Change change) {

  private static final String ALIAS = "alias/";
  private static final int ARN_PARTS = 6;

  /** Whether a call names its key by it. */
  boolean isNamedBy(Refused call) {
    String named = call.event().field("requestParameters.keyId");
    return isThis(named, call) || isThis(call.resource(), call);
  }

  /** Whether a text is its name or its ARN. */
  private boolean isThis(String text, Refused call) {
    if (!change.part().startsWith(ALIAS)) {
      return false;
    }
    if (text.equals(change.part())) {
      return isOfCaller(call);
    }
    String[] arn = text.split(":", ARN_PARTS);
    return arn.length == ARN_PARTS
        && arn[ARN_PARTS - 1].equals(change.part())
        && isOwn(arn[3], change.event().region())
        && isOwn(arn[4], change.event().account());
  }

  private boolean isOfCaller(Refused call) {
    return isOwn(Touches.account(call.caller()), change.event().account());
  }

  private static boolean isOwn(String told, String own) {
    return told.isEmpty() || own.isEmpty() || told.equals(own);
  }

  /** Whether AWS says of it, and not of another account's of that name, that it is not there. */
  boolean isSaidBy(Refused call) {
    String message = call.event().field("errorMessage");
    int at = message.indexOf(":" + change.part());
    int arn = at < 0 ? -1 : message.lastIndexOf("arn:", at);
    return new Named(call).isSaid(change.part())
        && (arn < 0
            ? isOfCaller(call)
            : isThis(message.substring(arn, at + 1 + change.part().length()), call));
  }
}

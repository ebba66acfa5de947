package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Frame;

/**
 * Whether the program makes a session of its own, as its traceback tells: the profile, the Region
 * and the keys may then be given in code.
 */
record OwnSession(boolean seen) {

  static OwnSession of(Facts facts) {
    return new OwnSession(facts.frames().stream().map(Frame::code).anyMatch(OwnSession::isOwn));
  }

  private static boolean isOwn(String code) {
    boolean made = code.contains(".client(") || code.contains(".resource(");
    boolean shared = code.contains("boto3.client(") || code.contains("boto3.resource(");
    boolean botocore =
        code.contains("_get_default_session()") || code.contains("_session.create_client(");
    return code.contains("profile_name=")
        || code.contains("Session(")
        || (made && !shared && !botocore);
  }
}

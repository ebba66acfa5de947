package awsleuth.core.read;

/** Error codes as botocore takes them from error bodies and headers (botocore/parsers.py). */
final class ErrorCodes {

  private ErrorCodes() {}

  /** {@code com.amazon.coral.service#ExpiredTokenException:http://…} as ExpiredTokenException. */
  static String ofType(String type) {
    int colon = type.indexOf(':');
    String name = colon < 0 ? type : type.substring(0, colon);
    return name.substring(name.lastIndexOf('#') + 1).strip();
  }
}

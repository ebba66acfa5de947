package awsleuth.boto.retry.script;

/** An exception that leaves botocore before a response is made of it. */
final class Raised extends Exception {

  private static final long serialVersionUID = 1;

  private final String exception;

  /**
   * @param exception with its module
   * @param message what {@code str()} of it is
   */
  Raised(String exception, String message) {
    super(message, null, false, false);
    this.exception = exception;
  }

  String exception() {
    return exception;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}

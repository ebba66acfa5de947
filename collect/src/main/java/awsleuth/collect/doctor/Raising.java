package awsleuth.collect.doctor;

import awsleuth.boto.Raised;
import awsleuth.boto.credentials.Resolution;

/** What botocore raises, in words and as Python prints it. */
final class Raising {

  private Raising() {}

  /** The class and the message, without what it may quote of files and answers. */
  static String words(Raised raised) {
    return raised.name() + ": " + Resolution.message(raised);
  }

  /** The last line of its traceback. */
  static String text(Raised raised) {
    return raised.exception() + ": " + Resolution.message(raised);
  }

  /** That of what comes up within the HTTP client, which botocore wraps. */
  static String unsent(String words) {
    return "botocore.exceptions.HTTPClientError: An HTTP Client raised an unhandled exception: "
        + words;
  }

  /** That of an error that a service answered. */
  static String text(String operation, String code, String message) {
    return "botocore.exceptions.ClientError: An error occurred ("
        + (code.isEmpty() ? "Unknown" : code)
        + ") when calling the "
        + operation
        + " operation: "
        + (message.isEmpty() ? "Unknown" : message);
  }
}

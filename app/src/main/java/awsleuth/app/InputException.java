package awsleuth.app;

/** An input that cannot be read; the message is the one line that the user sees. */
final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}

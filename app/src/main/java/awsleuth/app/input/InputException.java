package awsleuth.app.input;

/** An input that cannot be read; the message is the one line that the user sees. */
public final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  /** One line that says what, where and what to do. */
  public InputException(String message) {
    super(message);
  }
}

package awsleuth.boto.python;

import awsleuth.boto.Raised;

/** A text that {@code json.loads} refuses. */
public final class NoJson extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Raised raised;

  NoJson(String exception, String message) {
    super(exception, null, false, false);
    this.raised = new Raised(exception, message);
  }

  /**
   * What Python raises: {@code JSONDecodeError}, or {@code RecursionError} where it is too deep.
   */
  public Raised raised() {
    return raised;
  }
}

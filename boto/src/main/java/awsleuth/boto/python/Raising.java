package awsleuth.boto.python;

import awsleuth.boto.Raised;

/** Carries an exception of botocore from where it arises to where it becomes an outcome. */
public final class Raising extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Raised raised;

  /** One that is built into Python. */
  public Raising(String exception, String message) {
    this(new Raised(exception, message));
  }

  /** That one. */
  public Raising(Raised raised) {
    super(raised.exception() + ": " + raised.message(), null, false, false);
    this.raised = raised;
  }

  /** One of {@code botocore.exceptions}. */
  public static Raising botocore(String name, String message) {
    return new Raising(Raised.botocore(name, message));
  }

  /** {@code EndpointResolutionError}. */
  public static Raising resolution(String message) {
    return botocore("EndpointResolutionError", message);
  }

  /** The exception. */
  public Raised raised() {
    return raised;
  }
}

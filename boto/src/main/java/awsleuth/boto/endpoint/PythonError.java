package awsleuth.boto.endpoint;

import awsleuth.boto.Raised;

/** Carries an exception of botocore from where it arises to where it becomes an outcome. */
final class PythonError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Raised raised;

  /** One that is built into Python. */
  PythonError(String exception, String message) {
    this(new Raised(exception, message));
  }

  PythonError(Raised raised) {
    super(raised.exception() + ": " + raised.message(), null, false, false);
    this.raised = raised;
  }

  /** One of {@code botocore.exceptions}. */
  static PythonError botocore(String name, String message) {
    return new PythonError(Raised.botocore(name, message));
  }

  /** {@code EndpointResolutionError}. */
  static PythonError resolution(String message) {
    return botocore("EndpointResolutionError", message);
  }

  Raised raised() {
    return raised;
  }
}

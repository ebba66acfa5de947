package awsleuth.boto.params;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;

/** An exception on its way out of what a client does before it sends a request. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Raised raised;

  Refusal(Raised raised) {
    super(raised.message(), null, false, false);
    this.raised = raised;
  }

  Raised raised() {
    return raised;
  }

  /** A ParamValidationError with that report. */
  static Refusal report(String report) {
    return new Refusal(
        Raised.botocore("ParamValidationError", "Parameter validation failed:\n" + report));
  }

  /** A value of a type that has no such method. */
  static Refusal noMethod(PyValue value, String method) {
    return new Refusal(
        new Raised(
            "AttributeError",
            "'%s' object has no attribute '%s'".formatted(value.qualifiedTypeName(), method)));
  }

  static Refusal typeError(String message) {
    return new Refusal(new Raised("TypeError", message));
  }
}

package awsleuth.boto.python;

/**
 * An exception of Python.
 *
 * @param name its class, with its module unless it is a builtin: {@code TypeError}, {@code
 *     botocore.exceptions.ParamValidationError}
 * @param message what {@code str(e)} gives
 */
public record PythonError(String name, String message) {

  /** An exception of {@code botocore.exceptions}. */
  public static PythonError ofBotocore(String name, String message) {
    return new PythonError("botocore.exceptions." + name, message);
  }

  /** Whether it comes from Python itself, where botocore did not expect the value. */
  public boolean builtin() {
    return name.indexOf('.') < 0;
  }
}

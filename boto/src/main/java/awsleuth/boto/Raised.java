package awsleuth.boto;

/**
 * An exception that botocore raises.
 *
 * @param exception the class with its module, such as {@code botocore.exceptions.NoRegionError};
 *     those that are built into Python without one
 * @param message {@code str()} of it
 */
public record Raised(String exception, String message) {

  /** One of {@code botocore.exceptions}. */
  public static Raised botocore(String name, String message) {
    return new Raised("botocore.exceptions." + name, message);
  }

  /** The class without its module. */
  public String name() {
    return exception.substring(exception.lastIndexOf('.') + 1);
  }
}

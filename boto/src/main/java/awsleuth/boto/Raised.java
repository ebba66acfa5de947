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

  /** {@code ResponseParserError}, without the answer that it quotes. */
  public static Raised unreadable(String complaint) {
    return new Raised(
        "botocore.parsers.ResponseParserError",
        "Unable to parse response ("
            + complaint
            + "), invalid XML received. Further retries may succeed:");
  }

  /** The class without its module. */
  public String name() {
    return exception.substring(exception.lastIndexOf('.') + 1);
  }
}

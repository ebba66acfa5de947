package awsleuth.core.fact;

/**
 * The endpoint URL that botocore refuses ({@code ValueError: Invalid endpoint: …},
 * botocore/endpoint.py).
 */
public final class RefusedEndpoint {

  private static final String SAYS = "Invalid endpoint: ";

  private RefusedEndpoint() {}

  /**
   * Whether it is an endpoint that botocore made with an empty Region, {@code
   * https://sqs..amazonaws.com}.
   */
  public static boolean lacksRegion(Facts facts) {
    int at = in(facts).indexOf("..amazonaws.com");
    return at > 0 && in(facts).substring(0, at).matches("https?://[a-z0-9.-]{1,100}");
  }

  /** The URL as the message has it; empty where it has none. */
  public static String in(Facts facts) {
    String message = facts.call().message();
    int at = message.indexOf(SAYS);
    return at < 0 ? "" : message.substring(at + SAYS.length()).strip();
  }
}

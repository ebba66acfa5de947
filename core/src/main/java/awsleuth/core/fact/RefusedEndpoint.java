package awsleuth.core.fact;

/**
 * The endpoint URL that botocore refuses ({@code ValueError: Invalid endpoint: …},
 * botocore/endpoint.py).
 */
public final class RefusedEndpoint {

  private static final String SAYS = "Invalid endpoint: ";

  private RefusedEndpoint() {}

  /** The URL as the message has it; empty where it has none. */
  public static String in(Facts facts) {
    String message = facts.call().message();
    int at = message.indexOf(SAYS);
    return at < 0 ? "" : message.substring(at + SAYS.length()).strip();
  }
}

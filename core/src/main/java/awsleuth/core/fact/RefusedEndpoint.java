package awsleuth.core.fact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The endpoint URL that botocore refuses ({@code ValueError: Invalid endpoint: …},
 * botocore/endpoint.py).
 */
public final class RefusedEndpoint {

  private static final String SAYS = "Invalid endpoint: ";

  /** A host that botocore makes of a service and a Region, whatever the Region is. */
  private static final Pattern MADE =
      Pattern.compile("https?://[a-z0-9.-]{1,100}\\.([^./]{1,60})\\.amazonaws\\.com(\\.cn)?/?");

  private static final Pattern PLAIN = Pattern.compile("[a-z0-9-]{1,60}");

  private RefusedEndpoint() {}

  /**
   * Whether it is an endpoint that botocore made with an empty Region, {@code
   * https://sqs..amazonaws.com}.
   */
  public static boolean lacksRegion(Facts facts) {
    int at = in(facts).indexOf("..amazonaws.com");
    return at > 0 && in(facts).substring(0, at).matches("https?://[a-z0-9.-]{1,100}");
  }

  /**
   * The Region of which botocore made it, where that holds what no Region has, a blank or a quote:
   * {@code https://s3.eu-west-1 .amazonaws.com}; empty otherwise.
   */
  public static Optional<String> oddRegion(Facts facts) {
    Matcher made = MADE.matcher(in(facts));
    return made.matches() && !PLAIN.matcher(made.group(1)).matches()
        ? Optional.of(made.group(1))
        : Optional.empty();
  }

  /** The URL as the message has it; empty where it has none. */
  public static String in(Facts facts) {
    String message = facts.call().message();
    int at = message.indexOf(SAYS);
    return at < 0 ? "" : message.substring(at + SAYS.length()).strip();
  }
}

package awsleuth.boto.retry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways in which botocore repeats calls.
 *
 * @see <a href="https://boto3.amazonaws.com/v1/documentation/api/latest/guide/retries.html">Retries
 *     in the guide of boto3</a>
 */
public enum RetryMode {
  /** The oldest one, and the default: five requests, for a list of statuses and codes. */
  LEGACY,
  /** Three requests, for what all AWS SDKs repeat, within a quota. */
  STANDARD,
  /** The standard one, with a limit of the client's own rate. */
  ADAPTIVE;

  /** As settings spell it, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of that exact spelling; empty for another word. */
  public static Optional<RetryMode> of(String word) {
    return Arrays.stream(values()).filter(m -> m.word().equals(word)).findFirst();
  }
}

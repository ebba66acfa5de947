package awsleuth.boto.retry;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * How long botocore waits before it repeats, in seconds.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/retryhandler.py">retryhandler.py</a>
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/retries/standard.py">standard.py</a>
 */
public final class Backoff {

  /** The base of DynamoDB's delays in legacy mode, which are not random. */
  public static final double DYNAMODB_LEGACY_BASE = 0.05;

  private static final double LONGEST = 20;
  private static final double MOST_ASKED_FOR = 5;

  private Backoff() {}

  /**
   * The legacy mode's: it doubles with each attempt, without end.
   *
   * @param base a fresh number from 0 to 1, or {@link #DYNAMODB_LEGACY_BASE}
   * @param attempt the attempt that failed, from 1
   */
  public static double legacy(double base, int attempt) {
    return base * Math.scalb(1.0, attempt - 1);
  }

  /**
   * The standard mode's, which ends at 20 s.
   *
   * @param random a number from 0 to 1
   * @param attempt the attempt that failed, from 1
   */
  public static double standard(double random, int attempt) {
    return random * Math.min(Math.scalb(1.0, attempt - 1), LONGEST);
  }

  /**
   * The standard mode's by the new rules: it starts at 1 s for throttling, else at 50 ms, with
   * DynamoDB at 25 ms; the service may ask for up to 5 s more.
   *
   * @param asked what {@code x-amz-retry-after} says, in seconds
   */
  public static double renewed(
      double random, int attempt, boolean throttling, boolean dynamo, OptionalDouble asked) {
    double scale = throttling ? 1 : dynamo ? 0.025 : 0.05;
    double delay = random * Math.min(scale * Math.scalb(1.0, attempt - 1), LONGEST);
    return asked.isEmpty()
        ? delay
        : Math.max(delay, Math.min(asked.getAsDouble(), MOST_ASKED_FOR + delay));
  }

  /** What a client with these settings waits after an attempt. */
  static double of(
      RetrySettings settings,
      CalledOperation operation,
      Answer answer,
      int attempt,
      DoubleSupplier random) {
    if (settings.mode() == RetryMode.LEGACY) {
      boolean fixed = operation.endpointPrefix().equals("dynamodb");
      return legacy(fixed ? DYNAMODB_LEGACY_BASE : random.getAsDouble(), attempt);
    }
    double drawn = random.getAsDouble();
    return switch (settings.rules()) {
      case PRESENT -> standard(drawn, attempt);
      case NEW ->
          renewed(
              drawn,
              attempt,
              StandardRules.isThrottling(operation, answer),
              operation.isDynamo(),
              answer instanceof Answer.Response r ? r.retryAfterSeconds() : OptionalDouble.empty());
    };
  }
}

package awsleuth.boto.retry;

import java.util.function.DoubleConsumer;

/**
 * The limit that a client in adaptive mode puts on its own rate of requests. Times are in seconds.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/retries/adaptive.py">adaptive.py</a>
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/retries/throttling.py">throttling.py</a>
 */
public final class RateLimiter {

  private static final double BETA = 0.7;
  private static final double SCALE = 0.4;
  private static final double MOST_OVER_MEASURED = 2;

  private final TokenBucket bucket;
  private final RateClock clock;
  private boolean enabled;
  private double highest;
  private double zeroPoint;
  private double lastThrottled;

  /**
   * @param now the time when the client is made
   */
  public RateLimiter(double now) {
    bucket = new TokenBucket(1, now);
    clock = new RateClock(now);
    lastThrottled = now;
  }

  /**
   * Waits until a request may go.
   *
   * @param now the time
   * @param wait is told of each wait
   * @return the time when it goes
   */
  public double acquire(double now, DoubleConsumer wait) {
    return enabled ? bucket.acquire(now, wait) : now;
  }

  /** Takes note of a response or of a failure to get one. */
  public void record(double now, boolean throttling) {
    double measured = clock.record(now);
    double rate = throttling ? slowDown(now, measured) : speedUp(now);
    bucket.setRate(Math.min(rate, MOST_OVER_MEASURED * measured), now);
  }

  private double slowDown(double now, double measured) {
    highest = enabled ? Math.min(measured, bucket.rate()) : measured;
    zeroPoint = Math.pow(highest * (1 - BETA) / SCALE, 1 / 3.0);
    lastThrottled = now;
    enabled = true;
    return highest * BETA;
  }

  private double speedUp(double now) {
    return SCALE * Math.pow(now - lastThrottled - zeroPoint, 3) + highest;
  }

  /** Whether there was throttling; before it nothing is limited. */
  public boolean enabled() {
    return enabled;
  }

  /** Requests a second that it allows. */
  public double rate() {
    return bucket.rate();
  }

  /** Requests a second that were measured. */
  public double measuredRate() {
    return clock.rate();
  }

  /** The rate at which throttling was seen last. */
  public double highestRate() {
    return highest;
  }

  /** How many requests may go at once when nothing was sent for long. */
  public double maxCapacity() {
    return bucket.maxCapacity();
  }

  /** How many requests may go at once now. */
  public double capacity() {
    return bucket.capacity();
  }
}

package awsleuth.boto.retry;

import java.util.function.DoubleConsumer;

/**
 * Tokens that fill up at a rate; each request takes one. Times are in seconds.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/retries/bucket.py">bucket.py</a>
 */
final class TokenBucket {

  private static final double LEAST_RATE = 0.5;

  /** A sleeper wakes up late by something; without it the last fraction of a token never comes. */
  private static final double LATE = 1e-6;

  private double rate;
  private double maxCapacity;
  private double capacity;
  private double filledAt;

  TokenBucket(double rate, double now) {
    filledAt = now;
    setRate(rate, now);
  }

  double rate() {
    return rate;
  }

  double maxCapacity() {
    return maxCapacity;
  }

  double capacity() {
    return capacity;
  }

  void setRate(double value, double now) {
    refill(now);
    rate = Math.max(value, LEAST_RATE);
    maxCapacity = value >= 1 ? value : 1;
    capacity = Math.min(capacity, maxCapacity);
  }

  double acquire(double now, DoubleConsumer wait) {
    double time = now;
    refill(time);
    if (capacity < 1) {
      for (double missing = missing(); missing > 0; missing = missing()) {
        wait.accept(missing);
        time += missing + LATE;
        refill(time);
      }
    }
    capacity -= 1;
    return time;
  }

  private double missing() {
    return (1 - capacity) / rate;
  }

  private void refill(double now) {
    capacity = Math.min(maxCapacity, capacity + (now - filledAt) * rate);
    filledAt = now;
  }
}

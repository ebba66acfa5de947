package awsleuth.boto.retry;

/**
 * Measures requests a second in half seconds, smoothed. Times are in seconds.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/retries/adaptive.py">adaptive.py</a>
 */
final class RateClock {

  private static final double SMOOTHING = 0.8;
  private static final double SLICES_A_SECOND = 2;

  private double slice;
  private double rate;
  private int count;

  RateClock(double now) {
    slice = Math.floor(now);
  }

  double record(double now) {
    double present = Math.floor(now * SLICES_A_SECOND) / SLICES_A_SECOND;
    count++;
    if (present > slice) {
      rate = count / (present - slice) * SMOOTHING + rate * (1 - SMOOTHING);
      count = 0;
      slice = present;
    }
    return rate;
  }

  double rate() {
    return rate;
  }
}

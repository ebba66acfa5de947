package awsleuth.trail.make;

/** How many of some events fall into a stretch of time: more at day, fewer at night. */
final class Load {

  private static final double SWING = 0.7;
  private static final double DAY = Order.DAY;

  /** The busiest moment of the day, as a part of it. */
  private static final double PEAK = 14.0 / 24;

  private final long first;
  private final long total;
  private final double whole;

  /**
   * So many events from one moment to another.
   *
   * @param first the first moment
   * @param end the moment after the last
   */
  Load(long total, long first, long end) {
    this.total = total;
    this.first = first;
    this.whole = sum(end);
  }

  /** How many are in a stretch; those of all stretches add up to the total. */
  int between(long from, long to) {
    return (int) (until(to) - until(from));
  }

  /** How many are before a moment. */
  long until(long time) {
    return (long) (total * (sum(time) / whole));
  }

  /** The rate added up since the first moment: 1 + SWING · cos(2π(t - PEAK)). */
  private double sum(long time) {
    double days = (time - first) / DAY;
    double turn = 2 * Math.PI;
    return days
        + SWING / turn * (StrictMath.sin(turn * (days - PEAK)) - StrictMath.sin(turn * (0 - PEAK)));
  }
}

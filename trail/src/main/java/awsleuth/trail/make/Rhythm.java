package awsleuth.trail.make;

import java.util.ArrayList;
import java.util.List;

/**
 * Calls that come again and again, each somewhat early or late.
 *
 * @param seed what the lateness follows from
 * @param first the first
 * @param end none at or after that
 * @param period from one to the next, in milliseconds
 */
record Rhythm(long seed, long first, long end, long period) {

  /** The times within a stretch. */
  List<Long> in(Span span) {
    List<Long> times = new ArrayList<>();
    long from = Math.max(0, (span.from() - first) / period - 1);
    for (long i = from; time(i) < Math.min(span.to(), end); i++) {
      if (time(i) >= span.from()) {
        times.add(time(i));
      }
    }
    return times;
  }

  /** The first at or after a moment. */
  long next(long moment) {
    long i = Math.max(0, (moment - first) / period - 1);
    while (time(i) < moment) {
      i++;
    }
    return time(i);
  }

  private long time(long i) {
    return first + i * period + Dice.of(seed, i).below(Math.max(1, period / 2));
  }
}

package awsleuth.collect.wire;

import java.time.Duration;

/**
 * The moment at which waiting ends.
 *
 * @param at that moment, of {@link System#nanoTime}
 * @param whole how long it was away when it was set
 */
public record Deadline(long at, Duration whole) {

  /** So long from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos(), time);
  }

  /** Milliseconds that are left; 1 at least, since 0 means for ever to sockets. */
  public int millis() {
    return (int) Math.clamp((at - System.nanoTime()) / 1_000_000, 1, Integer.MAX_VALUE);
  }

  /** Whether it is past. */
  public boolean isOver() {
    return System.nanoTime() >= at;
  }

  /** How long was waited, for people. */
  public String words() {
    double seconds = whole.toMillis() / 1000.0;
    return (seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : seconds) + " s";
  }
}

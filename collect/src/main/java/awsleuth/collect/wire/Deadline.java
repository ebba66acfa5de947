package awsleuth.collect.wire;

import java.time.Duration;

/**
 * The moment at which waiting ends.
 *
 * @param at that moment, of {@link System#nanoTime}
 * @param whole how long it was away when the waiting began
 * @param given how long it was away when it was set
 */
public record Deadline(long at, Duration whole, Duration given) {

  /** Less than this part of the time tells nothing of what does not answer. */
  private static final double ENOUGH = 0.5;

  /** So long from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos(), time, time);
  }

  /** The same, for a waiting that begins now. */
  public Deadline fromNow() {
    return new Deadline(at, Duration.ofNanos(Math.max(0, at - System.nanoTime())), given);
  }

  /** The same, for a waiting that was no longer than this. */
  public Deadline waited(Duration time) {
    return new Deadline(at, time, given);
  }

  /** Whether so much of the time was gone when the waiting began that no answer tells nothing. */
  public boolean isShort() {
    return whole.toNanos() < given.toNanos() * ENOUGH;
  }

  /** Milliseconds that are left; 1 at least, since 0 means for ever to sockets. */
  public int millis() {
    return Math.clamp((at - System.nanoTime()) / 1_000_000, 1, Integer.MAX_VALUE);
  }

  /** Whether it is past. */
  public boolean isOver() {
    return System.nanoTime() >= at;
  }

  /** How long was waited, for people. */
  public String words() {
    double seconds = Math.rint(whole.toMillis() / 100.0) / 10;
    return (seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : seconds) + " s";
  }
}

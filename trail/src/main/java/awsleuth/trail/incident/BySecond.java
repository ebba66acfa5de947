package awsleuth.trail.incident;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many calls there are, second by second from a target's beginning, and in as long a time
 * before it.
 */
final class BySecond implements Serializable {

  private static final long serialVersionUID = 1;

  /** The seconds that have calls, as far as they are looked at one by one. */
  private int[] seconds = new int[0];

  private long within;
  private long before;

  /**
   * Counts a call.
   *
   * @param since milliseconds since the target's beginning; less than 0 before it
   * @param most how many seconds are looked at one by one
   */
  void add(long since, int most) {
    if (since < 0) {
      before++;
      return;
    }
    within++;
    if (since / 1000 < most) {
      add((int) (since / 1000), 1, most);
    }
  }

  private void add(int second, int number, int most) {
    if (second >= seconds.length) {
      seconds = Arrays.copyOf(seconds, Math.clamp(2L * second, 16, most));
    }
    seconds[second] += number;
  }

  void merge(BySecond other, int most) {
    for (int i = 0; i < other.seconds.length; i++) {
      if (other.seconds[i] > 0) {
        add(i, other.seconds[i], most);
      }
    }
    within += other.within;
    before += other.before;
  }

  /** The same without the calls of another, all of which are among its own. */
  BySecond less(BySecond other) {
    BySecond rest = new BySecond();
    rest.seconds = seconds.clone();
    for (int i = 0; i < Math.min(seconds.length, other.seconds.length); i++) {
      rest.seconds[i] -= other.seconds[i];
    }
    rest.within = within - other.within;
    rest.before = before - other.before;
    return rest;
  }

  /** How many calls there are since the beginning. */
  long within() {
    return within;
  }

  /** How many calls there are before it. */
  long before() {
    return before;
  }

  /** The most calls in one second. */
  int busiest() {
    return Arrays.stream(seconds).max().orElse(0);
  }

  /** The calls in seconds in which the other has calls too. */
  long shared(BySecond other) {
    long shared = 0;
    for (int i = 0; i < Math.min(seconds.length, other.seconds.length); i++) {
      shared += other.seconds[i] > 0 ? seconds[i] : 0;
    }
    return shared;
  }

  /** How many numbers are kept. */
  long size() {
    return seconds.length;
  }
}

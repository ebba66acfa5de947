package awsleuth.trail.time;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A group's calls and failures over time.
 *
 * @param group the group
 * @param width how long each stretch is, in milliseconds
 * @param stretches those with calls, in the order of time
 * @param calls how many calls there are in all
 * @param failures how many of them failed with the group's code
 * @param first when the first call was, failed or not
 * @param logged whether logs tell of it, of the failed calls alone: then the calls are the failures
 */
public record Times(
    Group group,
    long width,
    List<Stretch> stretches,
    long calls,
    long failures,
    long first,
    boolean logged)
    implements Serializable {

  /**
   * A stretch of time.
   *
   * @param start its first moment, in milliseconds since 1970 UTC
   * @param calls how many calls it has, at least one
   * @param failures how many of them failed
   * @param first when the first of these was; the first moment where none failed
   */
  public record Stretch(long start, int calls, int failures, long first) implements Serializable {}

  static Times of(Group group, Series calls, Series failures, long first) {
    Series all = calls.copy();
    Series failed = failures.copy();
    all.widenTo(failed.doublings());
    failed.widenTo(all.doublings());
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      long start = all.start(i);
      stretches.add(
          new Stretch(start, all.count(i), failed.countAt(start), failed.firstFrom(start)));
    }
    return new Times(
        group, all.width(), List.copyOf(stretches), all.total(), failed.total(), first, false);
  }

  /** The same, of which logs tell or not. */
  Times told(boolean byLogs) {
    return new Times(group, width, stretches, calls, failures, first, byLogs);
  }

  /** The share of calls that failed, from 0 to 1. */
  public double share() {
    return calls == 0 ? 0 : (double) failures / calls;
  }
}

package awsleuth.trail.time;

import java.io.Serializable;

/**
 * A stretch of time in which more of a group's calls failed than before, too many more for chance.
 *
 * @param times the group
 * @param from when the first of these failures was, in milliseconds since 1970 UTC
 * @param to the moment after it
 * @param lasting whether it goes on until the last of the group's calls
 * @param before calls before it; of a group of which logs tell, how long that was in milliseconds
 * @param failedBefore how many failed before it
 * @param within calls within it; likewise
 * @param failedWithin how many failed within it
 * @param score how much better two shares explain the calls than one, as the logarithm of the ratio
 *     of likelihoods, divided by how unsteady the failures are anyway
 */
public record Onset(
    Times times,
    long from,
    long to,
    boolean lasting,
    long before,
    long failedBefore,
    long within,
    long failedWithin,
    double score)
    implements Serializable {

  private static final double HOUR = 3_600_000;

  /** The group. */
  public Group group() {
    return times.group();
  }

  /**
   * The same, its calls counted from the first failure on.
   *
   * @param early how many calls of its first stretch of time came before that failure, as far as
   *     that is known
   */
  public Onset without(long early) {
    long less = Math.clamp(early, 0, within - failedWithin);
    return new Onset(
        times, from, to, lasting, before + less, failedBefore, within - less, failedWithin, score);
  }

  /** How many failed an hour before, of a group of which logs tell. */
  public double perHourBefore() {
    return shareBefore() * HOUR;
  }

  /** How many fail an hour within it, of a group of which logs tell. */
  public double perHourWithin() {
    return shareWithin() * HOUR;
  }

  /** The share that failed before, from 0 to 1. */
  public double shareBefore() {
    return before == 0 ? 0 : (double) failedBefore / before;
  }

  /** The share that failed within, from 0 to 1. */
  public double shareWithin() {
    return within == 0 ? 0 : (double) failedWithin / within;
  }
}

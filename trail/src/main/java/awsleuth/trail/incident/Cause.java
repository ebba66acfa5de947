package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;

/** Why calls fail since a moment, as far as an archive tells. */
public sealed interface Cause {

  /**
   * A change: what was allowed before it is refused since.
   *
   * @param suspect the change, confirmed
   */
  record Changed(Suspect suspect) implements Cause {}

  /**
   * IAM had not caught up with a change made moments before (IAM user guide, "Changes that I make
   * are not always immediately visible").
   *
   * @param change the change
   * @param refused the first call that was refused
   * @param success the first call that succeeded after that, without another change
   */
  record Propagation(Change change, Event refused, Event success) implements Cause {}

  /**
   * A caller used up the rate that an account shares in a Region, with the same operation; another,
   * or the throttled one itself. It may have where the rate is not known to be the account's, and
   * with another operation of the service.
   *
   * @param rate which calls use up the rate of the throttled operation
   * @param resource what both call, where that has a rate of its own; else empty
   * @param operation what it calls
   * @param principal who
   * @param agent what it calls with
   * @param calls its calls while others were throttled
   * @param callsBefore its calls in as long a time before
   * @param busiest the most calls that it made in one second
   * @param shared its calls in the seconds in which the throttled caller called too
   * @param own the throttled caller's calls while it was throttled
   * @param first the first throttled call
   */
  record Storm(
      Rate rate,
      String resource,
      String operation,
      String principal,
      String agent,
      long calls,
      long callsBefore,
      int busiest,
      long shared,
      long own,
      Event first)
      implements Cause {

    /** Whether both share a rate for certain. */
    public boolean isCertain() {
      return isOfSameOperation() && rate == Rate.ACCOUNT && !isSteady();
    }

    /** Whether it makes so few calls a second that they may be no load to the rate. */
    public boolean isSteady() {
      return busiest < Storms.BUSY;
    }

    /** Whether it calls the operation that is throttled. */
    public boolean isOfSameOperation() {
      return operation.equals(first.name());
    }

    /** Whether it is the throttled caller itself. */
    public boolean isItself() {
      return principal.equals(first.principal());
    }
  }

  /** Nothing in the archive explains it for certain. */
  record Unknown() implements Cause {}
}

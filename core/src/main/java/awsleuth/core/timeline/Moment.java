package awsleuth.core.timeline;

import awsleuth.core.evidence.Source;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened, or is to happen, at a time that evidence tells.
 *
 * @param time as it is written
 * @param at when that was; empty where the time has no zone, no date or no year
 * @param zone how the zone is known
 * @param topic what kind of thing it is
 * @param words what happened, in words
 * @param source where that stands
 */
public record Moment(
    WrittenTime time, Optional<Instant> at, Zone zone, Topic topic, String words, Source source) {

  /** How the offset of a time from UTC is known. */
  public enum Zone {
    /** It is written there. */
    WRITTEN,
    /** The user said in which zone the log is. */
    GIVEN,
    /** A request id stands there and in a CloudTrail event, whose times are UTC. */
    MATCHED,
    /** It is not known. */
    UNKNOWN
  }

  /** What kind of thing happened. */
  public enum Topic {
    /** A call failed. */
    FAILURE,
    /** A line of a log. */
    LOG,
    /** A call that CloudTrail recorded. */
    EVENT,
    /** A change of what is allowed, recorded by CloudTrail or dated by IAM. */
    CHANGE,
    /** Something ends to be valid. */
    EXPIRY,
    /** A call that was seen in the running program. */
    WATCHED
  }

  /** A moment whose zone is written, or that has none. */
  static Moment of(WrittenTime time, Topic topic, String words, Source source) {
    Zone zone = time.instant().isPresent() ? Zone.WRITTEN : Zone.UNKNOWN;
    return new Moment(time, time.instant(), zone, topic, words, source);
  }

  /** The same at an instant that something else than the text tells. */
  Moment at(Instant instant, Zone how) {
    return new Moment(time, Optional.of(instant), how, topic, words, source);
  }
}

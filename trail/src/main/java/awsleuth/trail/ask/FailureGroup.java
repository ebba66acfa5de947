package awsleuth.trail.ask;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Failed calls that belong together.
 *
 * @param source {@code eventSource}; of a log without events the service; empty where several are
 *     brought together
 * @param operation {@code eventName}; empty likewise
 * @param principal who called; empty likewise, or where it is unknown
 * @param code the error code
 * @param reason of a denial what the message says of the policy that denies; else empty
 * @param count how many there are
 * @param calls how many calls of the same service, operation and principal there are, failed or
 *     not; empty where a log told of the failed ones alone
 * @param first when the first was, in milliseconds since 1970 UTC; empty where unknown
 * @param last likewise the last
 * @param samples the earliest, at most three
 * @param event the first of these
 * @param record its record; empty where it is not kept
 * @param alike whether the messages of all say the same, names and numbers aside; what explains the
 *     first may not explain the others where they do not
 */
public record FailureGroup(
    String source,
    String operation,
    String principal,
    String code,
    String reason,
    long count,
    OptionalLong calls,
    OptionalLong first,
    OptionalLong last,
    List<CallPlace> samples,
    Event event,
    Optional<RecordText> record,
    boolean alike) {

  private static final double HOUR = 3_600_000;

  /** The share of the calls that failed, 0 to 1; empty where the calls are unknown. */
  public OptionalDouble share() {
    return calls.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count / calls.getAsLong());
  }

  /** How many failed an hour, between the first and the last; empty of less than a minute. */
  public OptionalDouble perHour() {
    if (first.isEmpty() || last.isEmpty() || last.getAsLong() - first.getAsLong() < HOUR / 60) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(count * HOUR / (last.getAsLong() - first.getAsLong()));
  }
}

package awsleuth.trail.ask;

import awsleuth.trail.Event;
import java.io.Serializable;
import java.util.Comparator;

/**
 * One failed call of a group, to look at.
 *
 * @param time in milliseconds since 1970 UTC; {@link Event#UNKNOWN_TIME} where unknown
 * @param requestId empty where unknown
 * @param eventId empty where unknown
 * @param actionId what other events of the same action have too; empty where unknown
 * @param file where its event stands
 * @param record which of the file's
 */
public record CallPlace(
    long time, String requestId, String eventId, String actionId, String file, long record)
    implements Serializable {

  static final Comparator<CallPlace> ORDER =
      Comparator.comparingLong(CallPlace::time)
          .thenComparing(CallPlace::actionId)
          .thenComparing(CallPlace::eventId)
          .thenComparing(CallPlace::file)
          .thenComparingLong(CallPlace::record);

  static CallPlace of(Event event) {
    return new CallPlace(
        event.time(),
        event.requestId(),
        event.eventId(),
        event.actionId(),
        event.file(),
        event.record());
  }

  /** Whether both are of one action, told twice. */
  boolean isDelivered(CallPlace other) {
    return !actionId.isEmpty() && actionId.equals(other.actionId) && time == other.time;
  }

  /** The same with ids of no more characters than so many: CloudTrail's have 36. */
  CallPlace shortened(int most) {
    return requestId.length() <= most && eventId.length() <= most && actionId.length() <= most
        ? this
        : new CallPlace(
            time, cut(requestId, most), cut(eventId, most), cut(actionId, most), file, record);
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }
}

package awsleuth.trail.make;

import java.time.Instant;
import java.util.List;

/**
 * What archive is wanted. The same order gives the same bytes.
 *
 * @param seed what everything that is random follows from
 * @param events about how many events; planted incidents need some hundred each
 * @param changes how many changes of policies, roles, keys and the like there are that have nothing
 *     to do with an incident
 * @param start midnight before the first event
 * @param days how many days the archive spans, at least 1
 * @param incidents what is planted, each at a time of its own
 * @param organisation whether the archive lies as an organization's trail writes it, below {@code
 *     o-…}
 */
public record Order(
    long seed,
    long events,
    int changes,
    Instant start,
    int days,
    List<IncidentKind> incidents,
    boolean organisation) {

  /** What one event takes on average, in bytes of JSON, as measured over a million. */
  public static final int BYTES_PER_EVENT = 1_330;

  static final long DAY = 86_400_000L;

  /** How many events make an archive of so many bytes, unpacked. */
  public static long eventsOf(long bytes) {
    return Math.max(1, bytes / BYTES_PER_EVENT);
  }

  long first() {
    return start.toEpochMilli();
  }

  long end() {
    return first() + days * DAY;
  }

  /** The moment at a part of the span, on a whole second. */
  long at(double part) {
    return first() + (long) (part * days * DAY) / 1000 * 1000;
  }
}

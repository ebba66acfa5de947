package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * When a call was made.
 *
 * @param at the moment
 * @param isTold whether evidence tells it; else it is the present one, which is a guess
 */
public record CallTime(Instant at, boolean isTold) {

  /** As the evidence has it. */
  public static CallTime told(Instant at) {
    return new CallTime(at, true);
  }

  /** Nothing tells; it is taken for just now. */
  public static CallTime now(Instant now) {
    return new CallTime(now, false);
  }

  /** {@code near 2026-11-20T08:15:31Z}, and that it is a guess where it is one. */
  String near() {
    String second = "near " + at.truncatedTo(ChronoUnit.SECONDS);
    return isTold ? second : second + ", which is now: nothing tells when the call was made";
  }

  /** So long before it, as a parameter. */
  PyValue before(Duration time) {
    return parameter(at.minus(time));
  }

  /** So long after it, as a parameter. */
  PyValue after(Duration time) {
    return parameter(at.plus(time));
  }

  /** A moment as botocore takes it. */
  static PyValue parameter(Instant instant) {
    return new PyValue.DateTime(
        instant.atOffset(ZoneOffset.UTC).toLocalDateTime(), OptionalInt.of(0));
  }
}

package awsleuth.collect.probe;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** When credentials ended, by the word of what gives them. */
final class Ended {

  private Ended() {}

  /** Empty where they have not ended, and where that cannot be read. */
  static Optional<Instant> of(String expiration, Instant now) {
    try {
      return Optional.of(OffsetDateTime.parse(expiration).toInstant())
          .filter(end -> end.isBefore(now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

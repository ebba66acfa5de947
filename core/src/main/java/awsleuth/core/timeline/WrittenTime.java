package awsleuth.core.timeline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time as a text has it.
 *
 * @param written the text's own characters
 * @param clock date and time of day; empty where the text has the time of day alone, or no year
 * @param offset the offset from UTC that is written behind it; empty where none is
 */
public record WrittenTime(
    String written, Optional<LocalDateTime> clock, Optional<ZoneOffset> offset) {

  /** The time that a line of text begins with; empty where it has none that is its own. */
  public static Optional<WrittenTime> in(String line) {
    return TimeReader.of(line);
  }

  /** The instant; empty where the text does not tell it. */
  public Optional<Instant> instant() {
    return clock.flatMap(c -> offset.map(c::toInstant));
  }

  /** Whether nothing but the offset from UTC is missing. */
  boolean lacksZone() {
    return clock.isPresent() && offset.isEmpty();
  }
}

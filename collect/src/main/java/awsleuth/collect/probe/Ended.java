package awsleuth.collect.probe;

import awsleuth.boto.python.DateutilParser;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.collect.wire.HttpReply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When credentials ended, by the word of what gives them. */
final class Ended {

  private Ended() {}

  /**
   * Empty where they have not ended, and where that cannot be read. What gives them is asked what
   * time it is: this machine's clock may be wrong, which is another fault.
   *
   * @param expiration as the answer has it
   * @param reply the answer
   */
  static Optional<Instant> of(String expiration, HttpReply reply) {
    Instant now = date(reply).orElseGet(Instant::now);
    return DateutilParser.parse(expiration, LocalDate.ofInstant(now, ZoneOffset.UTC))
            instanceof DateutilParser.Parsed(DateTime end)
        ? instant(end).filter(e -> e.isBefore(now))
        : Optional.empty();
  }

  /** Empty where it is of no zone. */
  private static Optional<Instant> instant(DateTime end) {
    return end.offsetSeconds().isPresent()
        ? Optional.of(
            end.local().toInstant(ZoneOffset.UTC).minusSeconds(end.offsetSeconds().getAsInt()))
        : Optional.empty();
  }

  private static Optional<Instant> date(HttpReply reply) {
    try {
      String date = reply.headers().getOrDefault("date", "");
      return Optional.of(
          OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package awsleuth.app.trail;

import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Printable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments on the command line. */
final class Moment {

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private static final Pattern OFFSET = Pattern.compile("T.*([+-]\\d{2}):?(\\d{2})$");

  private Moment() {}

  /** Whether a text is no moment by itself but one so long ago. */
  static boolean isAgo(String text) {
    return AGO.matcher(text).matches();
  }

  /**
   * In milliseconds since 1970 UTC: a day, its beginning in UTC; a time, in UTC where it has no
   * offset; or so long ago.
   *
   * @throws InputException where it is none of these
   */
  static long of(String option, String text, Instant now) throws InputException {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      return now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2))).toEpochMilli();
    }
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      }
      String time = text.replace(' ', 'T');
      Matcher offset = OFFSET.matcher(time);
      if (offset.find()) {
        String colon = time.substring(0, offset.start(1)) + offset.group(1) + ":" + offset.group(2);
        return OffsetDateTime.parse(colon).toInstant().toEpochMilli();
      }
      return time.endsWith("Z")
          ? OffsetDateTime.parse(time).toInstant().toEpochMilli()
          : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new InputException(
          option
              + " is a time, as 2026-11-18, 2026-11-18T15:30:00Z or 6h (ago), not `"
              + Printable.line(text)
              + "`");
    }
  }

  private static Duration duration(long number, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}

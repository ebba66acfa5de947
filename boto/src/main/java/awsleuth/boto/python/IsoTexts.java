package awsleuth.boto.python;

import awsleuth.boto.python.PyValue.DateTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.OptionalInt;

/** Dates and times as {@code isoformat()} writes them. */
final class IsoTexts {

  private IsoTexts() {}

  /**
   * Reads {@code 2024-01-02T03:04:05.000006+02:00}; the time and the offset may be left out.
   *
   * @throws java.time.DateTimeException if it is not one
   * @throws IllegalArgumentException if its offset is not one
   */
  static DateTime dateTime(String text) {
    if (text.length() <= 10) {
      return new DateTime(LocalDate.parse(text).atStartOfDay(), OptionalInt.empty());
    }
    LocalDate date = LocalDate.parse(text.substring(0, 10));
    String rest = text.substring(11);
    int sign = Math.max(rest.indexOf('+'), rest.indexOf('-'));
    boolean utc = rest.endsWith("Z");
    String time = sign >= 0 ? rest.substring(0, sign) : utc ? cut(rest) : rest;
    return new DateTime(
        LocalDateTime.of(date, LocalTime.parse(time)),
        sign >= 0
            ? OptionalInt.of(offset(rest.substring(sign)))
            : utc ? OptionalInt.of(0) : OptionalInt.empty());
  }

  private static String cut(String text) {
    return text.substring(0, text.length() - 1);
  }

  /** {@code +02:00} or {@code -07:30:15}, as seconds. */
  private static int offset(String text) {
    String[] parts = text.substring(1).split(":", -1);
    int seconds = 0;
    for (int i = 0; i < 3; i++) {
      seconds = seconds * 60 + (i < parts.length ? Integer.parseInt(parts[i]) : 0);
    }
    return text.charAt(0) == '-' ? -seconds : seconds;
  }
}

package awsleuth.trail.read;

import awsleuth.trail.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times of events. Not for two threads at a time. */
final class EventTimes {

  private static final int USUAL_LENGTH = 20;
  private static final int LONGEST = 40;
  private static final int DATE_LENGTH = 10;
  private static final long DAY = 86_400_000;
  private static final double SECONDS_END = 1e11;
  private static final long NO_DATE = -1;

  /** AWS began in 2006: what is said to be from before then, or of the year 2100, has no time. */
  private static final long FIRST = Instant.parse("2006-01-01T00:00:00Z").toEpochMilli();

  private static final long END = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private long dateHead = NO_DATE;
  private long dateTail = NO_DATE;
  private long date = Event.UNKNOWN_TIME;

  /**
   * Milliseconds since 1970 UTC of {@code 2026-11-18T15:42:07Z}, as CloudTrail writes them; also
   * with fractions, other offsets and a space for the T, without an offset as UTC (so do CloudTrail
   * Lake and Athena), and as seconds or milliseconds since 1970. {@link Event#UNKNOWN_TIME} of
   * anything else.
   */
  long of(byte[] b, int from, int to) {
    if (to - from == USUAL_LENGTH && b[from + 10] == 'T' && b[from + 19] == 'Z') {
      long day = date(b, from);
      int hour = two(b, from + 11);
      int minute = two(b, from + 14);
      int second = two(b, from + 17);
      if (day != Event.UNKNOWN_TIME
          && (hour | minute | second) >= 0
          && b[from + 13] == ':'
          && b[from + 16] == ':'
          && hour < 24
          && minute < 60
          && second < 60) {
        return possible(day + ((hour * 60L + minute) * 60 + second) * 1000);
      }
    }
    return of(Texts.once(b, from, to));
  }

  /** Likewise, of a text. */
  static long of(String written) {
    String text = written.strip();
    if (text.length() > LONGEST) {
      return Event.UNKNOWN_TIME;
    }
    try {
      if (isNumber(text)) {
        double number = Double.parseDouble(text);
        return possible(Math.round(number < SECONDS_END ? number * 1000 : number));
      }
      String iso =
          text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
              ? text.substring(0, DATE_LENGTH)
                  + "T"
                  + text.substring(DATE_LENGTH + 1).replace(" UTC", "")
              : text;
      boolean offset =
          iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > DATE_LENGTH;
      return possible(
          offset
              ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
              : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return Event.UNKNOWN_TIME;
    }
  }

  private static long possible(long time) {
    return time < FIRST || time >= END ? Event.UNKNOWN_TIME : time;
  }

  /** Whether it is a count of seconds or milliseconds of this century. */
  private static boolean isNumber(String text) {
    int dot = text.indexOf('.');
    int length = dot < 0 ? text.length() : dot;
    return (length == 10 || length == 13)
        && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
        && text.indexOf('.', dot + 1) < 0;
  }

  /** The moment that a day begins; most events are of the same day as the one before. */
  private long date(byte[] b, int from) {
    long head = Words.at(b, from);
    long tail = Words.at(b, from + 2);
    if (head != dateHead || tail != dateTail) {
      dateHead = head;
      dateTail = tail;
      date = day(b, from);
    }
    return date;
  }

  private static long day(byte[] b, int from) {
    int century = two(b, from);
    int year = two(b, from + 2);
    int month = two(b, from + 5);
    int day = two(b, from + 8);
    if ((century | year | month | day) < 0 || b[from + 4] != '-' || b[from + 7] != '-') {
      return Event.UNKNOWN_TIME;
    }
    try {
      return LocalDate.of(century * 100 + year, month, day).toEpochDay() * DAY;
    } catch (DateTimeException e) {
      return Event.UNKNOWN_TIME;
    }
  }

  /** Two digits; negative where they are none. */
  private static int two(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}

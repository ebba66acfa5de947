package awsleuth.boto.python;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes a date of what a text has of it, the rest being today's. */
record DateFilling(LocalDate today) {

  /** Two digits are the year that is nearest to today. */
  long fullYear(long year, boolean century) {
    if (year >= 100 || century) {
      return year;
    }
    int now = today.getYear();
    long full = year + now / 100 * 100L;
    if (full >= now + 50) {
      return full - 100;
    }
    return full < now - 50 ? full + 100 : full;
  }

  /**
   * The date and time.
   *
   * @param weekday 0 for Monday; null if the text has none
   * @throws NotADate if a part is beyond its range
   */
  DateutilParser.Result fill(
      YearMonthDay.Resolved date,
      boolean century,
      DateClock clock,
      @Nullable Integer weekday,
      DateZone zone)
      throws NotADate {
    Long year = date.year() == null ? null : Long.valueOf(fullYear(date.year(), century));
    long y = or(year, today.getYear());
    long m = or(date.month(), today.getMonthValue());
    long d = date.day() == null ? lastDay(y, m) : date.day();
    long[] all = LongStream.concat(LongStream.of(y, m, d), LongStream.of(clock.parts())).toArray();
    if (LongStream.of(all).anyMatch(n -> n > Integer.MAX_VALUE)) {
      return new DateutilParser.Overflow();
    }
    LocalDateTime local = local(all);
    if (weekday != null && date.day() == null) {
      local = local.plusDays(Math.floorMod(weekday + 1 - local.getDayOfWeek().getValue(), 7));
    }
    return local.getYear() > 9999 ? new DateutilParser.Overflow() : zone.of(local);
  }

  /** Today's day, or the last one of that month where it is shorter. */
  private long lastDay(long year, long month) throws NotADate {
    if (month < 1 || month > 12) {
      throw new NotADate();
    }
    int like = Year.isLeap(year) ? 2000 : 2001;
    return Math.min(today.getDayOfMonth(), YearMonth.of(like, (int) month).lengthOfMonth());
  }

  private static LocalDateTime local(long[] n) throws NotADate {
    try {
      if (n[0] < 1 || n[0] > 9999) {
        throw new NotADate();
      }
      return LocalDateTime.of(
          (int) n[0],
          (int) n[1],
          (int) n[2],
          (int) n[3],
          (int) n[4],
          (int) n[5],
          (int) n[6] * 1000);
    } catch (DateTimeException e) {
      throw new NotADate();
    }
  }

  private static long or(@Nullable Long value, long other) {
    return value == null ? other : value;
  }
}

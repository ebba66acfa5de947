package awsleuth.boto.python;

import awsleuth.boto.python.PyValue.DateTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What dateutil 2.9 reads out of a text, the parser that botocore leaves texts to: it takes nearly
 * anything for a date and fills what is missing from today.
 *
 * @see <a href="https://dateutil.readthedocs.io/en/stable/parser.html">dateutil.parser.parse</a>
 */
public final class DateutilParser {

  /** Seconds; Python knows no longer offset than a day. */
  private static final long DAY = 86_400;

  /** Seconds of the longest span of time that Python can hold. */
  private static final long LONGEST_OFFSET = 999_999_999 * DAY;

  /** Digits of Python's decimals. */
  private static final int DECIMAL_DIGITS = 28;

  /** What comes of a text. */
  public sealed interface Result {}

  /** A date and time, naive where the text has no time zone that is known. */
  public record Parsed(DateTime value) implements Result {}

  /** Not a date: {@code ValueError}. */
  public record Wrong() implements Result {}

  /** A number too large for a date: {@code OverflowError}. */
  public record Overflow() implements Result {}

  /** A number of more digits than Python's decimals divide: {@code decimal.InvalidOperation}. */
  public record BeyondDecimals() implements Result {}

  private final List<String> tokens;
  private final LocalDate today;
  private final YearMonthDay ymd = new YearMonthDay();
  private @Nullable Integer weekday;
  private @Nullable Long hour;
  private @Nullable Long minute;
  private @Nullable Long second;
  private @Nullable Long micros;
  private @Nullable String zone;
  private @Nullable Long offset;

  private DateutilParser(List<String> tokens, LocalDate today) {
    this.tokens = tokens;
    this.today = today;
  }

  /** Parses a text, as of a day. */
  public static Result parse(String text, LocalDate today) {
    DateutilParser parser = new DateutilParser(DateTokens.of(text), today);
    try {
      parser.read();
      return parser.build(parser.ymd.resolve());
    } catch (NotADate e) {
      return e.beyondDecimals() ? new BeyondDecimals() : new Wrong();
    } catch (IndexOutOfBoundsException e) {
      return new Wrong();
    }
  }

  private String token(int i) {
    return tokens.get(i);
  }

  private boolean is(int i, String token) {
    return i >= 0 && i < tokens.size() && tokens.get(i).equals(token);
  }

  private boolean sign(int i) {
    return is(i, "+") || is(i, "-");
  }

  private void read() throws NotADate {
    int i = 0;
    while (i < tokens.size()) {
      i = one(i) + 1;
    }
  }

  /** Reads what begins at a token; gives the last token of it. */
  private int one(int i) throws NotADate {
    String word = token(i);
    BigDecimal number = DateNumbers.of(word);
    if (number != null) {
      return number(i, number);
    }
    if (word.equalsIgnoreCase("inf")
        || word.equalsIgnoreCase("nan")
        || word.equalsIgnoreCase("infinity")) {
      throw new NotADate();
    }
    if (DateWords.weekday(word) >= 0) {
      weekday = DateWords.weekday(word);
      return i;
    }
    if (DateWords.month(word) > 0) {
      return month(i, DateWords.month(word));
    }
    if (DateWords.half(word) >= 0) {
      hour = half(hour, DateWords.half(word));
      return i;
    }
    if (hour != null && zone == null && offset == null && DateWords.zone(word)) {
      return zone(i);
    }
    if (hour != null && sign(i)) {
      return offset(i);
    }
    if (!DateWords.jump(word)) {
      throw new NotADate();
    }
    return i;
  }

  /** {@code Jan-01}, {@code Jan-01-99}, {@code Jan of 01} or a month alone. */
  private int month(int i, long named) throws NotADate {
    ymd.addMonth(named);
    if (is(i + 1, "-") || is(i + 1, "/")) {
      ymd.add(token(i + 2));
      if (i + 3 < tokens.size() && token(i + 3).equals(token(i + 1))) {
        ymd.add(token(i + 4));
        return i + 4;
      }
      return i + 2;
    }
    boolean of =
        i + 4 < tokens.size()
            && is(i + 1, " ")
            && is(i + 3, " ")
            && token(i + 2).equalsIgnoreCase("of");
    if (!of) {
      return i;
    }
    if (DateNumbers.digits(token(i + 4))) {
      ymd.addYear(String.valueOf(fullYear(DateNumbers.whole(token(i + 4)), false)));
    }
    return i + 4;
  }

  private static long half(@Nullable Long hour, int half) throws NotADate {
    if (hour == null || hour > 12) {
      throw new NotADate();
    }
    return twelve(hour, half);
  }

  private static long twelve(long hour, int half) {
    if (hour < 12 && half == 1) {
      return hour + 12;
    }
    return hour == 12 && half == 0 ? 0 : hour;
  }

  /** A zone's name; {@code GMT+3} means that the zone is behind by three hours. */
  private int zone(int i) {
    zone = token(i);
    offset = DateWords.knownOffset(zone) ? 0L : null;
    if (sign(i + 1)) {
      tokens.set(i + 1, is(i + 1, "+") ? "-" : "+");
      offset = null;
      if (DateWords.utc(zone)) {
        zone = null;
      }
    }
    return i;
  }

  /** {@code +0300}, {@code +03:00}, {@code +03}, and a name in brackets after it. */
  private int offset(int i) throws NotADate {
    int at = i;
    String digits = token(at + 1);
    int length = digits.codePointCount(0, digits.length());
    long hours;
    long minutes = 0;
    if (length == 4) {
      hours = DateNumbers.whole(DateNumbers.slice(digits, 0, 2));
      minutes = DateNumbers.whole(DateNumbers.slice(digits, 2));
    } else if (is(at + 2, ":")) {
      hours = DateNumbers.whole(digits);
      minutes = DateNumbers.whole(token(at + 3));
      at += 2;
    } else if (length <= 2) {
      hours = DateNumbers.whole(digits);
    } else {
      throw new NotADate();
    }
    long bounded = Math.min(hours, 1L << 40) * 3600 + Math.min(minutes, 1L << 50) * 60;
    offset = token(i).equals("+") ? bounded : -bounded;
    if (named(at)) {
      zone = token(at + 4);
      at += 4;
    }
    return at + 1;
  }

  private boolean named(int at) {
    return at + 5 < tokens.size()
        && DateWords.jump(token(at + 2))
        && is(at + 3, "(")
        && is(at + 5, ")")
        && token(at + 4).length() >= 3
        && zone == null
        && DateWords.zone(token(at + 4));
  }

  private int number(int i, BigDecimal value) throws NotADate {
    String s = token(i);
    int length = s.length();
    boolean last = i + 1 >= tokens.size();
    if (ymd.size() == 3
        && (length == 2 || length == 4)
        && hour == null
        && (last || (!is(i + 1, ":") && DateWords.unit(token(i + 1)) < 0))) {
      hour = DateNumbers.whole(DateNumbers.slice(s, 0, 2));
      minute = length == 4 ? Long.valueOf(DateNumbers.whole(DateNumbers.slice(s, 2))) : minute;
      return i;
    }
    if (length == 6 || (length > 6 && s.indexOf('.') == 6)) {
      six(s);
      return i;
    }
    if (length == 8 || length == 12 || length == 14) {
      compact(s);
      return i;
    }
    int unit = unitAt(i);
    if (unit >= 0) {
      return unit(i, unit, value);
    }
    if (i + 2 < tokens.size() && is(i + 1, ":")) {
      return clock(i, value);
    }
    if (is(i + 1, "-") || is(i + 1, "/") || is(i + 1, ".")) {
      return separated(i);
    }
    if (last || DateWords.jump(token(i + 1))) {
      return alone(i, value);
    }
    boolean ofDay = value.compareTo(BigDecimal.valueOf(24)) < 0;
    if (ofDay && DateWords.half(token(i + 1)) >= 0) {
      hour = twelve(DateNumbers.whole(value), DateWords.half(token(i + 1)));
      return i + 1;
    }
    if (!ymd.couldBeDay(value)) {
      throw new NotADate();
    }
    ymd.add(DateNumbers.whole(value), false);
    return i;
  }

  /** {@code YYMMDD}, or {@code HHMMSS} where a date came before. */
  private void six(String s) throws NotADate {
    if (ymd.size() == 0 && s.indexOf('.') < 0) {
      ymd.add(s.substring(0, 2));
      ymd.add(s.substring(2, 4));
      ymd.add(s.substring(4));
      return;
    }
    hour = DateNumbers.whole(s.substring(0, 2));
    minute = DateNumbers.whole(s.substring(2, 4));
    seconds(s.substring(4));
  }

  /** {@code YYYYMMDD}, {@code YYYYMMDDHHMM} or {@code YYYYMMDDHHMMSS}. */
  private void compact(String s) throws NotADate {
    ymd.addYear(s.substring(0, 4));
    ymd.add(s.substring(4, 6));
    ymd.add(s.substring(6, 8));
    if (s.length() > 8) {
      hour = DateNumbers.whole(s.substring(8, 10));
      minute = DateNumbers.whole(s.substring(10, 12));
    }
    if (s.length() > 12) {
      second = DateNumbers.whole(s.substring(12));
    }
  }

  /** Where the unit of a number is: after it, before it, with a space between; -1 if nowhere. */
  private int unitAt(int i) {
    int size = tokens.size();
    if (i + 1 < size && DateWords.unit(token(i + 1)) >= 0) {
      return i + 1;
    }
    if (i + 2 < size && is(i + 1, " ") && DateWords.unit(token(i + 2)) >= 0) {
      return i + 2;
    }
    if (i > 0 && DateWords.unit(token(i - 1)) >= 0) {
      return i - 1;
    }
    boolean spaced = i > 1 && i == size - 1 && is(i - 1, " ");
    return spaced && DateWords.unit(token(i - 2)) >= 0 ? i - 2 : -1;
  }

  /** {@code 12h}, or the {@code 04} of {@code 12h04}, which has the next finer unit. */
  private int unit(int i, int at, BigDecimal value) throws NotADate {
    int unit = DateWords.unit(token(at)) + (at < i ? 1 : 0);
    if (unit == 0) {
      hour = DateNumbers.whole(value);
      BigDecimal rest = fraction(value);
      if (rest.signum() != 0) {
        minute = DateNumbers.whole(rest.multiply(BigDecimal.valueOf(60)));
      }
    } else if (unit == 1) {
      minutes(value);
    } else if (unit == 2) {
      seconds(token(i));
    }
    return Math.max(i, at);
  }

  private static BigDecimal fraction(BigDecimal value) throws NotADate {
    if (value.precision() - value.scale() > DECIMAL_DIGITS) {
      throw new NotADate(true);
    }
    return value.remainder(BigDecimal.ONE);
  }

  private void minutes(BigDecimal value) throws NotADate {
    minute = DateNumbers.whole(value);
    BigDecimal rest = fraction(value);
    second =
        rest.signum() == 0
            ? null
            : Long.valueOf(DateNumbers.whole(rest.multiply(BigDecimal.valueOf(60))));
  }

  private void seconds(String s) throws NotADate {
    int point = s.indexOf('.');
    if (point < 0) {
      second = DateNumbers.whole(s);
      micros = 0L;
      return;
    }
    String fraction = s.substring(point + 1);
    second = DateNumbers.whole(s.substring(0, point));
    micros = DateNumbers.whole((fraction + "000000").substring(0, 6));
  }

  /** {@code HH:MM} or {@code HH:MM:SS.ss}. */
  private int clock(int i, BigDecimal value) throws NotADate {
    hour = DateNumbers.whole(value);
    BigDecimal afterColon = DateNumbers.of(token(i + 2));
    if (afterColon == null) {
      throw new NotADate();
    }
    minutes(afterColon);
    if (i + 4 < tokens.size() && is(i + 3, ":")) {
      seconds(token(i + 4));
      return i + 4;
    }
    return i + 2;
  }

  /** {@code 01-01}, {@code 01-Jan-01} and the like. */
  private int separated(int i) throws NotADate {
    ymd.add(token(i));
    if (i + 2 >= tokens.size() || DateWords.jump(token(i + 2))) {
      return i + 1;
    }
    if (DateNumbers.digits(token(i + 2))) {
      ymd.add(token(i + 2));
    } else {
      if (DateWords.month(token(i + 2)) < 0) {
        throw new NotADate();
      }
      ymd.addMonth(DateWords.month(token(i + 2)));
    }
    if (i + 3 >= tokens.size() || !token(i + 3).equals(token(i + 1))) {
      return i + 2;
    }
    if (DateWords.month(token(i + 4)) > 0) {
      ymd.addMonth(DateWords.month(token(i + 4)));
    } else {
      ymd.add(token(i + 4));
    }
    return i + 4;
  }

  /** A number before a space or at the end: an hour if {@code am} follows, else of the date. */
  private int alone(int i, BigDecimal value) throws NotADate {
    if (i + 2 < tokens.size() && DateWords.half(token(i + 2)) >= 0) {
      hour = twelve(DateNumbers.whole(value), DateWords.half(token(i + 2)));
      return i + 2;
    }
    ymd.add(DateNumbers.whole(value), value.compareTo(BigDecimal.valueOf(100)) > 0);
    return i + 1;
  }

  /** Two digits are the year that is nearest to today. */
  private long fullYear(long year, boolean century) {
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

  private Result build(YearMonthDay.Resolved date) throws NotADate {
    boolean nothing =
        Stream.of(date.year(), date.month(), date.day(), hour, minute, second, micros)
            .allMatch(Objects::isNull);
    if (nothing && weekday == null) {
      throw new NotADate();
    }
    Long year = date.year() == null ? null : Long.valueOf(fullYear(date.year(), ymd.century()));
    long y = or(year, today.getYear());
    long m = or(date.month(), today.getMonthValue());
    long d = date.day() == null ? lastDay(y, m) : date.day();
    long[] all = {y, m, d, or(hour, 0), or(minute, 0), or(second, 0), or(micros, 0)};
    if (LongStream.of(all).anyMatch(n -> n > Integer.MAX_VALUE)) {
      return new Overflow();
    }
    LocalDateTime local = local(all);
    if (weekday != null && date.day() == null) {
      local = local.plusDays(Math.floorMod(weekday + 1 - local.getDayOfWeek().getValue(), 7));
    }
    return local.getYear() > 9999 ? new Overflow() : zoned(local);
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

  /** The time with the zone that the text has; a name that is not known is passed over. */
  private Result zoned(LocalDateTime local) {
    boolean utc = zone == null ? offset != null && offset == 0 : DateWords.utc(zone);
    if (utc) {
      return new Parsed(new DateTime(local, OptionalInt.of(0)));
    }
    if (offset == null) {
      return new Parsed(new DateTime(local, OptionalInt.empty()));
    }
    return Math.abs(offset) > LONGEST_OFFSET
        ? new Overflow()
        : new Parsed(new DateTime(local, OptionalInt.of((int) Math.clamp(offset, -DAY, DAY))));
  }
}

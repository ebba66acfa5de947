package awsleuth.boto.python;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The time of day that a text has, in parts that may be missing or too large. */
final class DateClock {

  /** Digits of Python's decimals. */
  private static final int DECIMAL_DIGITS = 28;

  private @Nullable Long hour;
  private @Nullable Long minute;
  private @Nullable Long second;
  private @Nullable Long micros;

  boolean hasHour() {
    return hour != null;
  }

  boolean isEmpty() {
    return Stream.of(hour, minute, second, micros).allMatch(Objects::isNull);
  }

  /** Hour, minute, second and microsecond, 0 where there is none. */
  long[] parts() {
    return Stream.of(hour, minute, second, micros).mapToLong(n -> n == null ? 0 : n).toArray();
  }

  /** The half of the day of an hour that came before. */
  void half(int half) throws NotADate {
    if (hour == null || hour > 12) {
      throw new NotADate();
    }
    hour = twelve(hour, half);
  }

  /** An hour and the half of the day that follows it. */
  void hour(BigDecimal value, int half) {
    hour = twelve(DateNumbers.whole(value), half);
  }

  private static long twelve(long hour, int half) {
    if (hour < 12 && half == 1) {
      return hour + 12;
    }
    return hour == 12 && half == 0 ? 0 : hour;
  }

  /** {@code HH} or {@code HHMM}. */
  void digits(String s) throws NotADate {
    hour = DateNumbers.whole(DateNumbers.slice(s, 0, 2));
    minute = s.length() == 4 ? Long.valueOf(DateNumbers.whole(DateNumbers.slice(s, 2))) : minute;
  }

  /** {@code HHMM} or {@code HHMMSS}. */
  void compact(String s) throws NotADate {
    hour = DateNumbers.whole(s.substring(0, 2));
    minute = DateNumbers.whole(s.substring(2, 4));
    if (s.length() > 4) {
      second = DateNumbers.whole(s.substring(4));
    }
  }

  /** {@code HHMMSS} and a fraction. */
  void six(String s) throws NotADate {
    hour = DateNumbers.whole(s.substring(0, 2));
    minute = DateNumbers.whole(s.substring(2, 4));
    seconds(s.substring(4));
  }

  /** A number of hours, minutes or seconds, as {@link DateWords#unit} numbers them. */
  void unit(int unit, String token, BigDecimal value) throws NotADate {
    if (unit == 0) {
      hours(value);
    } else if (unit == 1) {
      minutes(value);
    } else if (unit == 2) {
      seconds(token);
    }
  }

  private void hours(BigDecimal value) throws NotADate {
    hour = DateNumbers.whole(value);
    BigDecimal rest = fraction(value);
    if (rest.signum() != 0) {
      minute = DateNumbers.whole(rest.multiply(BigDecimal.valueOf(60)));
    }
  }

  private static BigDecimal fraction(BigDecimal value) throws NotADate {
    if (value.precision() - value.scale() > DECIMAL_DIGITS) {
      throw new NotADate(true);
    }
    return value.remainder(BigDecimal.ONE);
  }

  /** {@code HH:MM}. */
  void hourAndMinutes(BigDecimal hours, BigDecimal minutes) throws NotADate {
    hour = DateNumbers.whole(hours);
    minutes(minutes);
  }

  private void minutes(BigDecimal value) throws NotADate {
    minute = DateNumbers.whole(value);
    BigDecimal rest = fraction(value);
    second =
        rest.signum() == 0
            ? null
            : Long.valueOf(DateNumbers.whole(rest.multiply(BigDecimal.valueOf(60))));
  }

  void seconds(String s) throws NotADate {
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
}

package awsleuth.boto.python;

import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The up to three numbers of a date and which of them is what: a month's name, a number of more
 * than two digits and the place among the others tell.
 */
final class YearMonthDay {

  private static final int MONTHS = 12;
  private static final int DAYS = 31;

  private final List<Long> numbers = new ArrayList<>();
  private int year = -1;
  private int month = -1;
  private int day = -1;
  private boolean century;

  /**
   * What the numbers are.
   *
   * @param year null where none is the year; the same for the others
   */
  record Resolved(@Nullable Long year, @Nullable Long month, @Nullable Long day) {}

  int size() {
    return numbers.size();
  }

  /** Whether a year was written with its century. */
  boolean century() {
    return century;
  }

  /** Adds a number as it is written. */
  void add(String token) throws NotADate {
    boolean isYear = DateNumbers.digits(token) && token.codePointCount(0, token.length()) > 2;
    add(DateNumbers.whole(token), isYear);
  }

  /** Adds a number of which it is known whether it is a year. */
  void add(long number, boolean isYear) throws NotADate {
    numbers.add(number);
    if (isYear) {
      century = true;
      setYear();
    }
  }

  /** Adds what is known to be the year. */
  void addYear(String token) throws NotADate {
    century |= DateNumbers.digits(token) && token.length() > 2;
    numbers.add(DateNumbers.whole(token));
    setYear();
  }

  private void setYear() throws NotADate {
    if (year >= 0) {
      throw new NotADate();
    }
    year = numbers.size() - 1;
  }

  /** Adds a month that was given by name. */
  void addMonth(long number) throws NotADate {
    numbers.add(number);
    if (month >= 0) {
      throw new NotADate();
    }
    month = numbers.size() - 1;
  }

  /** Whether a number may be the day, as far as month and year are known. */
  boolean couldBeDay(BigDecimal value) {
    if (day >= 0) {
      return false;
    }
    int last = month < 0 ? DAYS : length();
    return value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(BigDecimal.valueOf(last)) <= 0;
  }

  private int length() {
    long of = year < 0 ? 2000 : numbers.get(year);
    boolean leap = Year.isLeap(of);
    return YearMonth.of(leap ? 2000 : 2001, numbers.get(month).intValue()).lengthOfMonth();
  }

  Resolved resolve() throws NotADate {
    int known = (year >= 0 ? 1 : 0) + (month >= 0 ? 1 : 0) + (day >= 0 ? 1 : 0);
    int size = numbers.size();
    if ((known > 0 && known == size) || (size == 3 && known == 2)) {
      return byPlaces();
    }
    if (size > 3) {
      throw new NotADate();
    }
    return switch (size) {
      case 1 -> one();
      case 2 -> month >= 0 ? one() : two();
      case 3 -> three();
      default -> new Resolved(null, null, null);
    };
  }

  private Resolved byPlaces() {
    int y = year;
    int m = month;
    int d = day;
    if (numbers.size() == 3) {
      int missing = 3 - Math.max(y, 0) - Math.max(m, 0) - Math.max(d, 0);
      y = y < 0 ? missing : y;
      m = m < 0 ? missing : m;
      d = d < 0 ? missing : d;
    }
    return new Resolved(at(y), at(m), at(d));
  }

  private @Nullable Long at(int place) {
    return place < 0 ? null : numbers.get(place);
  }

  /** One number, or a month's name and a number. */
  private Resolved one() {
    Long named = at(month);
    if (named != null && numbers.size() == 1) {
      return new Resolved(null, named, null);
    }
    long other = numbers.get(month == 0 ? 1 : 0);
    return other > DAYS ? new Resolved(other, named, null) : new Resolved(null, named, other);
  }

  private Resolved two() {
    long first = numbers.get(0);
    long second = numbers.get(1);
    if (first > DAYS) {
      return new Resolved(first, second, null);
    }
    return second > DAYS ? new Resolved(second, first, null) : new Resolved(null, first, second);
  }

  private Resolved three() {
    long a = numbers.get(0);
    long b = numbers.get(1);
    long c = numbers.get(2);
    return switch (month) {
      case 0 -> b > DAYS ? new Resolved(b, a, c) : new Resolved(c, a, b);
      case 1 -> a > DAYS ? new Resolved(a, b, c) : new Resolved(c, b, a);
      case 2 -> b > DAYS ? new Resolved(b, c, a) : new Resolved(a, c, b);
      default -> {
        if (a > DAYS || year == 0) {
          yield new Resolved(a, b, c);
        }
        yield a > MONTHS ? new Resolved(c, b, a) : new Resolved(c, a, b);
      }
    };
  }
}

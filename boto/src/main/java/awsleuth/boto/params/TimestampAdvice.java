package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.Timestamps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where botocore reads another time out of a value than is likely meant. */
record TimestampAdvice(LocalDate today) {

  private static final Pattern DIGITS = Pattern.compile("\\d{4}|\\d{6}|\\d{8}|\\d{12}|\\d{14}");
  private static final Pattern SLASHES =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2}|\\d{4})(\\D.*)?");
  private static final Pattern ZONE = Pattern.compile(".*\\d ?([A-Z]{3,5})");
  private static final int MONTHS = 12;
  private static final long LATEST_SECOND = 253_402_300_799L;

  /** In words; empty where nothing is strange. */
  Optional<String> of(PyValue value) {
    return switch (Timestamps.read(value, today)) {
      case Timestamps.Moment m -> moment(value, m.utc());
      case Timestamps.Refused _, Timestamps.Leaks _ -> Optional.empty();
    };
  }

  /** The seconds of a number of milliseconds, which botocore refuses; empty for others. */
  Optional<PyValue> inSeconds(PyValue value) {
    boolean refused = !(Timestamps.read(value, today) instanceof Timestamps.Moment);
    if (!refused || !isMilliseconds(value)) {
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(number(value)).movePointLeft(3);
    return Optional.of(
        seconds.stripTrailingZeros().scale() <= 0
            ? new Int(seconds.toBigInteger())
            : new Real(seconds.doubleValue()));
  }

  private static double number(PyValue value) {
    return switch (value) {
      case Int i -> i.value().doubleValue();
      case Real r -> r.value();
      case Str s when s.value().matches("\\d{13,16}") -> Double.parseDouble(s.value());
      default -> 0;
    };
  }

  private static boolean isMilliseconds(PyValue value) {
    double number = number(value);
    return number > LATEST_SECOND && number < LATEST_SECOND * 1000.0;
  }

  private Optional<String> moment(PyValue value, LocalDateTime utc) {
    if (!(value instanceof Str s)) {
      return Optional.empty();
    }
    String text = s.value().strip();
    String read = "it is read as " + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(utc) + "Z";
    if (DIGITS.matcher(text).matches()) {
      return Optional.of(read + ", seconds since 1970: a text of digits alone is a number");
    }
    Matcher slashes = SLASHES.matcher(text);
    if (slashes.matches() && ambiguous(slashes)) {
      return Optional.of(read + ": the month is taken to stand first");
    }
    if (!Timestamps.read(value, today).equals(Timestamps.read(value, otherDay()))) {
      return Optional.of(read + ": what the text leaves out is taken from today");
    }
    Matcher zone = ZONE.matcher(text);
    if (zone.matches() && !java.util.List.of("UTC", "GMT").contains(zone.group(1))) {
      return Optional.of(read + ": the time zone `" + zone.group(1) + "` is not known and ignored");
    }
    return Optional.empty();
  }

  private static boolean ambiguous(Matcher date) {
    int first = Integer.parseInt(date.group(1));
    int second = Integer.parseInt(date.group(2));
    return first <= MONTHS && second <= MONTHS && first != second;
  }

  /** A day that differs in day, month and year and has no shorter month. */
  private LocalDate otherDay() {
    int day = today.getDayOfMonth() == 1 ? 2 : 1;
    int month = today.getMonthValue() == 1 ? 3 : 1;
    return LocalDate.of(today.getYear() + 1, month, day);
  }
}

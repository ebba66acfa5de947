package awsleuth.boto.request;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.Timestamps;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Values as texts of a request.
 *
 * @param today from where a text of a date takes what it leaves out
 * @param milliseconds whether times have milliseconds, as one service wants them
 */
record Texts(LocalDate today, boolean milliseconds) {

  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);

  /** A number; infinities and NaN have names of their own. */
  static String number(PyValue value) {
    if (value instanceof PyValue.Real(double real) && !Double.isFinite(real)) {
      return Double.isNaN(real) ? "NaN" : real > 0 ? "Infinity" : "-Infinity";
    }
    return PythonText.str(value);
  }

  /** {@code true} or {@code false}. */
  static String truth(PyValue value) {
    return PythonText.str(value).toLowerCase(Locale.ROOT);
  }

  /**
   * A time.
   *
   * @param format {@code iso8601}, {@code rfc822} or {@code unixTimestamp}
   */
  String time(PyValue value, String format) {
    return Timestamps.read(value, today) instanceof Timestamps.Moment(LocalDateTime utc)
        ? switch (format.toLowerCase(Locale.ROOT)) {
          case "rfc822" -> RFC_822.format(utc);
          case "unixtimestamp" -> String.valueOf(utc.toEpochSecond(ZoneOffset.UTC));
          default -> iso(utc);
        }
        : PythonText.str(value);
  }

  private String iso(LocalDateTime t) {
    int micros = t.getNano() / 1000;
    String fraction =
        milliseconds
            ? String.format(Locale.ROOT, ".%03d", micros / 1000)
            : micros > 0 ? String.format(Locale.ROOT, ".%06d", micros) : "";
    return String.format(
        Locale.ROOT,
        "%d-%02d-%02dT%02d:%02d:%02d%sZ",
        t.getYear(),
        t.getMonthValue(),
        t.getDayOfMonth(),
        t.getHour(),
        t.getMinute(),
        t.getSecond(),
        fraction);
  }
}

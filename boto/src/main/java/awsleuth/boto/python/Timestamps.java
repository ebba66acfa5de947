package awsleuth.boto.python;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;

/**
 * How botocore reads a value for a timestamp: a datetime is itself, a number or a text of a number
 * is seconds since 1970, any other text is left to dateutil. Without a time zone it is UTC. The
 * machine's own zone is taken to be UTC, where only names of zones would tell the difference.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">{@code
 *     parse_to_aware_datetime}</a>
 */
public final class Timestamps {

  private static final BigInteger FIRST_SECOND = BigInteger.valueOf(-62_135_596_800L);
  private static final BigInteger LAST_SECOND = BigInteger.valueOf(253_402_300_799L);

  /** Beyond these seconds the C library has no year, and Python raises another error. */
  private static final BigInteger FIRST_YEAR = BigInteger.valueOf(-67_768_040_609_740_800L);

  private static final BigInteger LAST_YEAR = BigInteger.valueOf(67_768_036_191_676_799L);

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Timestamps() {}

  /** What a value is read as. */
  public sealed interface Reading {}

  /**
   * A moment.
   *
   * @param utc in UTC
   */
  public record Moment(LocalDateTime utc) implements Reading {}

  /** botocore says that it is no timestamp. */
  public record Refused() implements Reading {}

  /** An error of Python's comes out of botocore. */
  public record Leaks(Raised error) implements Reading {}

  /**
   * Reads a value.
   *
   * @param today the date from which dateutil takes what a text leaves out
   */
  public static Reading read(PyValue value, LocalDate today) {
    return switch (value) {
      case DateTime t -> aware(t);
      case Bool b -> whole(BigInteger.valueOf(b.value() ? 1 : 0), value);
      case Int i -> whole(i.value(), value);
      case Real r -> seconds(r.value(), value);
      case Str s -> text(s.value(), PythonFloat.parse(s.value()), value, today);
      case Bytes b -> bytes(b, today);
      case Dec d -> decimal(d);
      default -> new Refused();
    };
  }

  private static Reading bytes(Bytes b, LocalDate today) {
    boolean ascii = b.latin1().chars().allMatch(c -> c < 0x80);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(b.latin1().getBytes(StandardCharsets.ISO_8859_1));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      OptionalDouble number = ascii ? PythonFloat.parse(text) : OptionalDouble.empty();
      return text(text, number, b, today);
    } catch (CharacterCodingException e) {
      return new Refused();
    }
  }

  private static Reading decimal(Dec d) {
    try {
      return seconds(new BigDecimal(d.text()).doubleValue(), d);
    } catch (NumberFormatException notFinite) {
      return d.text().endsWith("Infinity") ? overflow(d) : new Refused();
    }
  }

  private static Reading text(String text, OptionalDouble number, PyValue value, LocalDate today) {
    if (number.isPresent() && !(seconds(number.getAsDouble(), value) instanceof Refused)) {
      return seconds(number.getAsDouble(), value);
    }
    return switch (DateutilParser.parse(text, today)) {
      case DateutilParser.Parsed p -> aware(p.value());
      case DateutilParser.Wrong _ -> new Refused();
      case DateutilParser.Overflow _ -> overflow(value);
      case DateutilParser.BeyondDecimals _ ->
          new Leaks(
              new Raised("decimal.InvalidOperation", "[<class 'decimal.DivisionImpossible'>]"));
    };
  }

  private static Reading whole(BigInteger seconds, PyValue value) {
    if (seconds.bitLength() > 1023 && Double.isInfinite(seconds.doubleValue())) {
      return new Leaks(new Raised("OverflowError", "int too large to convert to float"));
    }
    return moment(new BigDecimal(seconds), value);
  }

  private static Reading seconds(double seconds, PyValue value) {
    if (Double.isNaN(seconds)) {
      return new Refused();
    }
    return Double.isInfinite(seconds)
        ? overflow(value)
        : moment(
            new BigDecimal(seconds)
                .multiply(MILLION)
                .setScale(0, RoundingMode.HALF_EVEN)
                .divide(MILLION),
            value);
  }

  private static Reading moment(BigDecimal seconds, PyValue value) {
    BigInteger whole = seconds.setScale(0, RoundingMode.FLOOR).toBigInteger();
    if (whole.compareTo(FIRST_YEAR) < 0 || whole.compareTo(LAST_YEAR) > 0) {
      return overflow(value);
    }
    if (whole.compareTo(FIRST_SECOND) < 0 || whole.compareTo(LAST_SECOND) > 0) {
      return new Refused();
    }
    int nanos = seconds.subtract(new BigDecimal(whole)).movePointRight(9).intValue();
    return new Moment(LocalDateTime.ofEpochSecond(whole.longValueExact(), nanos, ZoneOffset.UTC));
  }

  private static Reading overflow(PyValue value) {
    return new Leaks(
        new Raised(
            "RuntimeError",
            "Unable to calculate correct timezone offset for \"" + PythonText.str(value) + "\""));
  }

  private static Reading aware(DateTime value) {
    int offset = value.offsetSeconds().orElse(0);
    if (Math.abs(offset) >= 86_400) {
      return new Refused();
    }
    LocalDateTime utc = value.local().minusSeconds(offset);
    return utc.getYear() < 1 || utc.getYear() > 9999
        ? new Leaks(new Raised("OverflowError", "date value out of range"))
        : new Moment(utc);
  }
}

package awsleuth.boto.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

/** Floats as Python writes and reads them. */
public final class PythonFloat {

  private PythonFloat() {}

  /** What {@code repr} gives: the shortest digits, {@code 1e+16} and {@code 1e-05} at the ends. */
  public static String repr(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    String sign = value < 0 || 1 / value < 0 ? "-" : "";
    if (value == 0) {
      return sign + "0.0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    return sign
        + (exponent < -4 || exponent >= 16
            ? scientific(digits, exponent)
            : fixed(digits, exponent));
  }

  /** Java has at least two digits where one would do. */
  private static BigDecimal shortest(double value) {
    BigDecimal two = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (two.precision() == 2) {
      BigDecimal one = two.round(new MathContext(1)).stripTrailingZeros();
      return one.doubleValue() == value ? one : two;
    }
    return two;
  }

  private static String scientific(String digits, int exponent) {
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa
        + String.format(Locale.ROOT, "e%c%02d", exponent < 0 ? '-' : '+', Math.abs(exponent));
  }

  private static String fixed(String digits, int exponent) {
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    int whole = exponent + 1;
    return digits.length() <= whole
        ? digits + "0".repeat(whole - digits.length()) + ".0"
        : digits.substring(0, whole) + "." + digits.substring(whole);
  }

  /**
   * What {@code float(text)} gives; empty where it raises ValueError. Digits of all scripts,
   * underscores between digits, {@code inf} and {@code nan} are read, spaces around too.
   */
  public static OptionalDouble parse(String text) {
    String ascii = PythonCharacters.ascii(text).strip();
    String word = ascii.toLowerCase(Locale.ROOT);
    String unsigned = word.startsWith("+") || word.startsWith("-") ? word.substring(1) : word;
    if (unsigned.equals("inf") || unsigned.equals("infinity")) {
      return OptionalDouble.of(
          word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (unsigned.equals("nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    return isNumber(unsigned)
        ? OptionalDouble.of(Double.parseDouble(word.replace("_", "")))
        : OptionalDouble.empty();
  }

  /** Digits with an optional point and exponent. */
  private static boolean isNumber(String s) {
    int whole = digits(s, 0);
    if (whole < 0) {
      return false;
    }
    int at = whole;
    int fraction = 0;
    if (at < s.length() && s.charAt(at) == '.') {
      int end = digits(s, at + 1);
      fraction = end - at - 1;
      at = end;
    }
    if (at < 0 || whole + fraction == 0) {
      return false;
    }
    if (at < s.length() && s.charAt(at) == 'e') {
      int start = at + 1;
      if (start < s.length() && (s.charAt(start) == '+' || s.charAt(start) == '-')) {
        start++;
      }
      at = digits(s, start);
      if (at <= start) {
        return false;
      }
    }
    return at == s.length();
  }

  /** The end of digits with single underscores between them; -1 where an underscore is astray. */
  private static int digits(String s, int from) {
    int at = from;
    boolean digit = false;
    while (at < s.length()) {
      char c = s.charAt(at);
      if (c == '_') {
        if (!digit) {
          return -1;
        }
        digit = false;
      } else if (c >= '0' && c <= '9') {
        digit = true;
      } else {
        break;
      }
      at++;
    }
    return at > from && !digit ? -1 : at;
  }
}

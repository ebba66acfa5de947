package awsleuth.iam.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/** The values that condition operators compare, read from text. */
public final class Literals {

  private static final int LONGEST_NUMBER = 64;

  private Literals() {}

  /**
   * A decimal number, also with an exponent as JSON's numbers may have; empty where the text is
   * none, or has over 64 characters.
   */
  public static Optional<BigDecimal> number(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() == start || text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("0123456789.eE+-".indexOf(c) < 0) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /**
   * An instant, as W3C's profile of ISO 8601 or as seconds since 1970 (IAM user guide, "Date
   * condition operators"). What is left out of a date is its beginning, in UTC. Four digits are a
   * year.
   *
   * @return empty where the text is neither
   */
  public static Optional<Instant> instant(String text) {
    try {
      return Optional.of(parse(text));
    } catch (DateTimeException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Instant parse(String text) {
    int length = text.length();
    boolean digits = isDigits(text);
    if (length == 4 && digits) {
      return Year.parse(text).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    if (digits || (text.startsWith("-") && isDigits(text.substring(1)))) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    int point = text.indexOf('.');
    if (point > 0 && isDigits(text.substring(0, point) + text.substring(point + 1))) {
      BigDecimal seconds = new BigDecimal(text);
      return Instant.ofEpochSecond(
          seconds.longValue(), seconds.remainder(BigDecimal.ONE).movePointRight(9).intValue());
    }
    if (length == 7) {
      return YearMonth.parse(text).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    if (length == 10) {
      return LocalDateTime.parse(text + "T00:00:00").toInstant(ZoneOffset.UTC);
    }
    return withTime(text);
  }

  /** A date with a time; AWS takes one without a zone as UTC. */
  private static Instant withTime(String text) {
    String upper = text.replace('t', 'T').replace('z', 'Z');
    boolean zoned =
        upper.endsWith("Z") || upper.indexOf('+') > 0 || upper.indexOf('-', upper.indexOf('T')) > 0;
    if (!zoned) {
      return LocalDateTime.parse(upper).toInstant(ZoneOffset.UTC);
    }
    return OffsetDateTime.parse(hasBareZone(upper) ? insertColon(upper) : upper).toInstant();
  }

  /** Whether a text ends in a zone without a colon, as {@code +0100}. */
  private static boolean hasBareZone(String text) {
    int sign = text.length() - "+0100".length();
    return sign > 0
        && (text.charAt(sign) == '+' || text.charAt(sign) == '-')
        && isDigits(text.substring(sign + 1));
  }

  private static String insertColon(String text) {
    int at = text.length() - 2;
    return text.substring(0, at) + ":" + text.substring(at);
  }

  private static boolean isDigits(String text) {
    if (text.isEmpty() || text.length() > 18) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Bytes written as base64; empty where the text is no base64. */
  public static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}

package awsleuth.iam.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Dates (IAM user guide, "Date condition operators"): the W3C's profile of ISO 8601
 * (https://www.w3.org/TR/NOTE-datetime) or seconds since 1970.
 */
final class Dates {

  private Dates() {}

  static Optional<Instant> instant(String text) {
    try {
      if (text.matches("[0-9]{4}")) {
        return iso(text + "-01-01T00:00Z");
      }
      if (text.matches("-?[0-9]+([.][0-9]+)?")) {
        BigDecimal whole = new BigDecimal(text).setScale(0, RoundingMode.FLOOR);
        BigDecimal rest = new BigDecimal(text).subtract(whole).movePointRight(9);
        return Optional.of(Instant.ofEpochSecond(whole.longValueExact(), rest.longValue()));
      }
      if (text.matches("[0-9]{4}-[0-9]{2}")) {
        return iso(text + "-01T00:00Z");
      }
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return iso(text + "T00:00Z");
      }
      return iso(text);
    } catch (DateTimeException | ArithmeticException noDate) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> iso(String text) {
    boolean zoned = text.matches(".*T.*(Z|[+-][0-9]{2}:[0-9]{2})");
    return zoned ? Optional.of(OffsetDateTime.parse(text).toInstant()) : Optional.empty();
  }
}

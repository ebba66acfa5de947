package awsleuth.iam;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.IpRange;
import awsleuth.iam.policy.Literals;
import awsleuth.iam.policy.Located;
import awsleuth.iam.request.ContextValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values to try for a key that is not known: those that conditions part the possible ones by. */
public final class Samples {

  private static final String OTHER = "any other value";

  private final Map<String, ContextValue> values = new LinkedHashMap<>();

  private Samples() {}

  /** The values to try, by what to call them. */
  public static Map<String, ContextValue> of(
      List<Condition> conditions, ContextValue.Unknown unknown) {
    Samples samples = new Samples();
    for (Condition condition : conditions) {
      for (Located value : condition.values()) {
        samples.add(condition, value.value());
      }
    }
    if (unknown.mayBeAbsent()) {
      samples.values.put("absent", ContextValue.ABSENT);
    }
    return samples.values;
  }

  /**
   * What to say of a key with one of these values: {@code = `v`}, {@code in `v`}, {@code absent}.
   */
  public static String said(String label) {
    return label.startsWith("`") || label.startsWith("any other") ? "= " + label : label;
  }

  private void add(Condition condition, String wanted) {
    switch (condition.operator().base()) {
      case NULL -> {
        if (values.isEmpty()) {
          put(OTHER, "some-value");
        }
      }
      case BOOL -> {
        put("`true`", "true");
        put("`false`", "false");
      }
      case NUMERIC_EQUALS,
          NUMERIC_NOT_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          number(wanted);
      case DATE_EQUALS,
          DATE_NOT_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          instant(wanted);
      case IP_ADDRESS, NOT_IP_ADDRESS -> address(wanted);
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> {
        pattern(wanted);
        put(OTHER, "arn:aws:other:other:000000000000:other");
      }
      case STRING_LIKE, STRING_NOT_LIKE -> {
        pattern(wanted);
        put(OTHER, "some-other-value");
      }
      case STRING_EQUALS,
          STRING_NOT_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_NOT_EQUALS_IGNORE_CASE,
          BINARY_EQUALS -> {
        put("`" + wanted + "`", wanted);
        put(OTHER, "some-other-value");
      }
    }
  }

  private void number(String wanted) {
    Optional<BigDecimal> number = Literals.number(wanted);
    if (number.isPresent()) {
      put("less than `" + wanted + "`", number.get().subtract(BigDecimal.ONE).toPlainString());
      put("`" + wanted + "`", wanted);
      put("more than `" + wanted + "`", number.get().add(BigDecimal.ONE).toPlainString());
    }
  }

  private void instant(String wanted) {
    Optional<Instant> instant = Literals.instant(wanted);
    if (instant.isPresent()) {
      put("before `" + wanted + "`", instant.get().minusSeconds(1).toString());
      put("`" + wanted + "`", instant.get().toString());
      put("after `" + wanted + "`", instant.get().plusSeconds(1).toString());
    }
  }

  private void address(String wanted) {
    Optional<IpRange> range = IpRange.parse(wanted);
    if (range.isPresent()) {
      int slash = wanted.indexOf('/');
      put("in `" + wanted + "`", slash < 0 ? wanted : wanted.substring(0, slash));
      // RFC 5737 and RFC 3849 set these aside for documentation: no policy means them.
      put("any other address", range.get().ipv6() ? "2001:db8:ffff::ffff" : "192.0.2.255");
    }
  }

  private void pattern(String wanted) {
    String sample = wanted.replace('?', 'x').replace("*", "x");
    put(sample.equals(wanted) ? "`" + wanted + "`" : "like `" + wanted + "`", sample);
  }

  private void put(String label, String value) {
    values.putIfAbsent(label, ContextValue.Present.of(value));
  }
}

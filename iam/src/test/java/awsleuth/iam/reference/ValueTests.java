package awsleuth.iam.reference;

import awsleuth.iam.policy.Operator.Base;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One value of the policy against one value of the request, by operator (IAM user guide, "IAM JSON
 * policy elements: Condition operators").
 */
final class ValueTests {

  private final boolean version2012;
  private final Variables variables;

  ValueTests(boolean version2012, Variables variables) {
    this.version2012 = version2012;
    this.variables = variables;
  }

  /** Whether the value passes an operator that is not negated. */
  boolean agrees(Base base, String wanted, String value) {
    return switch (base) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> text(wanted).equals(Optional.of(value));
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
          text(wanted).map(text -> text.equalsIgnoreCase(value)).orElse(false);
      case STRING_LIKE, STRING_NOT_LIKE ->
          pattern(wanted).map(pattern -> pattern.matches(value)).orElse(false);
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
          pattern(wanted).map(pattern -> arnLike(pattern, value)).orElse(false);
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> numbers(wanted, value, sign -> sign == 0);
      case NUMERIC_LESS_THAN -> numbers(wanted, value, sign -> sign < 0);
      case NUMERIC_LESS_THAN_EQUALS -> numbers(wanted, value, sign -> sign <= 0);
      case NUMERIC_GREATER_THAN -> numbers(wanted, value, sign -> sign > 0);
      case NUMERIC_GREATER_THAN_EQUALS -> numbers(wanted, value, sign -> sign >= 0);
      case DATE_EQUALS, DATE_NOT_EQUALS -> dates(wanted, value, sign -> sign == 0);
      case DATE_LESS_THAN -> dates(wanted, value, sign -> sign < 0);
      case DATE_LESS_THAN_EQUALS -> dates(wanted, value, sign -> sign <= 0);
      case DATE_GREATER_THAN -> dates(wanted, value, sign -> sign > 0);
      case DATE_GREATER_THAN_EQUALS -> dates(wanted, value, sign -> sign >= 0);
      case BOOL -> bool(wanted, value);
      case BINARY_EQUALS -> binary(wanted, value);
      case IP_ADDRESS, NOT_IP_ADDRESS -> Ip.contains(wanted, value);
      case NULL -> throw new IllegalArgumentException("Null compares no values");
    };
  }

  /** Whether the value passes a negated operator; an ARN operator is about ARNs alone. */
  boolean differs(Base base, String wanted, String value) {
    return switch (base) {
      case ARN_NOT_EQUALS, ARN_NOT_LIKE ->
          isArn(value)
              && pattern(wanted).map(p -> p.parts().size() == 6 && !arnLike(p, value)).orElse(true);
      case STRING_EQUALS,
          STRING_NOT_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_NOT_EQUALS_IGNORE_CASE,
          STRING_LIKE,
          STRING_NOT_LIKE,
          NUMERIC_EQUALS,
          NUMERIC_NOT_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS,
          DATE_EQUALS,
          DATE_NOT_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS,
          BOOL,
          BINARY_EQUALS,
          IP_ADDRESS,
          NOT_IP_ADDRESS,
          ARN_EQUALS,
          ARN_LIKE,
          NULL ->
          !agrees(base, wanted, value);
    };
  }

  /** "Policy variables with no value": nothing equals it. */
  private Optional<String> text(String wanted) {
    return version2012 ? variables.text(wanted) : Optional.of(wanted);
  }

  private Optional<Pattern> pattern(String wanted) {
    return version2012 ? variables.pattern(wanted) : Optional.of(Pattern.of(wanted));
  }

  /** "Each of the six colon-delimited components of the ARN is checked separately". */
  private static boolean arnLike(Pattern wanted, String value) {
    List<Pattern> patterns = wanted.parts();
    String[] parts = value.split(":", 6);
    if (patterns.size() < 6 || !isArn(value)) {
      return false;
    }
    for (int i = 0; i < 6; i++) {
      if (!patterns.get(i).matches(parts[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isArn(String value) {
    return value.startsWith("arn:") && value.split(":", 6).length == 6;
  }

  private static boolean numbers(String wanted, String value, IntPredicate test) {
    Optional<BigDecimal> policy = number(wanted);
    Optional<BigDecimal> request = number(value);
    return policy.isPresent()
        && request.isPresent()
        && test.test(request.get().compareTo(policy.get()));
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static boolean dates(String wanted, String value, IntPredicate test) {
    Optional<Instant> policy = Dates.instant(wanted);
    Optional<Instant> request = Dates.instant(value);
    return policy.isPresent()
        && request.isPresent()
        && test.test(request.get().compareTo(policy.get()));
  }

  /** What is not "true" is false, as AWS's policy simulator takes it. */
  private static boolean bool(String wanted, String value) {
    return wanted.toLowerCase(Locale.ROOT).equals(String.valueOf(value.equalsIgnoreCase("true")));
  }

  private static boolean binary(String wanted, String value) {
    try {
      Base64.Decoder decoder = Base64.getDecoder();
      return Arrays.equals(decoder.decode(wanted), decoder.decode(value));
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }
}

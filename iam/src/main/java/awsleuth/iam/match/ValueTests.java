package awsleuth.iam.match;

import awsleuth.iam.match.Actual.Form;
import awsleuth.iam.policy.IpRange;
import awsleuth.iam.policy.Literals;
import awsleuth.iam.policy.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Makes the test of one condition value (IAM user guide, "Condition operators"). */
final class ValueTests {

  private static final ValueTest NOTHING = (_, _) -> Truth.FALSE;

  private static final Form<String> LOWER_CASE = new Form<>(t -> t.toLowerCase(Locale.ROOT));
  private static final Form<Optional<BigDecimal>> NUMBER = new Form<>(Literals::number);
  private static final Form<Optional<Instant>> INSTANT = new Form<>(Literals::instant);
  private static final Form<Optional<byte[]>> BYTES = new Form<>(Literals::bytes);
  private static final Form<Optional<IpRange>> ADDRESS = new Form<>(IpRange::parse);

  private ValueTests() {}

  /**
   * The test of a value; that of a negated operator is the one of its opposite.
   *
   * @param variables whether the policy's version has policy variables
   */
  static ValueTest of(Operator.Base base, String value, boolean variables, KeyTable keys) {
    Template template =
        variables && base.takesVariables() ? Template.parse(value, keys) : Template.plain(value);
    return switch (base) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> equal(template);
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> equalIgnoringCase(template);
      case STRING_LIKE, STRING_NOT_LIKE -> like(template);
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> ordered(NUMBER, value, c -> c == 0);
      case NUMERIC_LESS_THAN -> ordered(NUMBER, value, c -> c < 0);
      case NUMERIC_LESS_THAN_EQUALS -> ordered(NUMBER, value, c -> c <= 0);
      case NUMERIC_GREATER_THAN -> ordered(NUMBER, value, c -> c > 0);
      case NUMERIC_GREATER_THAN_EQUALS -> ordered(NUMBER, value, c -> c >= 0);
      case DATE_EQUALS, DATE_NOT_EQUALS -> ordered(INSTANT, value, c -> c == 0);
      case DATE_LESS_THAN -> ordered(INSTANT, value, c -> c < 0);
      case DATE_LESS_THAN_EQUALS -> ordered(INSTANT, value, c -> c <= 0);
      case DATE_GREATER_THAN -> ordered(INSTANT, value, c -> c > 0);
      case DATE_GREATER_THAN_EQUALS -> ordered(INSTANT, value, c -> c >= 0);
      case BOOL -> bool(value);
      case BINARY_EQUALS -> binary(value);
      case IP_ADDRESS, NOT_IP_ADDRESS -> address(value);
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> ArnTest.of(template);
      case NULL -> NOTHING;
    };
  }

  private static ValueTest equal(Template template) {
    if (template.isConstant()) {
      String wanted = template.constantText();
      return (actual, _) -> Truth.of(actual.text().equals(wanted));
    }
    return (actual, view) ->
        switch (template.text(view)) {
          case Template.Known k -> Truth.of(actual.text().equals(k.text()));
          case Template.Open open -> open(open);
        };
  }

  private static ValueTest equalIgnoringCase(Template template) {
    if (template.isConstant()) {
      String wanted = template.constantText().toLowerCase(Locale.ROOT);
      return (actual, _) -> Truth.of(actual.as(LOWER_CASE).equals(wanted));
    }
    return (actual, view) ->
        switch (template.text(view)) {
          case Template.Known k ->
              Truth.of(actual.as(LOWER_CASE).equals(k.text().toLowerCase(Locale.ROOT)));
          case Template.Open open -> open(open);
        };
  }

  private static ValueTest like(Template template) {
    if (template.isConstant()) {
      Glob glob = template.constant();
      return (actual, _) -> Truth.of(glob.matches(actual.text()));
    }
    return (actual, view) -> {
      Optional<Glob> glob = template.glob(view);
      return glob.isPresent()
          ? Truth.of(glob.get().matches(actual.text()))
          : open(template.open(view));
    };
  }

  /** A variable without a value makes its text equal nothing. */
  static Truth open(Template.Open open) {
    return open == Template.Open.UNKNOWN ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** Compares with a limit; what cannot be read equals nothing. */
  private static <T extends Comparable<? super T>> ValueTest ordered(
      Form<Optional<T>> type, String value, IntPredicate wanted) {
    Optional<T> limit = type.read(value);
    if (limit.isEmpty()) {
      return NOTHING;
    }
    T right = limit.get();
    return (actual, _) -> {
      Optional<T> left = actual.as(type);
      return Truth.of(left.isPresent() && wanted.test(left.get().compareTo(right)));
    };
  }

  /** What is not the text true counts as false in a request. */
  private static ValueTest bool(String value) {
    boolean wantsTrue = value.equalsIgnoreCase("true");
    if (!wantsTrue && !value.equalsIgnoreCase("false")) {
      return NOTHING;
    }
    return (actual, _) -> Truth.of(actual.text().equalsIgnoreCase("true") == wantsTrue);
  }

  private static ValueTest binary(String value) {
    Optional<byte[]> wanted = BYTES.read(value);
    return (actual, _) -> {
      Optional<byte[]> bytes = actual.as(BYTES);
      return Truth.of(
          wanted.isPresent() && bytes.isPresent() && Arrays.equals(wanted.get(), bytes.get()));
    };
  }

  private static ValueTest address(String value) {
    Optional<IpRange> range = ADDRESS.read(value);
    if (range.isEmpty()) {
      return NOTHING;
    }
    IpRange wanted = range.get();
    return (actual, _) -> {
      Optional<IpRange> address = actual.as(ADDRESS);
      return Truth.of(
          address.isPresent() && address.get().isAddress() && wanted.contains(address.get()));
    };
  }
}

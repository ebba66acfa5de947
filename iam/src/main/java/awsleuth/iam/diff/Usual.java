package awsleuth.iam.diff;

import awsleuth.aws.ConditionKey;
import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import awsleuth.iam.policy.IpRange;
import awsleuth.iam.policy.Literals;
import awsleuth.iam.request.ContextValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The values that requests of AWS can have for a key: of the type that AWS documents, and not empty
 * where AWS fills the key in (IAM user guide, "AWS global condition context keys").
 *
 * @param has whether a value is one
 * @param clauses what texts are, if that can be said of them
 */
record Usual(Predicate<String> has, List<Clause> clauses) {

  /** Of a key that may have any value. */
  static final Usual ANY = new Usual(_ -> true, List.of());

  private static final List<Clause> FILLED =
      List.of(Clause.unwanted(List.of(Pattern.of(Shape.literal("")))));

  private static final List<Clause> BOOLEAN =
      List.of(
          Clause.wanted(
              List.of(Pattern.of(Shape.literal("true")), Pattern.of(Shape.literal("false")))));

  private static final Usual SECONDS =
      new Usual(v -> Literals.number(v).filter(n -> n.signum() >= 0).isPresent(), FILLED);

  /** What the caller says, which may be empty: headers, and values of tags. */
  private static final List<String> OF_CALLER =
      List.of(
          "aws:referer",
          "aws:useragent",
          "aws:principaltag/",
          "aws:requesttag/",
          "aws:resourcetag/");

  /**
   * Those that a search goes by for any request: AWS fills {@code aws:EpochTime} in as a number in
   * all of them, and whoever asks has no say in it.
   */
  static Usual surely(String key) {
    return isSeconds(key) ? SECONDS : ANY;
  }

  /** Whether a key, in lower case, is the time of the request in seconds since 1970. */
  static boolean isSeconds(String key) {
    return key.equals("aws:epochtime");
  }

  /** Those of a key, in lower case, and of what AWS documents of it. */
  static Usual of(String key, Optional<ConditionKey> documented) {
    if (isSeconds(key)) {
      return SECONDS;
    }
    ConditionKey.Type type = documented.map(ConditionKey::type).orElse(ConditionKey.Type.UNKNOWN);
    return switch (type) {
      case BOOL -> new Usual(v -> v.equals("true") || v.equals("false"), BOOLEAN);
      case NUMERIC -> new Usual(v -> isNumber(key, v), FILLED);
      case DATE -> new Usual(v -> Literals.instant(v).isPresent(), FILLED);
      case IP_ADDRESS -> new Usual(v -> IpRange.parse(v).isPresent() && !v.contains("/"), FILLED);
      case STRING, ARN -> isFilledIn(key) ? new Usual(v -> !v.isEmpty(), FILLED) : ANY;
      case UNKNOWN -> ANY;
    };
  }

  private static boolean isNumber(String key, String value) {
    return Literals.number(value).filter(n -> n.signum() >= 0 || !isFilledIn(key)).isPresent();
  }

  private static boolean isFilledIn(String key) {
    return key.startsWith("aws:") && OF_CALLER.stream().noneMatch(key::startsWith);
  }

  /** Whether a request can have a value, or values; what is absent is another question. */
  boolean has(ContextValue value) {
    return !(value instanceof ContextValue.Present p) || p.values().stream().allMatch(has);
  }
}

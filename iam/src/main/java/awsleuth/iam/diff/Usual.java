package awsleuth.iam.diff;

import awsleuth.aws.ConditionKey;
import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import awsleuth.iam.policy.IpRange;
import awsleuth.iam.policy.Literals;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The values that requests of AWS can have for a key: of the type that AWS documents, and not empty
 * where AWS fills the key in (IAM user guide, "AWS global condition context keys").
 *
 * @param has whether a value is one
 * @param clauses what texts are, if that can be said of them
 * @param examples some of them, where clauses do not say the whole of it
 */
record Usual(Predicate<String> has, List<Clause> clauses, List<String> examples) {

  /** Of a key that may have any value. */
  static final Usual ANY = new Usual(_ -> true, List.of(), List.of());

  private static final List<Clause> FILLED =
      List.of(Clause.unwanted(List.of(Pattern.of(Shape.literal("")))));

  private static final List<Clause> BOOLEAN =
      List.of(
          Clause.wanted(
              List.of(Pattern.of(Shape.literal("true")), Pattern.of(Shape.literal("false")))));

  private static final List<Clause> ACCOUNT = List.of(like("????????????"));

  /** No name of IAM has a colon. */
  private static final List<Clause> PRINCIPAL =
      List.of(
          like(
              "arn:aws*:iam::????????????:user/?*",
              "arn:aws*:iam::????????????:role/?*",
              "arn:aws*:iam::????????????:root",
              "arn:aws*:sts::????????????:federated-user/?*"),
          Clause.unwanted(List.of(Pattern.of(Shape.pattern("*:*:*:*:*:*:*")))));

  private static final List<String> NUMBERS = List.of("1", "1000", "0", "25");

  private static final List<String> DATES =
      List.of("2026-01-01T00:00:00Z", "2031-12-31T23:59:59Z", "2020-02-02T02:02:02Z");

  /** Of documentation (RFC 5737, RFC 3849), of a network of its own, and of anybody. */
  private static final List<String> ADDRESSES =
      List.of("192.0.2.1", "10.0.0.1", "203.0.113.7", "2001:db8::1");

  private static final List<String> ACCOUNTS = List.of("111122223333", "444455556666");

  private static final List<String> PRINCIPALS =
      List.of("arn:aws:iam::111122223333:user/anyone", "arn:aws:iam::444455556666:role/anyone");

  private static final Usual SECONDS =
      new Usual(
          v -> Literals.number(v).filter(n -> n.signum() >= 0).isPresent(),
          FILLED,
          List.of("1767225600"));

  /** Numbers that AWS counts in whole units. */
  private static final Set<String> WHOLE =
      Set.of("s3:max-keys", "s3:signatureage", "aws:multifactorauthage", "sts:durationseconds");

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
    if (key.equals("aws:principalarn")) {
      return new Usual(Usual::isPrincipal, PRINCIPAL, PRINCIPALS);
    }
    if (key.equals("aws:principalaccount")) {
      return new Usual(Usual::isAccount, ACCOUNT, ACCOUNTS);
    }
    ConditionKey.Type type = documented.map(ConditionKey::type).orElse(ConditionKey.Type.UNKNOWN);
    return switch (type) {
      case BOOL -> new Usual(v -> v.equals("true") || v.equals("false"), BOOLEAN, List.of());
      case NUMERIC -> new Usual(v -> isNumber(key, v), FILLED, NUMBERS);
      case DATE -> new Usual(v -> Literals.instant(v).isPresent(), FILLED, DATES);
      case IP_ADDRESS ->
          new Usual(v -> IpRange.parse(v).isPresent() && !v.contains("/"), FILLED, ADDRESSES);
      case STRING, ARN -> isFilledIn(key) ? new Usual(v -> !v.isEmpty(), FILLED, List.of()) : ANY;
      case UNKNOWN -> ANY;
    };
  }

  private static boolean isNumber(String key, String value) {
    boolean whole = WHOLE.contains(key);
    return Literals.number(value)
        .filter(n -> n.signum() >= 0 || !(whole || isFilledIn(key)))
        .filter(n -> !whole || n.stripTrailingZeros().scale() <= 0)
        .isPresent();
  }

  private static Clause like(String... patterns) {
    return Clause.wanted(Stream.of(patterns).map(p -> Pattern.of(Shape.pattern(p))).toList());
  }

  private static boolean isAccount(String value) {
    return value.length() == 12 && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A user, a role, a federated user or the root user, of an account that can be one. */
  private static boolean isPrincipal(String value) {
    return value.startsWith("arn:aws")
        && value.chars().filter(c -> c == ':').count() == 5
        && Principal.parse(value).filter(p -> isAccount(p.account())).isPresent();
  }

  private static boolean isFilledIn(String key) {
    return key.startsWith("aws:") && OF_CALLER.stream().noneMatch(key::startsWith);
  }

  /** Whether a request can have a value, or values; what is absent is another question. */
  boolean has(ContextValue value) {
    return !(value instanceof ContextValue.Present p) || p.values().stream().allMatch(has);
  }
}

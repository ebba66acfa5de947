package awsleuth.iam.repair;

import awsleuth.iam.match.Glob;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.IpRange;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A condition that does not say what it surely means: wildcards or ranges of addresses under an
 * operator that takes them as they are (IAM user guide, "IAM JSON policy elements: Condition
 * operators"), or a session's ARN as {@code aws:PrincipalArn}, which for a session has the ARN of
 * the role (IAM user guide, "AWS global condition context keys").
 *
 * @param edit what makes it say that
 * @param what a change of that kind does, without the name of the statement
 */
record MeantCondition(TextEdit edit, String what) {

  private static final String KEY = "aws:PrincipalArn";
  private static final String SESSION = ":assumed-role/";

  /** Of a condition whose key has these values in a request. */
  static Optional<MeantCondition> of(
      Layout layout,
      Statement statement,
      Condition condition,
      List<String> resolved,
      List<String> actual) {
    return pattern(condition.operator().base())
        .filter(_ -> isPattern(resolved, actual))
        .or(() -> range(condition.operator()).filter(_ -> isRange(condition.values(), actual)))
        .flatMap(base -> operator(layout, statement, condition, base));
  }

  /** Of a condition that names sessions of the role that makes a request. */
  static Optional<MeantCondition> ofSession(Condition condition, Request request) {
    return condition.key().value().equalsIgnoreCase(KEY)
            && request.principal() instanceof Principal.RoleSession session
        ? condition.values().stream()
            .filter(v -> v.value().contains(SESSION) && Glob.of(v.value()).matches(session.text()))
            .flatMap(v -> ofRole(v, session).stream())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<MeantCondition> ofRole(Located value, Principal.RoleSession session) {
    String written = value.value();
    int kind = written.indexOf(SESSION);
    int name = kind + SESSION.length();
    int end = written.indexOf('/', name);
    String role =
        written.substring(0, kind).replaceFirst(":sts:", ":iam:")
            + ":role/"
            + written.substring(name, end < 0 ? written.length() : end);
    boolean anyRole = role.endsWith(":role/*") && end >= 0 && !written.endsWith("/*");
    return !anyRole && Glob.of(role).matches(session.roleArn())
        ? Optional.of(
            new MeantCondition(
                new TextEdit(value.at().start(), value.at().end(), Quoted.of(role)),
                "name the role of the sessions by `" + role + "`, which `" + KEY + "` has,"))
        : Optional.empty();
  }

  private static Optional<MeantCondition> operator(
      Layout layout, Statement statement, Condition condition, Operator.Base base) {
    Operator by = new Operator(base, condition.operator().set(), condition.operator().ifExists());
    String has =
        base == Operator.Base.STRING_LIKE || base == Operator.Base.STRING_NOT_LIKE
            ? "wildcards"
            : "ranges";
    return layout
        .operator(statement, condition, by.toString())
        .map(edit ->
            new MeantCondition(
                edit,
                "compare `%s` by `%s`, which has %s,".formatted(condition.key().value(), by, has)));
  }

  private static Optional<Operator.Base> pattern(Operator.Base base) {
    return base == Operator.Base.STRING_EQUALS
        ? Optional.of(Operator.Base.STRING_LIKE)
        : base == Operator.Base.STRING_NOT_EQUALS
            ? Optional.of(Operator.Base.STRING_NOT_LIKE)
            : Optional.empty();
  }

  /** An operator for strings, which an address is where the request has one. */
  private static Optional<Operator.Base> range(Operator operator) {
    boolean ofStrings = operator.base().text().startsWith("String");
    return !ofStrings || operator.set() != Operator.SetPrefix.NONE
        ? Optional.empty()
        : Optional.of(
            operator.base().negated() ? Operator.Base.NOT_IP_ADDRESS : Operator.Base.IP_ADDRESS);
  }

  /** The values of a condition that a mend may make patterns or ranges. */
  static Stream<String> literal(Condition condition) {
    Operator operator = condition.operator();
    List<String> wanted = condition.values().stream().map(Located::value).toList();
    boolean pattern = pattern(operator.base()).isPresent();
    return wanted.stream()
        .filter(v ->
            (pattern && (v.contains("*") || v.contains("?")))
                || (range(operator).isPresent()
                    && IpRange.parse(v).filter(r -> !r.isAddress()).isPresent()));
  }

  private static boolean isPattern(List<String> wanted, List<String> actual) {
    return wanted.stream()
        .filter(v -> v.contains("*") || v.contains("?"))
        .anyMatch(v -> actual.stream().allMatch(Glob.of(v)::matches));
  }

  private static boolean isRange(List<Located> wanted, List<String> actual) {
    List<IpRange> ranges = wanted.stream().flatMap(v -> IpRange.parse(v.value()).stream()).toList();
    return ranges.size() == wanted.size()
        && !actual.isEmpty()
        && actual.stream()
            .allMatch(a ->
                IpRange.parse(a)
                    .filter(address -> ranges.stream().anyMatch(r -> r.contains(address)))
                    .isPresent());
  }
}

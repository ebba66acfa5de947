package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument.Condition;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.match.Glob;
import awsleuth.iam.policy.IpRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values of conditions that do not mean what they look like: wildcards and ranges of addresses
 * under operators that take them as they are (IAM user guide, "IAM JSON policy elements: Condition
 * operators"), and ARNs of sessions as {@code aws:PrincipalArn}, which has the ARN of a session's
 * role (IAM user guide, "AWS global condition context keys").
 */
final class TakenLiterally {

  private static final String SESSION = ":assumed-role/";

  private TakenLiterally() {}

  /** What to say behind the values; empty where they mean what they look like. */
  static String words(Condition condition) {
    String operator = condition.operator().toLowerCase(Locale.ROOT);
    boolean equal = operator.contains("stringequals") || operator.contains("stringnotequals");
    if (isOfSessions(condition)) {
      return ", which no session has: its `aws:PrincipalArn` is the ARN of the role";
    }
    if (operator.startsWith("string")
        && condition.wanted().stream().anyMatch(TakenLiterally::isRange)) {
      return ", where a range is plain text; ranges are under "
          + (operator.contains("not") ? "NotIpAddress" : "IpAddress");
    }
    boolean star = condition.wanted().stream().anyMatch(v -> v.replace("${*}", "").contains("*"));
    return equal && star
        ? ", where `*` is no wildcard; it is under "
            + condition.operator().replaceFirst("(?i)Equals(IgnoreCase)?", "Like")
        : "";
  }

  /**
   * What names the role of the caller, whose session a condition names; empty where none is, or
   * where the role's own ARN, which has its path, is not known.
   */
  static Optional<Fix> fix(Facts facts, Condition condition) {
    String caller = Access.of(facts).principal();
    Optional<String> role = RoleArn.of(facts);
    if (!isOfSessions(condition) || role.isEmpty()) {
      return Optional.empty();
    }
    List<String> named =
        condition.wanted().stream()
            .map(v -> Glob.of(v).matches(caller) ? role(v, role.get()) : v)
            .toList();
    return named.stream().anyMatch(v -> Glob.of(v).matches(role.get()))
        ? Optional.of(
            Fix.policyEdit(
                "name the role, whose ARN `aws:PrincipalArn` has, in place of its sessions",
                "\"Condition\": {%s: {%s: [%s]}}"
                    .formatted(
                        Literal.json(condition.operator()),
                        Literal.json(condition.key()),
                        named.stream().map(Literal::json).collect(Collectors.joining(", ")))))
        : Optional.empty();
  }

  private static boolean isOfSessions(Condition condition) {
    return condition.key().equalsIgnoreCase("aws:PrincipalArn")
        && condition.wanted().stream().anyMatch(v -> v.contains(":sts:") && v.contains(SESSION));
  }

  /**
   * {@code arn:aws:iam::*:role/eu/ops} of {@code arn:aws:sts::*:assumed-role/ops/*} where the role
   * has that path; as it was where it would name every role.
   */
  private static String role(String sessions, String role) {
    int kind = sessions.indexOf(SESSION);
    String name = kind < 0 ? "*" : sessions.substring(kind + SESSION.length());
    int end = name.indexOf('/');
    String bare = end < 0 ? name : name.substring(0, end);
    return bare.equals("*")
        ? sessions
        : sessions.substring(0, kind).replace(":sts:", ":iam:")
            + role.substring(role.indexOf(":role/"), role.lastIndexOf('/') + 1)
            + bare;
  }

  private static boolean isRange(String value) {
    return value.indexOf('/') > 0 && IpRange.parse(value).isPresent();
  }
}

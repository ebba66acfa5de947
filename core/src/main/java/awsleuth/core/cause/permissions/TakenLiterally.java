package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument.Condition;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.match.Glob;
import awsleuth.iam.policy.IpRange;
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

  /** What names the role of the caller, whose session a condition names; empty where none is. */
  static Optional<Fix> fix(Facts facts, Condition condition) {
    String caller = Access.of(facts).principal();
    return isOfSessions(condition)
            && condition.wanted().stream().anyMatch(v -> Glob.of(v).matches(caller))
        ? Optional.of(
            Fix.policyEdit(
                "name the role, whose ARN `aws:PrincipalArn` has, in place of its sessions",
                "\"Condition\": {%s: {%s: [%s]}}"
                    .formatted(
                        Literal.json(condition.operator()),
                        Literal.json(condition.key()),
                        condition.wanted().stream()
                            .map(TakenLiterally::role)
                            .map(Literal::json)
                            .collect(Collectors.joining(", ")))))
        : Optional.empty();
  }

  private static boolean isOfSessions(Condition condition) {
    return condition.key().equalsIgnoreCase("aws:PrincipalArn")
        && condition.wanted().stream().anyMatch(v -> v.contains(":sts:") && v.contains(SESSION));
  }

  /** {@code arn:aws:iam::*:role/ops} of {@code arn:aws:sts::*:assumed-role/ops/*}. */
  private static String role(String arn) {
    int kind = arn.indexOf(SESSION);
    if (kind < 0) {
      return arn;
    }
    String name = arn.substring(kind + SESSION.length());
    int end = name.indexOf('/');
    return arn.substring(0, kind).replace(":sts:", ":iam:")
        + ":role/"
        + (end < 0 ? name : name.substring(0, end));
  }

  private static boolean isRange(String value) {
    return value.indexOf('/') > 0 && IpRange.parse(value).isPresent();
  }
}

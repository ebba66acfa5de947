package awsleuth.iam.reference;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Operator.SetPrefix;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Principals.Kind;
import awsleuth.iam.policy.Statement;
import java.util.Locale;
import java.util.Set;

/** S3, "Blocking public access", "The meaning of public". */
final class PublicBucket {

  private static final Set<String> PRINCIPALS =
      Set.of(
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principalservicename");

  private static final Set<String> SOURCES =
      Set.of(
          "aws:sourcearn",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:sourceowner",
          "aws:sourceaccount",
          "aws:userid",
          "s3:dataaccesspointaccount");

  private PublicBucket() {}

  static boolean isPublic(Policy policy) {
    return policy.statements().stream().anyMatch(PublicBucket::isPublic);
  }

  private static boolean isPublic(Statement statement) {
    boolean open =
        statement.principals().negated()
            || statement.principals().entries().stream().anyMatch(e -> e.kind() == Kind.EVERYONE);
    return statement.effect() == Effect.ALLOW
        && open
        && statement.conditions().stream().noneMatch(PublicBucket::fixes);
  }

  /** Whether the condition is met by fixed values alone. */
  private static boolean fixes(Condition condition) {
    boolean narrows =
        !condition.operator().base().negated()
            && !condition.operator().ifExists()
            && condition.operator().set() != SetPrefix.FOR_ALL_VALUES;
    String key = condition.key().value().toLowerCase(Locale.ROOT);
    return narrows
        && switch (condition.operator().base()) {
          case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_EQUALS, ARN_LIKE ->
              isListed(key) && all(condition, value -> fixed(key, value));
          case IP_ADDRESS ->
              key.equals("aws:sourceip") && all(condition, PublicBucket::narrowRange);
          default -> false;
        };
  }

  /** Whether the page lists the key; whatever values others have, the policy stays public. */
  private static boolean isListed(String key) {
    return PRINCIPALS.contains(key) || SOURCES.contains(key) || key.equals("s3:dataaccesspointarn");
  }

  private static boolean all(Condition condition, java.util.function.Predicate<String> predicate) {
    return condition.values().stream().allMatch(value -> predicate.test(value.value()));
  }

  private static boolean fixed(String key, String value) {
    boolean plain = !value.contains("*") && !value.contains("?") && !value.contains("${");
    boolean accessPoint =
        key.equals("s3:dataaccesspointarn") && value.matches("arn:[^:*?$]+:s3:.*:[0-9]{12}:.*");
    return accessPoint || (plain && !key.equals("s3:dataaccesspointarn"));
  }

  /**
   * "Values broader than /8 for IPv4 and /32 for IPv6" are public. S3 takes a policy for public
   * until it is shown not to be, which what is no range of addresses cannot do.
   */
  private static boolean narrowRange(String value) {
    if (!Ip.contains(value, value.split("/", 2)[0])) {
      return false;
    }
    int slash = value.indexOf('/');
    int least = value.contains(":") ? 32 : 8;
    return slash < 0 || Integer.parseInt(value.substring(slash + 1)) >= least;
  }
}

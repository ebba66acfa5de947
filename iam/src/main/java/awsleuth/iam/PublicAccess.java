package awsleuth.iam;

import awsleuth.iam.match.View;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.IpRange;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Principals;
import awsleuth.iam.policy.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * RestrictPublicBuckets of S3 Block Public Access: a bucket whose policy is public is open only to
 * AWS services and to principals of its owner's account (S3 user guide, "Blocking public access to
 * your Amazon S3 storage", with "The meaning of public").
 */
final class PublicAccess {

  /** Keys that make a statement for everybody not public, where their values are fixed. */
  private static final Set<String> LIMITING =
      Set.of(
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalservicename",
          "aws:sourcearn",
          "aws:sourceaccount",
          "aws:sourceowner",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:userid",
          "s3:dataaccesspointarn",
          "s3:dataaccesspointaccount");

  /** Broader ranges than these are public (S3 user guide, "The meaning of public"). */
  private static final int WIDEST_IPV4 = 8;

  private static final int WIDEST_IPV6 = 32;

  private PublicAccess() {}

  static boolean isBlocked(PolicySet set, View view, Situation situation) {
    if (!set.settings().blockPublicAccess()
        || !view.request().action().regionMatches(true, 0, "s3:", 0, 3)) {
      return false;
    }
    boolean outside =
        view.request().principal() instanceof awsleuth.iam.request.Principal.Anonymous
            || (situation.hasAccount() && !situation.oneAccount());
    return outside && set.resource().stream().anyMatch(PublicAccess::isPublic);
  }

  /** Whether a bucket policy is public. */
  static boolean isPublic(Policy policy) {
    return policy.statements().stream().anyMatch(PublicAccess::isPublic);
  }

  private static boolean isPublic(Statement statement) {
    if (statement.effect() != Effect.ALLOW) {
      return false;
    }
    boolean everyone =
        statement.principals().negated()
            || statement.principals().entries().stream()
                .anyMatch(e -> e.kind() == Principals.Kind.EVERYONE);
    return everyone && statement.conditions().stream().noneMatch(PublicAccess::limits);
  }

  private static boolean limits(Condition condition) {
    // ForAllValues and IfExists are met by requests that do not have the key at all.
    if (condition.operator().base().negated()
        || condition.operator().ifExists()
        || condition.operator().set() == Operator.SetPrefix.FOR_ALL_VALUES) {
      return false;
    }
    String key = condition.key().value().toLowerCase(Locale.ROOT);
    return switch (condition.operator().base()) {
      case IP_ADDRESS ->
          key.equals("aws:sourceip")
              && condition.values().stream().allMatch(v -> isNarrow(v.value()));
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_EQUALS, ARN_LIKE ->
          LIMITING.contains(key)
              && condition.values().stream().allMatch(v -> isFixed(key, v.value()));
      case STRING_NOT_EQUALS,
          STRING_NOT_EQUALS_IGNORE_CASE,
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
          NOT_IP_ADDRESS,
          ARN_NOT_EQUALS,
          ARN_NOT_LIKE,
          NULL ->
          false;
    };
  }

  private static boolean isFixed(String key, String value) {
    if (value.contains("${")) {
      return false;
    }
    boolean wild = value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
    return !wild || (key.equals("s3:dataaccesspointarn") && hasAccount(value));
  }

  /** An access point's name may be a wildcard as long as its account is fixed. */
  private static boolean hasAccount(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && parts[4].length() == 12 && parts[4].indexOf('*') < 0;
  }

  private static boolean isNarrow(String value) {
    Optional<IpRange> range = IpRange.parse(value);
    return range.isPresent()
        && range.get().prefix() >= (range.get().ipv6() ? WIDEST_IPV6 : WIDEST_IPV4);
  }
}

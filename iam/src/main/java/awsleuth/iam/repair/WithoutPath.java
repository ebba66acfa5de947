package awsleuth.iam.repair;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Located;

/**
 * Roles and users that a policy names without their path. A name is unique in its account whatever
 * the path is (IAM user guide, "IAM identifiers"), so that nobody else can be meant.
 */
final class WithoutPath {

  private WithoutPath() {}

  /** Whether a condition names the one with an ARN by another path, or by none. */
  static boolean isMeant(Condition condition, String arn) {
    return condition.key().value().equalsIgnoreCase("aws:PrincipalArn")
        && condition.values().stream().map(Located::value).anyMatch(v -> isOfSame(v, arn));
  }

  private static boolean isOfSame(String written, String arn) {
    return !written.equals(arn) && isOne(written) && isOne(arn) && bare(written).equals(bare(arn));
  }

  /** Whether a text is the ARN of one role or user. */
  private static boolean isOne(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6
        && parts[2].equals("iam")
        && (parts[5].startsWith("role/") || parts[5].startsWith("user/"))
        && arn.chars().noneMatch(c -> c == '*' || c == '?' || c == '$');
  }

  private static String bare(String arn) {
    int kind = arn.indexOf('/');
    return arn.substring(0, kind) + arn.substring(arn.lastIndexOf('/'));
  }
}

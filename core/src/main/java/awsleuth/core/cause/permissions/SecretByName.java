package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TagSet;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * A secret that AWS names as the call did, without an ARN: there is none of that name in the
 * caller's own account, or the caller may not know. Its ARN will end in a hyphen and six characters
 * that Secrets Manager chooses.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html">Secrets
 *     Manager, "Identity-based policies"</a>
 */
final class SecretByName {

  private static final int PARTITION = 1;
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;
  private static final int SUFFIX = "-a1B2c3".length();
  private static final String SECRET = ":secret:";

  private SecretByName() {}

  /** The pattern of its ARN, with a placeholder for the Region; empty for anything else. */
  static Optional<String> arn(Access access) {
    String[] caller = access.principal().split(":", 6);
    return is(access) && caller.length == 6 && !caller[ACCOUNT].isEmpty()
        ? Optional.of(
            "arn:"
                + caller[PARTITION]
                + ":secretsmanager:<region>:"
                + caller[ACCOUNT]
                + SECRET
                + access.resource()
                + "-??????")
        : Optional.empty();
  }

  /**
   * Its ARN where what a command printed of it is given; else the pattern, as far as it can be told
   * in the Region of the call or of a Resource that allows the action.
   */
  static Optional<String> arn(Facts facts, String near) {
    Access access = Access.of(facts);
    String[] parts = near.split(":", 6);
    String said = facts.call().region();
    String region =
        !said.isEmpty() || parts.length < 6 || facts.catalog().region(parts[REGION]).isEmpty()
            ? said
            : parts[REGION];
    return described(facts)
        .or(() -> arn(access).map(arn -> region.isEmpty() ? arn : arn.replace("<region>", region)));
  }

  private static Optional<String> described(Facts facts) {
    Access access = Access.of(facts);
    List<String> known =
        facts.given(TagSet.class).stream()
            .map(TagSet::thing)
            .filter(arn -> isOf(arn, access))
            .distinct()
            .toList();
    return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
  }

  private static boolean isOf(String arn, Access access) {
    String[] parts = arn.split(":", 6);
    String own = parts.length < 6 ? "" : ":" + parts[5];
    return is(access)
        && parts.length == 6
        && parts[ACCOUNT].equals(Principals.account(access.principal()))
        && own.length() == SECRET.length() + access.resource().length() + SUFFIX
        && own.startsWith(SECRET + access.resource() + "-");
  }

  /** Whether a Resource is the secret's ARN without what Secrets Manager puts at its end. */
  static boolean isWithoutSuffix(String near, Access access) {
    String resource = access.resource();
    return near.contains(SECRET)
        && ((is(access) && near.endsWith(SECRET + resource))
            || (access.prefix().equals("secretsmanager")
                && resource.startsWith(near + "-")
                && resource.length() == near.length() + SUFFIX));
  }

  private static boolean is(Access access) {
    String name = access.resource();
    return access.prefix().equals("secretsmanager")
        && !name.isEmpty()
        && name.chars().allMatch(SecretByName::isPart);
  }

  /** Whether a character can be one of a secret's name. */
  private static boolean isPart(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "/_+=.@-".indexOf(c) >= 0);
  }
}

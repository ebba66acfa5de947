package awsleuth.core.cause.permissions;

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
  private static final int ACCOUNT = 4;

  private SecretByName() {}

  /** The pattern of its ARN, with a placeholder for the Region; empty for anything else. */
  static Optional<String> arn(Access access) {
    String[] caller = access.principal().split(":", 6);
    String name = access.resource();
    boolean named =
        access.prefix().equals("secretsmanager")
            && !name.isEmpty()
            && name.chars().allMatch(SecretByName::isPart);
    return named && caller.length == 6 && !caller[ACCOUNT].isEmpty()
        ? Optional.of(
            "arn:"
                + caller[PARTITION]
                + ":secretsmanager:<region>:"
                + caller[ACCOUNT]
                + ":secret:"
                + name
                + "-??????")
        : Optional.empty();
  }

  /** Whether a character can be one of a secret's name. */
  private static boolean isPart(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "/_+=.@-".indexOf(c) >= 0);
  }
}

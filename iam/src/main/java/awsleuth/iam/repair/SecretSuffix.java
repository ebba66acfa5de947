package awsleuth.iam.repair;

import awsleuth.iam.Mismatch;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hyphen and the six characters that Secrets Manager puts at the end of a secret's ARN, others
 * for each secret that is made by a name. Six question marks stand for them in a policy, and for no
 * secret of another name (<a
 * href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html">Secrets
 * Manager user guide, "Identity-based policies"</a>).
 */
final class SecretSuffix {

  private static final Pattern SECRET =
      Pattern.compile("(arn:[a-z-]+:secretsmanager:[^:]*:[^:]*:secret:.+)-[a-zA-Z0-9]{6}");

  private SecretSuffix() {}

  /**
   * The pattern for the secret that was asked for, where a statement has its ARN without them, or
   * with those of a secret that had the name before; empty for anything else.
   */
  static Optional<MeantResource> of(Mismatch.OfResource r) {
    Matcher asked = SECRET.matcher(r.resource());
    if (!asked.matches() || asked.group(1).chars().anyMatch(c -> c == '*' || c == '?')) {
      return Optional.empty();
    }
    String secret = asked.group(1);
    String near = r.nearest().value();
    Matcher other = SECRET.matcher(near);
    boolean without = near.equals(secret);
    return without || (other.matches() && other.group(1).equals(secret))
        ? Optional.of(meant(secret + "-??????", without))
        : Optional.empty();
  }

  private static MeantResource meant(String pattern, boolean surely) {
    String words = "the secret `" + pattern + "`, of which AWS chooses the last six characters,";
    return new MeantResource(words, pattern, surely);
  }
}

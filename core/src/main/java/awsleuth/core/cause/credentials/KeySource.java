package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the keys in use come from, as far as the evidence tells: the environment comes before the
 * profile (botocore-facts §2.1, botocore/credentials.py create_credential_resolver).
 */
final class KeySource {

  private static final String KEY = "AWS_ACCESS_KEY_ID";

  private KeySource() {}

  /** The error and, where it is known, the place of the key id. */
  static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>();
    because.add(facts.citeError());
    Optional<EnvironmentVariable> variable = facts.variable(KEY);
    Optional<ProfileSetting> setting = setting(facts);
    if (variable.isPresent()) {
      because.add(Facts.cite("the key id comes from the environment", variable.get().source()));
    } else if (setting.isPresent()) {
      because.add(
          Facts.cite(
              "the key id stands in profile `" + Literal.setting(setting.get().profile()) + "`",
              setting.get().source()));
    }
    return because;
  }

  /** What takes outdated keys out of the way: of the profile where they stand there. */
  static Fix remove(Facts facts) {
    Optional<ProfileSetting> setting = setting(facts);
    return facts.variable(KEY).isEmpty() && setting.isPresent()
        ? Fix.setting(
            "take the outdated keys out of " + setting.get().source(),
            "["
                + Literal.setting(setting.get().profile())
                + "]\n# without aws_access_key_id, aws_secret_access_key, aws_session_token")
        : Identity.unset();
  }

  private static Optional<ProfileSetting> setting(Facts facts) {
    return Identity.setting(facts, Identity.profile(facts), "aws_access_key_id");
  }
}

package awsleuth.core.cause.credentials;

import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/**
 * Whether environment keys win over a profile that was meant. botocore asks the environment before
 * every profile unless the profile is given as an argument (botocore/credentials.py,
 * create_credential_resolver).
 *
 * @param key the winning AWS_ACCESS_KEY_ID
 * @param profile the variable that names the profile
 */
record Shadow(Optional<EnvironmentVariable> key, Optional<EnvironmentVariable> profile) {

  static Shadow in(Facts facts) {
    return facts.once(
        Shadow.class,
        f ->
            new Shadow(
                f.variable("AWS_ACCESS_KEY_ID").filter(v -> !v.value().isEmpty()),
                f.variable("AWS_DEFAULT_PROFILE")
                    .or(() -> f.variable("AWS_PROFILE"))
                    .filter(v -> !v.value().isEmpty())));
  }

  boolean both() {
    return key.isPresent() && profile.isPresent();
  }
}

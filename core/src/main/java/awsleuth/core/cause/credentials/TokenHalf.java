package awsleuth.core.cause.credentials;

import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/** A key id of temporary credentials whose provider has no session token. */
record TokenHalf(Optional<Source> key) {

  static TokenHalf in(Facts facts) {
    return facts.once(TokenHalf.class, TokenHalf::find);
  }

  private static TokenHalf find(Facts facts) {
    Optional<EnvironmentVariable> id = facts.variable("AWS_ACCESS_KEY_ID");
    if (id.isPresent()) {
      boolean token =
          facts
              .variable("AWS_SESSION_TOKEN")
              .or(() -> facts.variable("AWS_SECURITY_TOKEN"))
              .filter(v -> !v.value().isEmpty())
              .isPresent();
      return new TokenHalf(
          Identity.isTemporary(id.get().value()) && !token
              ? Optional.of(id.get().source())
              : Optional.empty());
    }
    String profile = Identity.profile(facts);
    Optional<ProfileSetting> inFile = Identity.setting(facts, profile, "aws_access_key_id");
    boolean token =
        Identity.setting(facts, profile, "aws_session_token")
            .or(() -> Identity.setting(facts, profile, "aws_security_token"))
            .isPresent();
    return new TokenHalf(
        inFile.filter(s -> Identity.isTemporary(s.value()) && !token).map(ProfileSetting::source));
  }
}

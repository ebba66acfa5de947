package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** A role profile is wrong. */
final class AssumeRoleConfig implements Cause {

  @Override
  public String id() {
    return "credentials/assume-role-config";
  }

  @Override
  public Stage stage() {
    return Stage.SESSION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("InfiniteLoopConfigError") && !facts.seen(CredentialsClue.ASYNC))
        || (facts.exception("InvalidConfigError")
            && !facts.seen(CredentialsClue.SSO_CONFIG)
            && !facts.seen(CredentialsClue.WEB_IDENTITY))
        || facts.exception("UnknownCredentialError")
        || (facts.call().code().isEmpty() && facts.seen(CredentialsClue.ROLE_CONFIG)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the role profile is not set up right",
            Finding.Specificity.MESSAGE,
            List.of(facts.cite("botocore says: " + facts.call().message())),
            List.of(
                Fix.setting(
                    "a role and one source for it",
                    "[profile "
                        + Literal.setting(
                            facts.captured("source_profile").orElse(Identity.profile(facts)))
                        + "]\nrole_arn = arn:aws:iam::<account-id>:role/<role>\nsource_profile = <profile with keys>")),
            Identity.who(facts, "it prints the role")));
  }
}

package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A session token is sent but is not accepted. */
final class InvalidSessionToken implements Cause {

  @Override
  public String id() {
    return "credentials/invalid-session-token";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.code(
            "InvalidToken",
            "InvalidTokenException",
            "InvalidSecurityToken",
            "InvalidSecurityTokenException",
            "MalformedSecurityToken")
        && !OptIn.in(facts)
        && !facts.call().service().startsWith("sso"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the session token is damaged or belongs to other keys",
            Finding.Specificity.CODE,
            KeySource.because(facts),
            List.of(
                KeySource.seek(facts),
                Fix.command(
                    "get a fresh set of all three values",
                    "aws configure export-credentials"
                        + Identity.profileOption(facts)
                        + " --format env")),
            Identity.who(facts, "it prints the identity")));
  }
}

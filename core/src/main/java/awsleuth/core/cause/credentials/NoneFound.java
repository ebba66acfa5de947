package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** No provider in the chain had credentials. */
final class NoneFound implements Cause {

  @Override
  public String id() {
    return "credentials/none-found";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("NoCredentialsError", "NoAuthTokenError")
        || (facts.call().code().isEmpty() && facts.seen(CredentialsClue.NONE))
        || facts.code(
            "MissingAuthenticationToken",
            "NoCredentialProviders",
            "MissingAuthenticationTokenException",
            "MissingSecurityHeader")))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "no provider in the chain has credentials",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.command("log in or set a profile up", "aws configure sso"),
                Fix.command("or name the profile that has them", "export AWS_PROFILE=<profile>"),
                Fix.askAdministrator(
                    "on AWS give the machine a role",
                    "Which role shall the instance, task or function have?")),
            Identity.who(facts, "it prints the identity that is meant")));
  }
}

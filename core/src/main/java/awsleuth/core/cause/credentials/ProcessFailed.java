package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** credential_process failed. */
final class ProcessFailed implements Cause {

  @Override
  public String id() {
    return "credentials/process-failed";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("CredentialRetrievalError")
            && facts.captured("provider").orElse("").equals("custom-process"))
        || (facts.call().code().isEmpty() && facts.seen(CredentialsClue.PROCESS_OF_SDK)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "`credential_process` failed or printed something else",
            Finding.Specificity.MESSAGE,
            List.of(
                facts.cite(
                    "it said: " + facts.captured("error_msg").orElse(facts.call().message()))),
            List.of(
                Fix.command(
                    "run it by hand",
                    "sh -c \"$(aws configure get credential_process"
                        + (Identity.profile(facts).equals("default")
                            ? ""
                            : " --profile " + Literal.shell(Identity.profile(facts)))
                        + ")\"")),
            Identity.who(facts, "it prints the identity")));
  }
}

package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
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
            because(facts),
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

  private static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>();
    because.add(
        facts.cite("it said: " + facts.captured("error_msg").orElse(facts.call().message())));
    Identity.chosen(facts).ifPresent(because::add);
    facts.settings().stream()
        .filter(s -> s.key().equals("credential_process"))
        .filter(s -> s.profile().equals(Identity.profile(facts)))
        .limit(1)
        .forEach(s -> because.add(Facts.cite("[" + s.section() + "] runs it", s.source())));
    return List.copyOf(because);
  }
}

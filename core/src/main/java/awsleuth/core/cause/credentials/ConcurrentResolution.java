package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Several threads or tasks resolve one assume-role chain. */
final class ConcurrentResolution implements Cause {

  @Override
  public String id() {
    return "credentials/concurrent-resolution";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("InfiniteLoopConfigError") && facts.seen(CredentialsClue.ASYNC))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "several tasks resolve one role chain in one session",
            Finding.Specificity.EVIDENCE,
            List.of(facts.citeError(), facts.citation(CredentialsClue.ASYNC).orElseThrow()),
            List.of(
                Fix.codeEdit(
                    "get the credentials once, before the tasks start",
                    "session.get_credentials().get_frozen_credentials()")),
            new Verification.Rerun("<the program>", "it runs many times without the loop error")));
  }
}

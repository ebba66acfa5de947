package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Calls are made at the exit of the interpreter. */
final class InterpreterShutdown implements Cause {

  @Override
  public String id() {
    return "client/interpreter-shutdown";
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.seen(ClientClue.SHUTDOWN))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the call was made while Python was ending",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(ClientClue.SHUTDOWN).orElseThrow()),
            List.of(
                Fix.codeEdit(
                    "wait for the threads before the program ends",
                    "executor.shutdown(wait=True)")),
            new Verification.Rerun("<the program>", "all uploads are done before it ends")));
  }
}

package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The default session or a resource was used from several threads at once. */
final class NotThreadSafe implements Cause {

  @Override
  public String id() {
    return "client/not-thread-safe";
  }

  @Override
  public Stage stage() {
    return Stage.CLIENT;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean key = facts.exception("KeyError") || facts.raised("KeyError");
    boolean component =
        key && facts.frames().stream().anyMatch(f -> f.function().equals("get_component"));
    if (!component
        && !((key || facts.exception("RuntimeError", "ValueError"))
            && facts.seen(ClientClue.THREADS))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "several threads made clients from one session at the same time",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(ClientClue.THREADS).orElseGet(facts::citeError)),
            List.of(
                Fix.codeEdit(
                    "make the client once, before the threads start; clients are safe to share",
                    "s3 = boto3.client(\"s3\")  # in the main thread"),
                Fix.codeEdit(
                    "or a session for each thread", "local.session = boto3.session.Session()")),
            new Verification.Rerun("<the program>", "it runs many times without the KeyError")));
  }
}

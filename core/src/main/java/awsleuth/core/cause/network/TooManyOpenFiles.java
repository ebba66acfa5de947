package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Sockets or file descriptors ran out. */
final class TooManyOpenFiles implements Cause {

  @Override
  public String id() {
    return "network/too-many-open-files";
  }

  @Override
  public Stage stage() {
    return Stage.CONNECT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.seen(NetworkClue.TOO_MANY_FILES))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the program has too many files and sockets open",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(NetworkClue.TOO_MANY_FILES).orElseThrow()),
            List.of(
                Fix.codeEdit(
                    "make one client and share it: each has a pool of its own",
                    "s3 = boto3.client(\"s3\")  # once, outside the loop"),
                Fix.command("see and raise the limit", "ulimit -n; ulimit -n 4096")),
            Connections.rerun(facts, "it runs with the number of open files steady")));
  }
}

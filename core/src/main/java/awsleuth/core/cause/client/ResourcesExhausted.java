package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Memory, disk or threads ran out in the client. */
final class ResourcesExhausted implements Cause {

  @Override
  public String id() {
    return "client/resources-exhausted";
  }

  @Override
  public Stage stage() {
    return Stage.SEND;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (facts.seen(ClientClue.POOL)) {
      return pool(facts);
    }
    if (!(facts.seen(ClientClue.RESOURCES) && !facts.seen(ClientClue.SHUTDOWN))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "memory, disk or threads of the machine ran out",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(ClientClue.RESOURCES).orElseThrow()),
            List.of(
                Fix.command("see what ran out", "free -m; df -h; ulimit -u"),
                Fix.codeEdit(
                    "stream instead of reading whole, with fewer threads",
                    "s3.download_file(\"<bucket>\", \"<key>\", \"<file>\", Config=TransferConfig(max_concurrency=2))")),
            new Verification.Rerun("<the program>", "it runs within the limits")));
  }

  /** All connections of the client's pool are in use, or were never given back. */
  private static Outcome pool(Facts facts) {
    return Outcome.confirmed(
        new Finding(
            "no connection of the client's pool came free in time",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(ClientClue.POOL).orElseThrow()),
            List.of(
                Fix.setting(
                    "let one client serve all threads, with as many connections as work at a time",
                    "maxConnections = <threads>"),
                Fix.codeEdit(
                    "give connections back: close what getObject returns, in any case",
                    "<close what was read>")),
            new Verification.Rerun("<the program>", "it runs within the limits")));
  }
}

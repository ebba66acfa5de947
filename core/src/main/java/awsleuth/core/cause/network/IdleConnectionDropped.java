package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.LongCall;
import java.util.List;

/** An idle connection was forgotten during a long call. */
final class IdleConnectionDropped implements Cause {

  @Override
  public String id() {
    return "network/idle-connection-dropped";
  }

  @Override
  public Stage stage() {
    return Stage.SEND;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("ReadTimeoutError", "ConnectionClosedError"))
        && LongCall.of(facts).seconds() >= LongCall.IDLE_LIMIT)) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the connection idled for "
                + LongCall.of(facts).seconds()
                + " s; NAT and load balancers forget it at 350 s",
            Finding.Specificity.EVIDENCE,
            List.of(
                facts.citeError(),
                Facts.cite(
                    "a time of " + LongCall.of(facts).seconds() + " s is told",
                    LongCall.of(facts).source())),
            List.of(
                Fix.codeEdit(
                    "send keep-alives on the connection",
                    "botocore.config.Config(tcp_keepalive=True, read_timeout=900)"),
                Fix.codeEdit(
                    "or do not hold a connection for so long",
                    "client.invoke(FunctionName=name, InvocationType=\"Event\", Payload=payload)")),
            Connections.rerun(facts, "the answer comes also after six minutes")));
  }
}

package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.GivenProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The connection was reset or closed while in use. */
final class ConnectionClosed implements Cause {

  @Override
  public String id() {
    return "network/connection-closed";
  }

  @Override
  public Stage stage() {
    return Stage.SEND;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("ConnectionClosedError")
            || (facts.call().code().isEmpty()
                && facts.seen(NetworkClue.RESET)
                && !facts.seen(NetworkClue.NOT_RESOLVED)
                && !facts.seen(NetworkClue.TOO_MANY_FILES)
                && (!facts.exception("SSLError") || facts.seen(NetworkClue.TLS_TIMED_OUT))
                && !facts.exception("ProxyConnectionError", "ReadTimeoutError")))
        && !facts.seen(NetworkClue.PROXY)
        && Proxy.broken(facts).isEmpty())) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the connection was closed before an answer came",
            Finding.Specificity.CODE,
            Stream.concat(facts.citeErrorAndRequests().stream(), GivenProxy.cited(facts).stream())
                .toList(),
            fixes(facts),
            Connections.rerun(facts, "an answer comes")));
  }

  /** What speaks TLS closes a connection on which plain HTTP is spoken. */
  private static List<Fix> fixes(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    if (!GivenProxy.cited(facts).isEmpty()) {
      fixes.add(
          Fix.command("see whether the proxy closes it", Proxy.curl(facts) + " -o /dev/null"));
    }
    if (facts.call().endpoint().startsWith("http://")) {
      fixes.add(
          Fix.command(
              "see whether it wants TLS: the endpoint is plain HTTP; then write https:// for it",
              "curl -skv --connect-timeout 5 "
                  + Connections.url(facts).replaceFirst("http://", "https://")
                  + " -o /dev/null"));
    }
    fixes.add(
        Fix.codeEdit(
            "keep idle connections alive and retry",
            "botocore.config.Config(tcp_keepalive=True, retries={\"total_max_attempts\": 5,"
                + " \"mode\": \"standard\"})"));
    fixes.add(
        Fix.codeEdit(
            "where the body is large: stay below the payload limit of the operation",
            "assert len(body) <= <limit>"));
    return List.copyOf(fixes);
  }
}

package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** The proxy refused, failed or is not for this host. */
final class Proxy implements Cause {

  @Override
  public String id() {
    return "network/proxy";
  }

  @Override
  public Stage stage() {
    return Stage.CONNECT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("ProxyConnectionError", "ProxyError", "InvalidProxiesConfigError")
        || (facts.call().code().isEmpty() && facts.seen(NetworkClue.PROXY)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the proxy did not let the connection through",
            Finding.Specificity.CODE,
            List.of(facts.citation(NetworkClue.PROXY).orElseGet(facts::citeError)),
            List.of(
                Fix.command(
                    "see which proxy is set, in either case of the names", "env | grep -i proxy"),
                Fix.command(
                    "leave AWS hosts out of it where they can be reached directly",
                    "export NO_PROXY=169.254.169.254,169.254.170.2,.amazonaws.com"),
                Fix.command(
                    "correct its URL: scheme http, host, port",
                    "export HTTPS_PROXY=http://<host>:<port>")),
            new Verification.Probe(
                "curl -sv -x \"$HTTPS_PROXY\" "
                    + Literal.shell(
                        "https://" + Connections.hostOr(facts, "sts.amazonaws.com") + "/")
                    + " -o /dev/null",
                "the proxy answers CONNECT with 200")));
  }
}

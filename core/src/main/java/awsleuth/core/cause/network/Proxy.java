package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
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
    boolean page = facts.exception("ResponseParserError") && facts.seen(NetworkClue.PROXY_PAGE);
    if (!page
        && !(facts.exception("ProxyConnectionError", "ProxyError", "InvalidProxiesConfigError")
            || (facts.call().code().isEmpty()
                && (facts.seen(NetworkClue.PROXY) || facts.seen(NetworkClue.PROXY_URL))))) {
      return Outcome.NOT_SEEN;
    }
    ProxySetting setting = ProxySetting.of(facts);
    List<Citation> because = new ArrayList<>();
    because.add(
        facts
            .citation(NetworkClue.PROXY_LOGIN)
            .or(() -> facts.citation(NetworkClue.PROXY))
            .or(() -> facts.citation(NetworkClue.PROXY_PAGE))
            .orElseGet(facts::citeError));
    because.addAll(setting.cited());
    return Outcome.confirmed(
        new Finding(
            facts.seen(NetworkClue.PROXY_LOGIN)
                ? "the proxy wants a login"
                : facts.seen(NetworkClue.PROXY_URL)
                    ? "the URL of the proxy is not one that can be called"
                    : page
                        ? "a proxy answers with a page of its own instead of AWS"
                        : "the proxy did not let the connection through",
            Finding.Specificity.CODE,
            List.copyOf(because),
            setting.fixes(),
            new Verification.Probe(
                "curl -sv -x \"$"
                    + setting.variable()
                    + "\" "
                    + Literal.shell(
                        "https://" + Connections.hostOr(facts, "sts.amazonaws.com") + "/")
                    + " -o /dev/null",
                "the proxy answers CONNECT with 200")));
  }
}

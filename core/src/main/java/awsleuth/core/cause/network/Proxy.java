package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    Optional<ProbeResult> own = own(facts);
    if (own.isEmpty() && isBetween(facts)) {
      return Outcome.possible(
          finding(facts, "a proxy may answer instead of the endpoint", ProxySetting.of(facts)),
          "which of the two answered, the proxy or the endpoint",
          curl(facts) + ": the headers Server and Via");
    }
    if (own.isEmpty()
        && !page
        && broken(facts).isEmpty()
        && !(facts.exception("ProxyConnectionError", "ProxyError", "InvalidProxiesConfigError")
            || (facts.call().code().isEmpty()
                && (facts.seen(NetworkClue.PROXY) || facts.seen(NetworkClue.PROXY_URL))))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        finding(
            facts,
            isLogin(facts)
                ? foreign(facts).isEmpty()
                    ? "the proxy wants a login"
                    : "the proxy wants a login of a kind that boto3 has not"
                : ProxySetting.of(facts).isSocks() || facts.seen(NetworkClue.PROXY_URL)
                    ? "the URL of the proxy is not one that can be called"
                    : broken(facts).isPresent()
                        ? "the proxy gives no answer of HTTP to CONNECT"
                        : page || own.isPresent()
                            ? "a proxy answers with a page of its own instead of AWS"
                            : "the proxy did not let the connection through",
            ProxySetting.of(facts)));
  }

  private static Finding finding(Facts facts, String summary, ProxySetting setting) {
    List<Citation> because = new ArrayList<>();
    because.add(
        facts
            .citation(NetworkClue.PROXY_LOGIN)
            .or(() -> broken(facts).map(p -> Facts.cite(p.words(), p.source())))
            .or(() -> own(facts).map(p -> Facts.cite(p.words(), p.source())))
            .or(() -> facts.citation(NetworkClue.PROXY))
            .or(() -> facts.citation(NetworkClue.PROXY_PAGE))
            .orElseGet(facts::citeError));
    if (!foreign(facts).isEmpty()) {
      because.add(Facts.cite("it takes " + foreign(facts) + " alone", facts.call().source()));
    }
    because.addAll(setting.cited());
    return new Finding(
        summary,
        Finding.Specificity.CODE,
        List.copyOf(because),
        setting.fixes(),
        setting.isSocks()
            ? Connections.rerun(facts, "the connection is made")
            : new Verification.Probe(
                curl(facts) + " -o /dev/null",
                isPlain(facts)
                    ? "the status is the endpoint's: neither 403 nor 407"
                    : "the proxy answers CONNECT with 200"));
  }

  /** Asks by the proxy, and shows what it does. */
  static String curl(Facts facts) {
    return "curl -sv"
        + Connections.ca(facts)
        + " -x \"$"
        + ProxySetting.of(facts).variable()
        + "\" "
        + (Target.in(facts).host().isEmpty()
            ? "https://sts.amazonaws.com/"
            : Connections.url(facts));
  }

  private static boolean isPlain(Facts facts) {
    return facts.call().endpoint().startsWith("http:");
  }

  /** An answer of the proxy's own to a request of plain HTTP, as a probe saw it. */
  private static Optional<ProbeResult> own(Facts facts) {
    return facts
        .found("http")
        .filter(p -> p.facts().containsKey("proxy") && facts.exception("ResponseParserError"));
  }

  /** A proxy that a probe saw close the connection, or answer CONNECT by something else. */
  static Optional<ProbeResult> broken(Facts facts) {
    return facts.exception("ConnectionClosedError")
        ? facts.given(ProbeResult.class).stream()
            .filter(p -> p.step().equals("proxy") && p.source().equals(facts.call().source()))
            .findFirst()
        : Optional.empty();
  }

  /** Whether it wants a user and password. */
  static boolean isLogin(Facts facts) {
    return facts.seen(NetworkClue.PROXY_LOGIN)
        || own(facts).filter(p -> "407".equals(p.facts().get("status"))).isPresent();
  }

  /** The kinds of login that it takes, where a probe saw them and none is Basic; else empty. */
  static String foreign(Facts facts) {
    return facts.given(ProbeResult.class).stream()
        .filter(p -> p.source().equals(facts.call().source()))
        .map(p -> p.facts().getOrDefault(ProbeResult.SCHEMES, ""))
        .filter(s -> !s.toLowerCase(Locale.ROOT).contains("basic"))
        .findFirst()
        .orElse("");
  }

  /** Whether what answered is no service, and a request of plain HTTP went through a proxy. */
  private static boolean isBetween(Facts facts) {
    return facts.exception("ResponseParserError")
        && isPlain(facts)
        && ProxySetting.of(facts).way().proxy().isPresent();
  }
}

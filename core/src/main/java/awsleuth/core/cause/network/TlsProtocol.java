package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** TLS cannot be spoken there. */
final class TlsProtocol implements Cause {

  @Override
  public String id() {
    return "network/tls-protocol";
  }

  @Override
  public Stage stage() {
    return Stage.TLS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("SSLError", "SSLCertVerificationError") || Connections.isTls(facts))
        && facts.seen(NetworkClue.PROTOCOL)
        && !facts.seen(NetworkClue.UNTRUSTED)
        && !facts.seen(NetworkClue.HOSTNAME))) {
      return Outcome.NOT_SEEN;
    }
    boolean ended = facts.seen(NetworkClue.TLS_EOF);
    Finding finding =
        new Finding(
            ended
                ? "the connection ended while TLS was being agreed"
                : "the other side does not speak this TLS",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(NetworkClue.PROTOCOL).orElseThrow()),
            Stream.concat(
                    plain(facts).stream(),
                    Stream.of(
                        Fix.command(
                            "see which OpenSSL Python has: TLS 1.2 is the least that AWS takes",
                            "python3 -c 'import ssl; print(ssl.OPENSSL_VERSION)'")))
                .toList(),
            check(facts));
    return ended
        ? Outcome.possible(
            finding,
            "who ends it: the server, a proxy or a firewall that does not let this host through",
            Connections.probe(facts, "").command())
        : Outcome.confirmed(finding);
  }

  /** What a port that speaks no TLS answers to is HTTP. */
  private static Verification check(Facts facts) {
    String url = Connections.url(facts);
    boolean plain = facts.seen(NetworkClue.NO_TLS) && plain(facts).isPresent();
    return plain && url.startsWith("https://")
        ? new Verification.Probe(
            "curl -sv --connect-timeout 5 http" + url.substring("https".length()) + " -o /dev/null",
            "it answers by HTTP")
        : Connections.probe(facts, "TLS 1.2 or 1.3 is agreed");
  }

  /** The same host by HTTP, which may be all that it speaks; endpoints of AWS speak TLS. */
  private static Optional<Fix> plain(Facts facts) {
    String url = Connections.url(facts);
    boolean own = Target.in(facts).aws().isEmpty();
    boolean known = url.startsWith("https://") && url.indexOf('<') < 0;
    String host = known ? url.substring("https://".length(), url.length() - 1) : "<host>:<port>";
    return own
        ? Optional.of(
            Fix.codeEdit("call a plain HTTP port by http", "endpoint_url=\"http://" + host + "\""))
        : Optional.empty();
  }
}

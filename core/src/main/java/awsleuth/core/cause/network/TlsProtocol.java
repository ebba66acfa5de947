package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Optional<TlsFailure> failure = isOther(facts) ? Optional.empty() : TlsFailure.of(facts);
    if (failure.isEmpty()) {
      return Outcome.NOT_SEEN;
    }
    TlsFailure kind = failure.get();
    Finding finding =
        new Finding(
            kind.summary(),
            Finding.Specificity.MESSAGE,
            List.of(kind.clue().flatMap(facts::citation).orElseGet(facts::citeError)),
            fixes(facts, kind),
            check(facts, kind));
    return kind.missing().isEmpty()
        ? Outcome.confirmed(finding)
        : Outcome.possible(finding, kind.missing(), Connections.probe(facts, "").command());
  }

  /** Whether it is no failure of TLS, or one that another cause accounts for. */
  private static boolean isOther(Facts facts) {
    return !Connections.isTls(facts)
        || TlsUntrusted.isSeen(facts)
        || facts.seen(NetworkClue.HOSTNAME)
        || facts.seen(NetworkClue.TLS_TIMED_OUT)
        || facts.seen(TlsClue.UNKNOWN_NAME)
        || ClientCertificate.isSeen(facts);
  }

  private static List<Fix> fixes(Facts facts, TlsFailure kind) {
    boolean own = Target.in(facts).aws().isEmpty();
    List<Fix> fixes = new ArrayList<>();
    switch (kind) {
      case NO_TLS -> plain(facts).ifPresent(fixes::add);
      case VERSION -> {
        if (own) {
          fixes.add(ask(facts, "have the other side speak TLS 1.2 or 1.3, if it does not"));
        }
      }
      case HANDSHAKE, ENDED -> {
        if (own) {
          fixes.add(ClientCertificate.give("where it asks for a client certificate: give it one"));
        }
      }
      case RENEGOTIATION ->
          fixes.add(
              ask(
                  facts,
                  "have it, or a proxy between, updated to secure renegotiation (RFC 5746)"));
      case WEAK ->
          fixes.add(ask(facts, "have it, or a proxy between, offer what is strong enough"));
      case ALERT, UNKNOWN -> {}
    }
    if (kind == TlsFailure.ENDED) {
      plain(facts).ifPresent(fixes::add);
    }
    if (kind != TlsFailure.RENEGOTIATION && kind != TlsFailure.WEAK) {
      fixes.add(
          Fix.command(
              "see which OpenSSL Python has: TLS 1.2 is the least that AWS takes",
              "python3 -c 'import ssl; print(ssl.OPENSSL_VERSION)'"));
    }
    return List.copyOf(fixes);
  }

  private static Fix ask(Facts facts, String title) {
    return Fix.askAdministrator(
        title, "openssl s_client -connect " + Connections.at(facts) + " </dev/null");
  }

  /** What a port that speaks no TLS answers to is HTTP. */
  private static Verification check(Facts facts, TlsFailure kind) {
    String url = Connections.url(facts);
    boolean plain = kind == TlsFailure.NO_TLS && plain(facts).isPresent();
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

package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.GivenProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The certificate does not verify: by its CA, a date or its form; or there is no bundle. */
final class TlsUntrusted implements Cause {

  @Override
  public String id() {
    return "network/tls-untrusted";
  }

  @Override
  public Stage stage() {
    return Stage.TLS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!Connections.isTls(facts)
        || !isSeen(facts)
        || facts.seen(NetworkClue.HOSTNAME)
        || facts.seen(NetworkClue.TLS_TIMED_OUT)) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            summary(facts),
            Finding.Specificity.MESSAGE,
            because(facts),
            AbsentBundle.isSeen(facts) ? AbsentBundle.fixes(facts) : fixes(facts),
            probe(facts)));
  }

  /** Whether no certificate was found good, or none looked at. */
  static boolean isSeen(Facts facts) {
    return facts.seen(NetworkClue.UNTRUSTED) || AbsentBundle.isSeen(facts);
  }

  private static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>();
    because.add(
        AbsentBundle.words(facts)
            .or(() -> facts.citation(NetworkClue.UNTRUSTED))
            .orElseGet(facts::citeError));
    because.addAll(AbsentBundle.cited(facts));
    if (!AbsentBundle.isSeen(facts)) {
      AbsentBundle.set(facts).map(AbsentBundle::cited).ifPresent(because::add);
      because.addAll(GivenProxy.cited(facts));
    }
    return List.copyOf(because);
  }

  private static String summary(Facts facts) {
    if (AbsentBundle.isSeen(facts)) {
      return AbsentBundle.summary(facts);
    }
    return facts.seen(NetworkClue.ENDED)
        ? "the certificate of the endpoint has expired"
        : facts.seen(NetworkClue.NOT_BEGUN)
            ? "the certificate of the endpoint is not valid yet"
            : facts.seen(TlsClue.NO_SIGNER)
                ? "the certificate of the endpoint is not trusted by this machine"
                : isForm(facts)
                    ? "the certificate of the endpoint, or of its CA, is refused for its form"
                    : "the certificate of the endpoint does not verify on this machine";
  }

  private static List<Fix> fixes(Facts facts) {
    boolean time = facts.seen(NetworkClue.ENDED) || facts.seen(NetworkClue.NOT_BEGUN);
    if (time) {
      return List.of(clock(), renew(facts));
    }
    return facts.seen(TlsClue.NO_SIGNER)
        ? Stream.concat(
                trust("trust the CA that signs there", facts).stream(), between(facts).stream())
            .toList()
        : isForm(facts)
            ? List.of(anew(facts))
            : Stream.concat(
                    Stream.of(Fix.command("see why: its CA, a date or its form", verify(facts))),
                    trust("where nobody vouches for its CA: trust that", facts).stream())
                .toList();
  }

  private static Fix clock() {
    return Fix.command("see whether this machine's clock is right", "date -u");
  }

  /** Dates count whatever bundle is trusted. */
  private static Fix renew(Facts facts) {
    return Fix.askAdministrator(
        "have the certificate of the endpoint, or of the CA that signed it, renewed",
        "openssl s_client -connect "
            + Connections.at(facts)
            + " </dev/null | openssl x509 -noout -dates");
  }

  private static boolean isForm(Facts facts) {
    return facts.seen(TlsClue.FORM) || facts.seen(TlsClue.STRICT);
  }

  /** No bundle makes up for what a certificate lacks, or has too weak. */
  private static Fix anew(Facts facts) {
    return Fix.askAdministrator(
        "have the certificate that openssl refuses issued anew; depth 0 is the endpoint's",
        verify(facts));
  }

  /** A server is to send the certificates between its own and the CA's (RFC 8446, 4.4.2). */
  private static List<Fix> between(Facts facts) {
    boolean alone =
        facts.given(ProbeResult.class).stream()
            .anyMatch(p ->
                p.source().equals(facts.call().source())
                    && p.facts().containsKey(ProbeResult.ALONE));
    return alone
        ? List.of(
            Fix.askAdministrator(
                "where its CA is one between: have the endpoint send that certificate too",
                "openssl s_client -connect " + Connections.at(facts) + " -showcerts </dev/null"))
        : List.of();
  }

  private static List<Fix> trust(String title, Facts facts) {
    return List.of(
        Fix.command(
            title + ": give its bundle to boto3", "export AWS_CA_BUNDLE=<path/to/ca-bundle.pem>"),
        Fix.setting(
            "or in the profile",
            Connections.profileLine(facts, "ca_bundle = <path/to/ca-bundle.pem>")));
  }

  /** With the bundle that boto3 takes: that of the system is another. */
  private static Verification probe(Facts facts) {
    return new Verification.Probe(verify(facts), "it ends with Verify return code: 0 (ok)");
  }

  private static String verify(Facts facts) {
    return "openssl s_client -connect "
        + Connections.at(facts)
        + " -no-CApath -CAfile "
        + bundle(facts)
        + (facts.seen(TlsClue.STRICT) ? " -x509_strict" : "")
        + " -verify_return_error </dev/null";
  }

  private static String bundle(Facts facts) {
    Optional<String> set =
        AbsentBundle.isSeen(facts) ? Optional.empty() : Connections.bundle(facts);
    return set.orElse(
        "\"${AWS_CA_BUNDLE:-${REQUESTS_CA_BUNDLE:-$(python3 -c"
            + " 'from botocore.httpsession import where; print(where())')}}\"");
  }
}

package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.GivenProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The certificate chain ends in a CA that is not trusted. */
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
    if (!((facts.exception("SSLError", "SSLCertVerificationError") || Connections.isTls(facts))
        && !facts.seen(NetworkClue.HOSTNAME)
        && !facts.seen(NetworkClue.TLS_TIMED_OUT)
        && (facts.seen(NetworkClue.UNTRUSTED)
            || (facts.exception("SSLError", "SSLCertVerificationError")
                && !facts.seen(NetworkClue.PROTOCOL))))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            summary(facts),
            Finding.Specificity.MESSAGE,
            because(facts),
            AbsentBundle.fixes(facts).orElseGet(() -> fixes(facts)),
            probe(facts)));
  }

  private static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>();
    because.add(facts.citation(NetworkClue.UNTRUSTED).orElseGet(facts::citeError));
    because.addAll(AbsentBundle.cited(facts));
    if (!AbsentBundle.isSeen(facts)) {
      AbsentBundle.set(facts).map(AbsentBundle::cited).ifPresent(because::add);
      because.addAll(GivenProxy.cited(facts));
    }
    return List.copyOf(because);
  }

  private static String summary(Facts facts) {
    if (AbsentBundle.isSeen(facts)) {
      return "the CA bundle that certificates are judged by is not there";
    }
    return facts.seen(NetworkClue.ENDED)
        ? "the certificate of the endpoint has expired"
        : facts.seen(NetworkClue.NOT_BEGUN)
            ? "the certificate of the endpoint is not valid yet"
            : "the certificate of the endpoint is not trusted by this machine";
  }

  private static List<Fix> fixes(Facts facts) {
    boolean time = facts.seen(NetworkClue.ENDED) || facts.seen(NetworkClue.NOT_BEGUN);
    return time ? List.of(clock(), renew(facts)) : trust(facts);
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

  private static List<Fix> trust(Facts facts) {
    return List.of(
        Fix.command(
            "trust the CA that signs there: give its bundle to boto3",
            "export AWS_CA_BUNDLE=<path/to/ca-bundle.pem>"),
        Fix.setting(
            "or in the profile",
            Connections.profileLine(facts, "ca_bundle = <path/to/ca-bundle.pem>")));
  }

  /** With the bundle that boto3 takes: that of the system is another. */
  private static Verification probe(Facts facts) {
    return new Verification.Probe(
        "openssl s_client -connect "
            + Connections.at(facts)
            + " -no-CApath -CAfile "
            + bundle(facts)
            + " -verify_return_error </dev/null",
        "it ends with Verify return code: 0 (ok)");
  }

  private static String bundle(Facts facts) {
    Optional<String> set =
        AbsentBundle.isSeen(facts) ? Optional.empty() : Connections.bundle(facts);
    return set.orElse(
        "\"${AWS_CA_BUNDLE:-${REQUESTS_CA_BUNDLE:-$(python3 -c"
            + " 'from botocore.httpsession import where; print(where())')}}\"");
  }
}

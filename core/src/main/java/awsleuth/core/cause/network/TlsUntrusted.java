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
            "the certificate of the endpoint is not trusted by this machine",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(NetworkClue.UNTRUSTED).orElseGet(facts::citeError)),
            List.of(
                Fix.command(
                    "trust the CA that signs there: give its bundle to boto3",
                    "export AWS_CA_BUNDLE=<path/to/ca-bundle.pem>"),
                Fix.setting(
                    "or in the profile",
                    Connections.profileLine(facts, "ca_bundle = <path/to/ca-bundle.pem>"))),
            new Verification.Probe(
                "openssl s_client -connect "
                    + Literal.shell(Target.in(facts).host(), "<host>")
                    + ":"
                    + Connections.port(facts)
                    + " -servername "
                    + Literal.shell(Target.in(facts).host(), "<host>")
                    + " -verify_return_error </dev/null",
                "it ends with Verify return code: 0 (ok)")));
  }
}

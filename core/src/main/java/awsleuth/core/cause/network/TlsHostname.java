package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The certificate is for another name. */
final class TlsHostname implements Cause {

  @Override
  public String id() {
    return "network/tls-hostname";
  }

  @Override
  public Stage stage() {
    return Stage.TLS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("SSLError", "SSLCertVerificationError") || Connections.isTls(facts))
        && facts.seen(NetworkClue.HOSTNAME))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the certificate is for another host name",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(NetworkClue.HOSTNAME).orElseThrow()),
            List.of(
                Fix.setting(
                    "address buckets with dots in their names by path",
                    Connections.profileLine(facts, "s3 =\n  addressing_style = path")),
                Fix.codeEdit(
                    "or use the name that the certificate has",
                    "endpoint_url=\"https://<name in the certificate>\"")),
            Connections.rerun(facts, "TLS is agreed")));
  }
}

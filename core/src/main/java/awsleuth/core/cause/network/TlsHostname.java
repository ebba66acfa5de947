package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.GivenEndpoint;
import java.util.List;
import java.util.Map;

/** The certificate is for another name. */
final class TlsHostname implements Cause {

  private static final String NAME = "<name in the certificate>";

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
    if (Connections.isTls(facts) && facts.seen(TlsClue.UNKNOWN_NAME)) {
      return Outcome.confirmed(unknown(facts));
    }
    if (!Connections.isTls(facts) || !facts.seen(NetworkClue.HOSTNAME)) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            facts.seen(NetworkClue.NO_NAME)
                ? "the certificate has no subjectAltName that could be the host's"
                : "the certificate is for another host name",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(NetworkClue.HOSTNAME).orElseThrow()),
            fixes(facts),
            check(facts)));
  }

  /** The other side knows the name so little that it shows no certificate. */
  private static Finding unknown(Facts facts) {
    String there = "\"https://<name that it has>\"";
    return new Finding(
        "the other side has no such host name",
        Finding.Specificity.MESSAGE,
        List.of(facts.citation(TlsClue.UNKNOWN_NAME).orElseThrow()),
        Target.in(facts).aws().isPresent()
            ? List.of(Connections.lookUp(facts))
            : List.of(
                Connections.lookUp(facts),
                Fix.codeEdit("or use a name that the other side has", "endpoint_url=" + there)),
        Connections.rerun(
            facts,
            "TLS is agreed",
            Target.in(facts).aws().isPresent() ? Map.of() : Map.of(GivenEndpoint.OPTION, there)));
  }

  /** An endpoint that was given has the wrong name; by path, S3 is asked at the same. */
  private static Verification check(Facts facts) {
    return Connections.rerun(
        facts,
        "TLS is agreed",
        isBucket(facts) ? Map.of() : Map.of(GivenEndpoint.OPTION, "\"https://" + NAME + "\""));
  }

  /** Only S3 has names of its callers' choice in its host names, with dots in them too. */
  private static List<Fix> fixes(Facts facts) {
    if (facts.seen(NetworkClue.NO_NAME)) {
      return nameless(facts);
    }
    Fix name =
        Fix.codeEdit(
            (isBucket(facts) ? "or " : "") + "use the name that the certificate has",
            "endpoint_url=\"https://" + NAME + "\"");
    return isBucket(facts)
        ? List.of(
            Fix.setting(
                "address buckets with dots in their names by path",
                Connections.profileLine(facts, "s3 =\n  addressing_style = path")),
            name)
        : List.of(name);
  }

  /** Python takes the common name of a certificate for that of a host, and for no address. */
  private static List<Fix> nameless(Facts facts) {
    Fix anew =
        Fix.askAdministrator(
            "have the certificate issued anew, with the host as a subjectAltName",
            "openssl s_client -connect "
                + Connections.at(facts)
                + " </dev/null | openssl x509 -noout -subject -ext subjectAltName");
    return Target.in(facts).isAddress()
        ? List.of(
            anew,
            Fix.codeEdit(
                "or use the name that the certificate has as its common name",
                "endpoint_url=\"https://" + NAME + "\""))
        : List.of(anew);
  }

  private static boolean isBucket(Facts facts) {
    String service = facts.call().service();
    Target target = Target.in(facts);
    boolean ofS3 = target.aws().map(h -> h.services().contains("s3")).orElse(!target.isCustom());
    return service.isEmpty() ? ofS3 : service.equals("s3");
  }
}

package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.fact.Clue;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other side wants a certificate of the client, and gets none that it takes. */
final class ClientCertificate implements Cause {

  @Override
  public String id() {
    return "network/client-certificate";
  }

  @Override
  public Stage stage() {
    return Stage.TLS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!Connections.isTls(facts) || TlsUntrusted.isSeen(facts)) {
      return Outcome.NOT_SEEN;
    }
    if (facts.seen(TlsClue.CERTIFICATE_WANTED)) {
      return confirmed(
          facts, "the other side wants a client certificate", TlsClue.CERTIFICATE_WANTED);
    }
    if (facts.seen(TlsClue.CERTIFICATE_REFUSED)) {
      return confirmed(
          facts,
          "the other side refuses the client certificate, or that there is none",
          TlsClue.CERTIFICATE_REFUSED);
    }
    if (facts.seen(TlsClue.CERTIFICATE_FILE)) {
      return confirmed(
          facts, "the client certificate that is given cannot be used", TlsClue.CERTIFICATE_FILE);
    }
    return asked(facts).map(p -> probed(facts, p)).orElse(Outcome.NOT_SEEN);
  }

  /**
   * An alert after the question is about its answer: by then the rest is agreed on. An end without
   * one may have other reasons.
   */
  private static Outcome probed(Facts facts, ProbeResult probe) {
    Finding finding =
        new Finding(
            "the other side wants a client certificate",
            Finding.Specificity.EVIDENCE,
            List.of(Facts.cite(probe.words(), probe.source())),
            fixes(facts),
            Connections.rerun(facts, "TLS is agreed"));
    return facts.seen(TlsClue.HANDSHAKE)
        ? Outcome.confirmed(finding)
        : Outcome.possible(
            finding,
            "whether it goes on with one",
            "openssl s_client -connect "
                + Connections.at(facts)
                + " -cert <path/to/client.pem> -key <path/to/client.key> </dev/null");
  }

  /** The probe that was asked for a certificate when TLS failed. */
  private static Optional<ProbeResult> asked(Facts facts) {
    return facts.given(ProbeResult.class).stream()
        .filter(p ->
            p.source().equals(facts.call().source())
                && p.facts().containsKey(ProbeResult.CLIENT_CERTIFICATE)
                && (facts.seen(TlsClue.HANDSHAKE) || facts.seen(TlsClue.ENDED)))
        .findFirst();
  }

  /** Whether this cause accounts for the failure of TLS. */
  static boolean isSeen(Facts facts) {
    return facts.seen(TlsClue.CERTIFICATE_WANTED)
        || facts.seen(TlsClue.CERTIFICATE_REFUSED)
        || facts.seen(TlsClue.CERTIFICATE_FILE)
        || asked(facts).isPresent();
  }

  private static Outcome confirmed(Facts facts, String summary, Clue clue) {
    return Outcome.confirmed(
        new Finding(
            summary,
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(clue).orElseThrow()),
            fixes(facts),
            Connections.rerun(facts, "TLS is agreed")));
  }

  private static List<Fix> fixes(Facts facts) {
    List<Fix> fixes = new ArrayList<>(List.of(give("give the client a certificate and its key")));
    if (!facts.seen(TlsClue.CERTIFICATE_FILE)) {
      fixes.add(
          Fix.command(
              "see of which CAs it takes one: `Acceptable client certificate CA names`",
              "openssl s_client -connect " + Connections.at(facts) + " </dev/null"));
    }
    return List.copyOf(fixes);
  }

  /** No variable and no profile has it. */
  static Fix give(String title) {
    return Fix.codeEdit(
        title,
        "config=botocore.config.Config(client_cert=(\"<path/to/client.pem>\","
            + " \"<path/to/client.key>\"))");
  }
}

package awsleuth.core.cause.network;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is advised by the words of OpenSSL. */
class TlsFixesTest {

  private static Outcome outcome(String host, String words) {
    String text =
        "botocore.exceptions.SSLError: SSL validation failed for https://" + host + "/ " + words;
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(new Artifact("err.txt", Kind.TRACEBACK, text)))
        .failures()
        .getFirst()
        .verdicts()
        .getFirst()
        .outcome();
  }

  @Test
  void anAlertThatFollowsTheQuestionForACertificateIsItsAnswer() {
    assertThat(
            probed("[SSL: SSLV3_ALERT_HANDSHAKE_FAILURE] sslv3 alert handshake failure", "asked"))
        .startsWith("confirmed network/client-certificate");
    assertThat(probed("[SSL: SSLV3_ALERT_HANDSHAKE_FAILURE] sslv3 alert handshake failure", ""))
        .startsWith("possible network/tls-protocol");
    assertThat(probed("EOF occurred in violation of protocol", "asked"))
        .startsWith("possible network/client-certificate");
  }

  @Test
  void aCertificateThatWasSentAloneMayWantOneBetween() {
    String words = "certificate verify failed: unable to get local issuer certificate";
    assertThat(fixes(first(words, Map.of(ProbeResult.ALONE, "true")))).contains("-showcerts");
    assertThat(fixes(first(words, Map.of()))).doesNotContain("-showcerts");
  }

  private static String fixes(Verdict verdict) {
    return verdict.outcome() instanceof Outcome.Confirmed(var finding) ? text(finding.fixes()) : "";
  }

  private static String probed(String words, String asked) {
    Verdict first =
        first(words, asked.isEmpty() ? Map.of() : Map.of(ProbeResult.CLIENT_CERTIFICATE, asked));
    return (first.outcome() instanceof Outcome.Confirmed ? "confirmed " : "possible ") + first.id();
  }

  /** Of a probe of TLS that failed so. */
  private static Verdict first(String words, Map<String, String> facts) {
    String raised =
        "botocore.exceptions.SSLError: SSL validation failed for https://gateway.example:8443/ "
            + words
            + " (_ssl.c:1006)";
    ProbeResult probe =
        new ProbeResult(
            "tls",
            ProbeResult.Verdict.FINDING,
            "it failed",
            facts,
            new ProbeResult.Call(
                "sts", "GetCallerIdentity", "eu-west-1", "https://gateway.example:8443/"),
            raised,
            new Source("doctor", 10));
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(), List.of(probe))
        .failures()
        .getFirst()
        .verdicts()
        .getFirst();
  }

  private static String advised(String words) {
    return switch (outcome("gateway.example:8443", words)) {
      case Outcome.Confirmed(var finding) -> "confirmed " + text(finding.fixes());
      case Outcome.Possible possible -> "possible " + text(possible.finding().fixes());
      case Outcome.RuledOut _, Outcome.Crashed _ -> "none";
    };
  }

  private static String text(List<Fix> fixes) {
    return fixes.stream().map(Fix::text).collect(Collectors.joining("\n"));
  }

  @Test
  void whatAnswersWithAnAlertIsNoPlainHttp() {
    assertThat(advised("[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)"))
        .startsWith("confirmed")
        .contains("http://gateway.example:8443");
    assertThat(
            advised("[SSL: TLSV1_ALERT_PROTOCOL_VERSION] tlsv1 alert protocol version (_ssl.c:1)"))
        .startsWith("confirmed")
        .doesNotContain("http://");
    assertThat(
            advised(
                "[SSL: SSLV3_ALERT_HANDSHAKE_FAILURE] sslv3 alert handshake failure (_ssl.c:1006)"))
        .startsWith("possible")
        .contains("client_cert=")
        .doesNotContain("http://");
    assertThat(
            advised("[SSL: TLSV1_ALERT_INTERNAL_ERROR] tlsv1 alert internal error (_ssl.c:1006)"))
        .startsWith("possible")
        .doesNotContain("http://");
  }

  @Test
  void aBundleIsNamedWhereOneMayHelp() {
    String failed = "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed";
    assertThat(advised(failed + ": unable to get local issuer certificate (_ssl.c:1006)"))
        .startsWith("confirmed export AWS_CA_BUNDLE=");
    assertThat(advised(failed + " (_ssl.c:645)"))
        .startsWith("confirmed openssl s_client ")
        .contains("export AWS_CA_BUNDLE=");
    assertThat(advised(failed + ": EE certificate key too weak (_ssl.c:1006)"))
        .startsWith("confirmed openssl s_client ")
        .doesNotContain("export AWS_CA_BUNDLE=", "-x509_strict");
    assertThat(advised(failed + ": Basic Constraints of CA cert not marked critical (_ssl.c:1006)"))
        .contains(" -x509_strict ")
        .doesNotContain("export AWS_CA_BUNDLE=");
    for (String words :
        List.of(
            "[SSL: UNSAFE_LEGACY_RENEGOTIATION_DISABLED] unsafe legacy renegotiation disabled",
            "[SSL: DH_KEY_TOO_SMALL] dh key too small",
            "[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED] tlsv13 alert certificate required",
            "[SSL: TLSV1_UNRECOGNIZED_NAME] tlsv1 unrecognized name",
            "[SSL: TLSV1_ALERT_UNKNOWN_CA] tlsv1 alert unknown ca",
            "[SSL] PEM lib",
            "[SSL: SOME_DAY] some day")) {
      assertThat(advised(words + " (_ssl.c:1006)")).doesNotContain("none", "CA_BUNDLE");
    }
  }
}

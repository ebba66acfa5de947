package awsleuth.core.cause.network;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is advised where a proxy wants a login, and where it is not one at all. */
class ProxyLoginTest {

  private static final String REFUSED =
      "botocore.exceptions.ProxyConnectionError: Failed to connect to proxy URL:"
          + " \"http://proxy.example:3128\"";
  private static final String LOGIN =
      "urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='sts.eu-west-1.amazonaws.com',"
          + " port=443): Max retries exceeded with url: / (Caused by ProxyError('Unable to connect"
          + " to proxy', OSError('Tunnel connection failed: 407 Proxy Authentication Required')))";

  private static Finding confirmed(String text, String env) {
    Outcome outcome =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(
                List.of(
                    new Artifact("err.txt", Kind.TRACEBACK, text),
                    new Artifact("env", Kind.ENV, env)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome).finding();
  }

  @Test
  void theUrlOfAProxyThatAsksForALoginIsNotToBeCorrected() {
    String proxy = "HTTPS_PROXY=http://u:p@proxy.example:3128\n";
    assertThat(confirmed(LOGIN, proxy).fixes())
        .extracting(Fix::text)
        .contains("HTTPS_PROXY=http://<user>:<password>@proxy.example:3128")
        .doesNotContain("export HTTPS_PROXY=http://<host>:<port>");
    assertThat(confirmed(REFUSED, proxy).fixes())
        .extracting(Fix::text)
        .contains("export HTTPS_PROXY=http://<host>:<port>");
  }

  @Test
  void aLoginThatBoto3HasNotIsNotProposed() {
    assertThat(probed("Negotiate, NTLM"))
        .contains("HTTPS_PROXY=http://127.0.0.1:<port>")
        .noneMatch(f -> f.contains("<password>"));
    assertThat(probed("NTLM, Basic"))
        .contains("HTTPS_PROXY=http://<user>:<password>@<host>:<port>")
        .doesNotContain("HTTPS_PROXY=http://127.0.0.1:<port>");
  }

  /** What is advised where a probe saw what the proxy asks for. */
  private static List<String> probed(String schemes) {
    Verdict first = first("proxy", Map.of(ProbeResult.SCHEMES, schemes), LOGIN);
    return ((Outcome.Confirmed) first.outcome()).finding().fixes().stream().map(Fix::text).toList();
  }

  private static Verdict first(String step, Map<String, String> facts, String raised) {
    ProbeResult probe =
        new ProbeResult(
            step,
            ProbeResult.Verdict.FINDING,
            "it failed",
            facts,
            new ProbeResult.Call(
                "sts", "GetCallerIdentity", "eu-west-1", "https://sts.eu-west-1.amazonaws.com/"),
            raised,
            new Source("doctor", 9));
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(), List.of(probe))
        .failures()
        .getFirst()
        .verdicts()
        .getFirst();
  }

  @Test
  void aConnectionThatTheProxyClosesIsItsFault() {
    String closed =
        "botocore.exceptions.ConnectionClosedError: Connection was closed before we received a"
            + " valid response from endpoint URL: \"https://sts.eu-west-1.amazonaws.com/\".";
    assertThat(first("proxy", Map.of(), closed).id()).isEqualTo("network/proxy");
    assertThat(first("http", Map.of(), closed).id()).isEqualTo("network/connection-closed");
    assertThat(confirmed(closed, "HTTPS_PROXY=http://proxy.example:3128\n").fixes())
        .extracting(Fix::text)
        .first()
        .asString()
        .startsWith("curl -sv -x \"$HTTPS_PROXY\" https://sts.eu-west-1.");
  }

  @Test
  void curlIsGivenTheBundleThatBoto3Reads() {
    String proxy = "HTTPS_PROXY=http://proxy.example:3128\n";
    assertThat(confirmed(LOGIN, proxy + "AWS_CA_BUNDLE=/etc/corp.pem\n").verification().toString())
        .contains("curl -sv --cacert /etc/corp.pem -x \"$HTTPS_PROXY\" https://sts.eu-west-1.");
    assertThat(confirmed(LOGIN, proxy + "AWS_CA_BUNDLE=\n").verification().toString())
        .doesNotContain("--cacert")
        .contains(" -k ");
  }
}

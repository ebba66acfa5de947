package awsleuth.collect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.collect.probe.Result;
import awsleuth.testkit.Certificates;
import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault on the way of a call is found at its step, with what boto3 raises for it. */
class DoctorTest {

  @TempDir static Path folder;
  private static Certificates certificates;

  @BeforeAll
  static void certificates() throws IOException {
    certificates = Certificates.in(folder);
  }

  private static String findings(Examination examination) {
    return examination.steps().stream()
        .filter(Step::isFinding)
        .map(s -> s.kind().label() + ": " + s.result().words())
        .collect(Collectors.joining("\n"));
  }

  private static String raised(Examination examination) {
    Step step = examination.steps().stream().filter(Step::isFinding).findFirst().orElseThrow();
    return step.result() instanceof Result.Finding finding ? finding.raised() : "";
  }

  private static List<StepKind> unreached(Examination examination) {
    return examination.steps().stream()
        .filter(s -> s.result().words().startsWith("not reached"))
        .map(Step::kind)
        .toList();
  }

  @Test
  void whereAllIsWellItEndsWithWhoCalls() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      Examination examination = new Machine().endpoint(sts.http()).examine();
      assertThat(findings(examination)).isEmpty();
      assertThat(unreached(examination)).isEmpty();
      assertThat(Machine.step(examination, StepKind.IDENTITY).result().words())
          .isEqualTo(Machine.ARN);
      assertThat(Machine.step(examination, StepKind.CLOCK).result().words())
          .isEqualTo("right within two seconds");
    }
  }

  @Test
  void aNameThatDoesNotResolveStopsTheWay() {
    Examination examination = new Machine().endpoint("https://no-such-host.invalid").examine();
    assertThat(findings(examination)).startsWith("dns: no-such-host.invalid: ");
    assertThat(raised(examination))
        .contains("EndpointConnectionError: Could not connect to the endpoint URL")
        .contains("Failed to resolve 'no-such-host.invalid'");
    assertThat(unreached(examination))
        .containsExactly(
            StepKind.TCP,
            StepKind.PROXY,
            StepKind.TLS,
            StepKind.HTTP,
            StepKind.CLOCK,
            StepKind.IDENTITY);
  }

  @Test
  void aPortWhereNobodyListensIsToldFromOneThatDoesNotAnswer() throws IOException {
    ScriptedServer closed = ScriptedServer.of(ScriptedServer.silent());
    closed.close();
    Examination refused = new Machine().endpoint(closed.https()).examine();
    assertThat(findings(refused)).isEqualTo("tcp: nothing listens on port " + closed.port());
    try (ScriptedServer deaf = ScriptedServer.deaf()) {
      Examination deafened =
          new Machine().endpoint(deaf.https()).timeout(Duration.ofSeconds(1)).examine();
      assertThat(findings(deafened))
          .matches("tcp: no connection within 0\\.\\d s \\(boto3 waits 60 s\\)");
      assertThat(raised(deafened)).contains("ConnectTimeoutError: Connect timeout on endpoint");
    }
  }

  @Test
  void aCertificateIsJudgedByTheBundleOfBotocore() throws Exception {
    assertThat(tls("good", certificates.ca().toString())).isEmpty();
    assertThat(tls("expired", certificates.ca().toString()))
        .contains("tls: the certificate of expired ended on ");
    assertThat(tls("future", certificates.ca().toString()))
        .contains("tls: the certificate of future begins on ");
    assertThat(tls("other", certificates.ca().toString()))
        .contains("tls: the certificate is for other.example");
    assertThat(tls("self", certificates.ca().toString()))
        .contains("tls: the bundle does not have the CA that signed (self)");
    assertThat(tls("good", "/no/such/bundle.pem"))
        .contains("tls: the CA bundle: there is no file /no/such/bundle.pem");
    assertThat(tls("self", "")).as("an empty setting turns the verification off").isEmpty();
  }

  private static String tls(String certificate, String bundle)
      throws IOException, GeneralSecurityException {
    try (ScriptedServer server =
        ScriptedServer.of(
            ScriptedServer.secure(certificates.server(certificate), Machine.sts(0)))) {
      Examination examination =
          new Machine().endpoint(server.https()).set("AWS_CA_BUNDLE", bundle).examine();
      if (findings(examination).isEmpty()) {
        assertThat(Machine.step(examination, StepKind.IDENTITY).result().words())
            .isEqualTo(Machine.ARN);
      }
      return findings(examination);
    }
  }

  @Test
  void whatAnswersWithoutTlsIsFoundAtTls() throws IOException {
    try (ScriptedServer plain =
        ScriptedServer.of(ScriptedServer.saying("HTTP/1.1 400 Bad\r\n\r\n"))) {
      Examination examination = new Machine().endpoint(plain.https()).examine();
      assertThat(findings(examination))
          .isEqualTo("tls: what answers does not speak TLS; it may be plain HTTP");
      assertThat(raised(examination)).contains("[SSL: WRONG_VERSION_NUMBER]");
    }
  }

  @Test
  void aConnectionThatBreaksOffIsFoundWhereItDoes() throws IOException {
    assertThat(at(ScriptedServer.closing(), true))
        .startsWith("tls: the connection was closed while TLS was agreed on");
    assertThat(at(ScriptedServer.resetting(), false)).startsWith("http: the connection was reset");
    assertThat(at(ScriptedServer.closing(), false))
        .startsWith("http: the connection was closed without an answer");
    assertThat(at(ScriptedServer.saying("SSH-2.0-OpenSSH\r\n"), false))
        .startsWith("http: what answers does not speak HTTP");
  }

  @Test
  void aServerThatIsSilentOrSlowIsNotWaitedForLongerThanAllowed() throws IOException {
    assertThat(at(ScriptedServer.silent(), true))
        .startsWith("tls: TLS was not agreed on within 0.");
    assertThat(at(ScriptedServer.silent(), false)).startsWith("http: no answer within 0.");
    assertThat(at(ScriptedServer.dripping(), false))
        .startsWith("http: the answer did not end within 0.");
  }

  private static String at(ScriptedServer.Talk talk, boolean tls) throws IOException {
    try (ScriptedServer server = ScriptedServer.of(talk)) {
      long began = System.nanoTime();
      Examination examination =
          new Machine()
              .endpoint(tls ? server.https() : server.http())
              .timeout(Duration.ofSeconds(1))
              .examine();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
      return findings(examination);
    }
  }

  @Test
  void aClockThatIsOffIsFoundFromTheDate() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(3600))) {
      Examination examination = new Machine().endpoint(sts.http()).examine();
      assertThat(findings(examination))
          .matches("clock: the clock of this machine is (1 h 0|59) min.* behind of the server's.*");
    }
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(-240))) {
      assertThat(findings(new Machine().endpoint(sts.http()).examine())).isEmpty();
    }
  }

  @Test
  void aProxyIsAskedAsBotocoreAsksIt() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.of(ScriptedServer.secure(certificates.server("good"), Machine.sts(0)));
        ScriptedServer open = ScriptedServer.of(ScriptedServer.proxy("", server.port()));
        ScriptedServer closed =
            ScriptedServer.of(ScriptedServer.proxy("user:pa ss", server.port()))) {
      assertThat(proxied(open.http(), "")).isEmpty();
      assertThat(proxied("http://user:pa%20ss@127.0.0.1:" + closed.port(), "")).isEmpty();
      assertThat(proxied(closed.http(), ""))
          .contains("it answers CONNECT with 407", "its URL has no user and password");
      assertThat(proxied("http://user:wrong1@127.0.0.1:" + closed.port(), ""))
          .contains("http://***:***@127.0.0.1", "does not take the user")
          .doesNotContain("wrong1");
      assertThat(proxied("http://127.0.0.1:1", ""))
          .contains("tcp: the proxy http://127.0.0.1:1: nothing listens on port 1");
      assertThat(proxied("http://no-such-proxy.invalid:3128", ""))
          .contains("dns: the proxy no-such-proxy.invalid");
      assertThat(proxied("http://127.0.0.1:1", "localhost,.other")).isEmpty();
      assertThat(proxied("http://127.0.0.1:1", "127.0.0.0/8,*.other,localhost")).isEmpty();
    }
  }

  /** By TLS to localhost, through a proxy that leads to the server of the test. */
  private static String proxied(String proxy, String noProxy) throws Exception {
    try (ScriptedServer direct =
        ScriptedServer.of(ScriptedServer.secure(certificates.server("good"), Machine.sts(0)))) {
      Examination examination =
          new Machine()
              .endpoint("https://localhost:" + direct.port())
              .set("HTTPS_PROXY", proxy)
              .set("NO_PROXY", noProxy)
              .set("AWS_CA_BUNDLE", certificates.ca().toString())
              .examine();
      if (findings(examination).isEmpty()) {
        assertThat(Machine.step(examination, StepKind.IDENTITY).result().words())
            .isEqualTo(Machine.ARN);
      }
      return findings(examination);
    }
  }

  @Test
  void settingsThatBoto3RefusesAreFoundWithoutANetwork() {
    assertThat(findings(new Machine().set("AWS_PROFILE", "dev").examine()))
        .startsWith("config: ProfileNotFound: The config profile (dev) could not be found");
    assertThat(findings(new Machine().file("/home/alice/.aws/config", "[default\n").examine()))
        .startsWith("config: ConfigParseError: ");
    assertThat(
            findings(
                new Machine()
                    .without("AWS_DEFAULT_REGION")
                    .set("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1")
                    .call("sqs", "ListQueues")
                    .examine()))
        .contains("endpoint: NoRegionError: You must specify a region.");
    Examination none =
        new Machine().without("AWS_ACCESS_KEY_ID").endpoint("http://127.0.0.1:1").examine();
    assertThat(findings(none)).startsWith("credentials: no provider has any\ntcp: ");
  }

  @Test
  void whatTheServiceRefusesIsToldInItsWords() throws IOException {
    String error =
        "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The"
            + " security token included in the request is invalid.</Message></Error></ErrorResponse>";
    try (ScriptedServer sts =
        ScriptedServer.of(
            ScriptedServer.answering(r -> ScriptedServer.answer("403 Forbidden", "", error)))) {
      Examination examination = new Machine().endpoint(sts.http()).examine();
      assertThat(findings(examination))
          .isEqualTo(
              "identity: 403 InvalidClientTokenId: The security token included in the request is"
                  + " invalid.");
      assertThat(raised(examination))
          .isEqualTo(
              "botocore.exceptions.ClientError: An error occurred (InvalidClientTokenId) when"
                  + " calling the GetCallerIdentity operation: The security token included in the"
                  + " request is invalid.");
    }
  }

  @Test
  void onlyWhatReadsAndWantsNothingIsCalled() throws IOException {
    try (ScriptedServer any = ScriptedServer.of(Machine.sts(0))) {
      assertThat(called(any, "sqs", "ListQueues")).doesNotStartWith("not called");
      assertThat(called(any, "s3", "ListBuckets")).doesNotStartWith("not called");
      assertThat(called(any, "sqs", "GetQueueUrl")).isEqualTo("not called: it wants QueueName");
      assertThat(called(any, "sts", "GetSessionToken"))
          .isEqualTo("not called: only what surely reads, and no secrets, is");
    }
  }

  private static String called(ScriptedServer server, String service, String operation) {
    Examination examination =
        new Machine().endpoint(server.http()).call(service, operation).examine();
    return Machine.step(examination, StepKind.CALL).result().words();
  }

  @Test
  void nothingReachableEndsInTheTimeAllowedPlusASecond() throws IOException {
    try (ScriptedServer deaf = ScriptedServer.deaf()) {
      long began = System.nanoTime();
      Examination examination =
          new Machine()
              .without("AWS_EC2_METADATA_DISABLED")
              .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", deaf.http())
              .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", deaf.http() + "/keys")
              .without("AWS_ACCESS_KEY_ID")
              .endpoint(deaf.https())
              .call("sqs", "ListQueues")
              .timeout(Duration.ofSeconds(2))
              .examine();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
      assertThat(findings(examination)).contains("container: ", "tcp: ");
    }
  }

  @Test
  void whatDoesNotHangOnOneAnotherGoesOnAtTheSameTime() throws IOException {
    try (ScriptedServer slow =
        ScriptedServer.of(socket -> {
          try {
            Thread.sleep(1500);
          } catch (InterruptedException e) {
            return;
          }
          Machine.sts(0).with(socket);
        })) {
      long began = System.nanoTime();
      Examination examination =
          new Machine()
              .without("AWS_EC2_METADATA_DISABLED")
              .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", slow.http())
              .endpoint(slow.http())
              .call("sqs", "ListQueues")
              .examine();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      Duration slowest =
          examination.steps().stream().map(Step::took).max(Duration::compareTo).orElseThrow();
      assertThat(Machine.step(examination, StepKind.IDENTITY).isSlow()).isTrue();
      assertThat(took.toMillis()).isLessThan(slowest.toMillis() * 3 / 2);
    }
  }

  @Test
  void noSecretIsInWhatIsFound() throws IOException {
    try (ScriptedServer sts =
        ScriptedServer.of(
            ScriptedServer.answering(r ->
                ScriptedServer.answer(
                    "403 Forbidden",
                    "",
                    "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>"
                        + "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY</Message></Error>"
                        + "</ErrorResponse>")))) {
      Examination examination =
          new Machine()
              .endpoint(sts.http())
              .set("HTTPS_PROXY", "http://bob:hunter22@127.0.0.1:1")
              .examine();
      assertThat(examination.evidence().toString()).doesNotContain("wJalrXUtnFEMI", "hunter22");
    }
  }
}

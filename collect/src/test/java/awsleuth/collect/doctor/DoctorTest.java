package awsleuth.collect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An examination as a whole: settings, credentials, calls, and how long it takes. */
class DoctorTest {

  @Test
  void whereAllIsWellItEndsWithWhoCalls() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      Examination examination = new Machine().endpoint(sts.http()).examine();
      assertThat(Machine.findings(examination)).isEmpty();
      assertThat(Machine.unreached(examination)).isEmpty();
      assertThat(Machine.step(examination, StepKind.IDENTITY).result().words())
          .isEqualTo(Machine.ARN);
      assertThat(Machine.step(examination, StepKind.CLOCK).result().words())
          .isEqualTo("right within two seconds");
    }
  }

  @Test
  void theWayAloneIsGoneToTheUrlGivenAndNothingIsSignedThere() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (ScriptedServer s3 =
        ScriptedServer.of(
            ScriptedServer.answering(request -> {
              asked.add(request);
              return ScriptedServer.answer("200 OK", "", "");
            }))) {
      Question question = new Machine().endpoint(s3.http()).call("s3", "ListBuckets").question();
      assertThat(Doctor.way(question).stream().map(p -> p.step() + " " + p.verdict()).toList())
          .contains("endpoint OK", "dns OK", "tcp OK", "proxy OK", "tls OK", "http OK")
          .doesNotContain("identity OK");
    }
    assertThat(asked).singleElement().asString().startsWith("GET / ").doesNotContain("AKIA");
  }

  @Test
  void settingsThatBoto3RefusesAreFoundWithoutANetwork() {
    assertThat(Machine.findings(new Machine().set("AWS_PROFILE", "dev").examine()))
        .startsWith("config: ProfileNotFound: The config profile (dev) could not be found");
    assertThat(
            Machine.findings(new Machine().file("/home/alice/.aws/config", "[default\n").examine()))
        .startsWith("config: ConfigParseError: ");
    assertThat(
            Machine.findings(
                new Machine()
                    .without("AWS_DEFAULT_REGION")
                    .set("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1")
                    .call("sqs", "ListQueues")
                    .examine()))
        .contains("endpoint: NoRegionError: You must specify a region.");
    assertThat(
            Machine.findings(
                new Machine()
                    .without("AWS_DEFAULT_REGION")
                    .set("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
                    .examine()))
        .contains("identity: NoRegionError: You must specify a region.");
    Examination none =
        new Machine().without("AWS_ACCESS_KEY_ID").endpoint("http://127.0.0.1:1").examine();
    assertThat(Machine.findings(none)).startsWith("credentials: no provider has any\ntcp: ");
  }

  @Test
  void aWayOfRetryingThatThereIsNotIsFoundWhereTheClientIsMade() {
    assertThat(retrying("AWS_MAX_ATTEMPTS", "abc"))
        .isEqualTo("endpoint: ValueError: invalid literal for int() with base 10: …");
    assertThat(retrying("AWS_MAX_ATTEMPTS", "0"))
        .isEqualTo(
            "endpoint: InvalidMaxRetryAttemptsError: Value provided to \"max_attempts\": 0 must be"
                + " an integer greater than or equal to 1.");
    assertThat(retrying("AWS_RETRY_MODE", "turbo"))
        .isEqualTo(
            "endpoint: InvalidRetryModeError: Invalid value provided to \"mode\": \"turbo\" must be"
                + " one of: ('legacy', 'standard', 'adaptive')");
  }

  @Test
  void aNumberOfAttemptsThatIsNoneIsToldWithTheLineOfBotocoreThatReadsIt() {
    Examination examination =
        new Machine().set("AWS_MAX_ATTEMPTS", "x").endpoint("http://127.0.0.1:1").examine();
    assertThat(Machine.raised(examination)).contains("in _compute_retry_max_attempts");
  }

  @Test
  void aSettingOfInstanceMetadataThatIsNoneIsToldWithTheLineOfBotocoreThatReadsIt() {
    Examination timeout =
        new Machine()
            .set("AWS_METADATA_SERVICE_TIMEOUT", "x")
            .endpoint("http://127.0.0.1:1")
            .examine();
    assertThat(Machine.findings(timeout))
        .startsWith("credentials: ValueError: invalid literal for int() with base 10: …");
    assertThat(Machine.raised(timeout))
        .contains("get_config_variable('metadata_service_timeout')\nValueError");
    Examination attempts =
        new Machine()
            .file("/home/alice/.aws/config", "[default]\nmetadata_service_num_attempts = x\n")
            .endpoint("http://127.0.0.1:1")
            .examine();
    assertThat(Machine.raised(attempts))
        .contains("get_config_variable('metadata_service_num_attempts')\nValueError");
  }

  @Test
  void aTimeoutOfInstanceMetadataThatIsNotPositiveIsRefusedAsByUrllib3() {
    Examination examination =
        new Machine()
            .without("AWS_ACCESS_KEY_ID")
            .without("AWS_EC2_METADATA_DISABLED")
            .set("AWS_METADATA_SERVICE_TIMEOUT", "0")
            .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1/")
            .endpoint("http://127.0.0.1:1")
            .examine();
    assertThat(Machine.raised(examination))
        .contains("in _fetch_metadata_token", "HTTPClientError", "connect timeout to 0,");
  }

  private static String retrying(String variable, String value) {
    return Machine.findings(
        new Machine().set(variable, value).endpoint("http://127.0.0.1:1").examine());
  }

  @Test
  void aKeyOrTokenWithALineBreakIsWhatPythonDoesNotSend() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      assertThat(keyed(sts, "AWS_SESSION_TOKEN", "tok\n"))
          .isEqualTo("identity: Invalid header value b'(session token)\\n'");
      assertThat(keyed(sts, "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE\n"))
          .isEqualTo("identity: Invalid header value b'AWS4-HMAC-SHA256 Credential=AKIA…\\n/…'");
    }
  }

  @Test
  void aRegionWithABlankOrALineBreakAtItsEndIsFoundWithThat() throws IOException {
    assertThat(Machine.findings(new Machine().set("AWS_DEFAULT_REGION", "eu-west-1 ").examine()))
        .startsWith("region: eu-west-1 with white space at its end (AWS_DEFAULT_REGION)\n");
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      assertThat(keyed(sts, "AWS_DEFAULT_REGION", "eu-west-1\n"))
          .startsWith("region: eu-west-1 with a line break at its end (AWS_DEFAULT_REGION)\n")
          .contains("identity: Invalid header value b'AWS4-HMAC-SHA256 Credential=AKIA…MPLE/")
          .contains("/eu-west-1\\n/sts/aws4_request, …'");
    }
  }

  @Test
  void aSecretWithABlankAtItsEndIsNotTakenForOneWithout() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      Examination examination =
          new Machine().set("AWS_SECRET_ACCESS_KEY", "made-up ").endpoint(sts.http()).examine();
      assertThat(Machine.step(examination, StepKind.IDENTITY).result().words())
          .startsWith("not sent: the secret key begins or ends with white space");
    }
  }

  private static String keyed(ScriptedServer sts, String variable, String value) {
    return Machine.findings(new Machine().set(variable, value).endpoint(sts.http()).examine());
  }

  @Test
  void anEndpointThatPythonCannotReadIsToldWithItsValue() {
    assertThat(endpoint("http://localhost:5910 "))
        .isEqualTo(
            "endpoint: http://localhost:5910 : Port could not be cast to integer value as"
                + " '5910 '");
    assertThat(endpoint("http://localhost:99999"))
        .isEqualTo("endpoint: http://localhost:99999: Port out of range 0-65535");
    assertThat(endpoint("localhost:5910"))
        .isEqualTo("endpoint: ValueError: Invalid endpoint: localhost:5910");
  }

  private static String endpoint(String url) {
    return Machine.findings(new Machine().set("AWS_ENDPOINT_URL", url).examine());
  }

  @Test
  void whatTheServiceRefusesIsToldInItsWords() throws IOException {
    String error =
        "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The"
            + " security token included in the request is"
            + " invalid.</Message></Error></ErrorResponse>";
    try (ScriptedServer sts =
        ScriptedServer.of(
            ScriptedServer.answering(r -> ScriptedServer.answer("403 Forbidden", "", error)))) {
      Examination examination = new Machine().endpoint(sts.http()).examine();
      assertThat(Machine.findings(examination))
          .isEqualTo(
              "identity: 403 InvalidClientTokenId: The security token included in the request is"
                  + " invalid.");
      assertThat(Machine.raised(examination))
          .isEqualTo(
              "botocore.exceptions.ClientError: An error occurred (InvalidClientTokenId) when"
                  + " calling the GetCallerIdentity operation: The security token included in the"
                  + " request is invalid.");
    }
  }

  @Test
  void exceptionsOfPythonsOwnAreToldWithTheLineOfTheProvider() {
    Machine token =
        new Machine()
            .without("AWS_ACCESS_KEY_ID")
            .set("AWS_WEB_IDENTITY_TOKEN_FILE", "/nope/token")
            .set("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/app")
            .endpoint("http://127.0.0.1:1");
    Examination examination = token.examine();
    assertThat(Machine.findings(examination))
        .startsWith(
            "credentials: FileNotFoundError: [Errno 2] No such file or directory: '/nope/token'");
    assertThat(Machine.raised(examination)).contains("self._web_identity_token_path");
    Examination host =
        new Machine()
            .without("AWS_ACCESS_KEY_ID")
            .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://10.1.2.3/x")
            .endpoint("http://127.0.0.1:1")
            .examine();
    assertThat(Machine.raised(host)).contains("in _retrieve_or_fail", "Unsupported host");
  }

  @Test
  void aPageOfALoadBalancerIsReadByItsStatus() throws IOException {
    String page = "<html><body><b>Http/1.1 Service Unavailable</b></body></html>";
    try (ScriptedServer balancer =
        ScriptedServer.of(
            ScriptedServer.answering(
                _ -> ScriptedServer.answer("503 Service Unavailable", "", page)))) {
      Examination examination = new Machine().endpoint(balancer.http()).examine();
      assertThat(Machine.findings(examination)).isEqualTo("identity: 503: Service Unavailable");
      assertThat(Machine.raised(examination))
          .isEqualTo(
              "botocore.exceptions.ClientError: An error occurred (503) when calling the"
                  + " GetCallerIdentity operation: Service Unavailable");
    }
  }

  @Test
  void anEndpointThatIsNotHttpIsTheFinding() {
    assertThat(Machine.findings(new Machine().endpoint("ftp://127.0.0.1").examine()))
        .isEqualTo("endpoint: ftp://127.0.0.1: Not supported URL scheme ftp");
  }

  @Test
  void onlyWhatReadsAndWantsNothingIsCalled() throws IOException {
    try (ScriptedServer any = ScriptedServer.of(Machine.sts(0))) {
      assertThat(called(any, "sqs", "ListQueues")).doesNotStartWith("not called");
      assertThat(called(any, "s3", "ListBuckets")).doesNotStartWith("not called");
      assertThat(called(any, "sqs", "ListQueueTags")).isEqualTo("not called: it wants QueueUrl");
      assertThat(called(any, "s3", "DeleteBucket"))
          .isEqualTo("not called: only what surely reads, and no secrets, is");
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
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2500));
      assertThat(Machine.findings(examination)).contains("container: ", "tcp: ");
    }
  }

  @Test
  void whatGoesOnForMoreThanASecondIsNamedMeanwhile() throws IOException {
    List<Progress> told = new CopyOnWriteArrayList<>();
    try (ScriptedServer silent = ScriptedServer.of(ScriptedServer.silent())) {
      Question question =
          new Machine().endpoint(silent.http()).timeout(Duration.ofSeconds(3)).question();
      Doctor.examine(question, told::add);
    }
    assertThat(told)
        .contains(new Progress.Waiting(List.of(StepKind.HTTP, StepKind.IDENTITY)))
        .filteredOn(p -> p instanceof Progress.Ended)
        .hasSize(13);
  }

  @Test
  void noProgramThatItStartedOutlivesIt(@TempDir Path folder) throws IOException {
    for (String hanging : List.of("credential_process", "python3")) {
      Path started = folder.resolve(hanging);
      Path program = Files.createDirectories(folder.resolve("bin-" + hanging)).resolve("python3");
      Files.writeString(program, "#!/bin/sh\necho $$ > " + started + "\nsleep 300\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
      Machine machine =
          hanging.equals("python3")
              ? new Machine().set("PATH", program.getParent() + ":/bin:/usr/bin")
              : new Machine()
                  .without("AWS_ACCESS_KEY_ID")
                  .file("/home/alice/.aws/config", "[default]\ncredential_process = " + program)
                  .set("PATH", "/bin:/usr/bin");
      machine.endpoint("http://127.0.0.1:1").timeout(Duration.ofSeconds(2)).examine();
      long pid = Long.parseLong(Files.readString(started).strip());
      ProcessHandle.of(pid).ifPresent(p -> p.onExit().orTimeout(10, TimeUnit.SECONDS).join());
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
  void thePasswordOfAnEndpointIsNeitherShownNorKept() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      String place = "127.0.0.1:" + sts.port();
      for (String url :
          List.of("http://eve:endpw4711@" + place, "http://eve:end@pw4711@" + place + "/a")) {
        Examination given = new Machine().endpoint(url).call("sqs", "ListQueues").examine();
        Examination set =
            new Machine()
                .set("AWS_ENDPOINT_URL", url)
                .without("AWS_EC2_METADATA_DISABLED")
                .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", url)
                .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", url)
                .call("sqs", "ListQueues")
                .examine();
        for (Examination each : List.of(given, set)) {
          assertThat(each.evidence().toString()).doesNotContain("pw4711").contains(place);
          assertThat(each.steps().toString()).doesNotContain("pw4711").contains(place);
          assertThat(Machine.step(each, StepKind.IDENTITY).result().words()).isEqualTo(Machine.ARN);
        }
      }
    }
  }

  @Test
  void pythonComparesExceptionsFromAProxyWithTheUserOfAnEndpointToo() {
    Machine machine =
        new Machine().set("HTTP_PROXY", "http://127.0.0.1:1").set("NO_PROXY", "localhost");
    assertThat(Machine.findings(machine.endpoint("http://localhost:1").examine()))
        .startsWith("tcp: nothing listens");
    assertThat(Machine.findings(machine.endpoint("http://eve:pw4711@localhost:1").examine()))
        .startsWith("tcp: the proxy http://127.0.0.1:1");
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

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

/** An examination as a whole: credentials, calls, and how long it takes. */
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

package awsleuth.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.testkit.Certificates;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code awsleuth doctor} as people and programs see it. */
class DoctorCommandTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String IDENTITY =
      "<GetCallerIdentityResponse><GetCallerIdentityResult>"
          + "<Arn>arn:aws:iam::123456789012:user/alice</Arn><Account>123456789012</Account>"
          + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

  @TempDir Path home;

  private Command doctor(Screen screen, String variables, String... more) throws IOException {
    Path env =
        Files.writeString(
            home.resolve("env"),
            "PATH=/nowhere\nAWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY="
                + SECRET
                + "\nAWS_DEFAULT_REGION=eu-west-1\nAWS_EC2_METADATA_DISABLED=true\n"
                + variables);
    String[] args = new String[more.length + 5];
    args[0] = "doctor";
    args[1] = "--env";
    args[2] = env.toString();
    args[3] = "--home";
    args[4] = home.toString();
    System.arraycopy(more, 0, args, 5, more.length);
    return Command.pipe(new byte[0], screen, args);
  }

  private static ScriptedServer sts() throws IOException {
    return ScriptedServer.of(
        ScriptedServer.answering(r -> ScriptedServer.answer("200 OK", "", IDENTITY)));
  }

  @Test
  void whereNoFileIsThereKeysOfTheEnvironmentAreExportedAnewAndNobodyLogsIn() throws IOException {
    String expired =
        "<ErrorResponse><Error><Code>ExpiredToken</Code><Message>The security token included in"
            + " the request is expired</Message></Error></ErrorResponse>";
    try (ScriptedServer sts =
        ScriptedServer.of(
            ScriptedServer.answering(_ -> ScriptedServer.answer("403 Forbidden", "", expired)))) {
      Command c = doctor(Screen.PIPE, "AWS_SESSION_TOKEN=t\n", "--endpoint-url", sts.http());
      assertThat(c.out()).contains("export new ones over the old").doesNotContain("sso login");
    }
  }

  @Test
  void whereItIsNotKnownWhoCallsItDoesNotEndWith0() throws IOException {
    Path config = home.resolve("slow");
    Files.writeString(config, "[default]\ncredential_process = /bin/sleep 30\n");
    try (ScriptedServer sts = sts()) {
      String slow = "AWS_ACCESS_KEY_ID=\nAWS_CONFIG_FILE=" + config + "\n";
      Command c = doctor(Screen.PIPE, slow, "--endpoint-url", sts.http(), "--timeout", "1");
      assertThat(c.out()).contains("nothing wrong is found; ");
      assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
    }
  }

  @Test
  void whereNothingIsWrongItSaysWhoCallsAndEndsWith0() throws IOException {
    try (ScriptedServer sts = sts()) {
      Command c = doctor(Screen.PIPE, "", "--endpoint-url", sts.http());
      assertThat(c.code()).isEqualTo(Console.FINE);
      assertThat(c.err()).isEmpty();
      assertThat(c.out())
          .contains(" 4  credentials ok       env, key AKIA…MPLE\n")
          .contains("13  identity    ok       arn:aws:iam::123456789012:user/alice\n")
          .contains("by hand\n")
          .contains("aws sts get-caller-identity --endpoint-url " + sts.http() + "\n")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void whereCertificatesAreNotLookedAtNothingIsSaidToBeRight() throws Exception {
    Certificates certificates = Certificates.in(home);
    try (ScriptedServer sts =
        ScriptedServer.of(
            ScriptedServer.secure(
                certificates.server("self"),
                ScriptedServer.answering(_ -> ScriptedServer.answer("200 OK", "", IDENTITY))))) {
      Command c = doctor(Screen.PIPE, "AWS_CA_BUNDLE=\n", "--endpoint-url", sts.https());
      assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
      assertThat(c.out())
          .contains("nothing is verified, since AWS_CA_BUNDLE is empty: take it out, or name a")
          .contains(
              "\nboto3 calls as arn:aws:iam::123456789012:user/alice, though something is wrong"
                  + " (10)\n")
          .doesNotContain("nothing is wrong");
    }
  }

  @Test
  void noFormAndNoRecordHasThePasswordOfAnEndpoint() throws IOException {
    String url = "http://eve:endpw4711@127.0.0.1:1";
    Path record = home.resolve("doctor.jsonl");
    for (String format : new String[] {"text", "json", "markdown"}) {
      Command set =
          doctor(
              Screen.PIPE,
              "AWS_ENDPOINT_URL=" + url + "\n",
              "--format",
              format,
              "--service",
              "sqs",
              "--operation",
              "ListQueues",
              "--record",
              record.toString());
      Command given = doctor(Screen.PIPE, "", "--format", format, "--endpoint-url", url);
      assertThat(set.out() + set.err() + Files.readString(record) + given.out() + given.err())
          .contains("127.0.0.1:1")
          .doesNotContain("endpw4711");
    }
  }

  @Test
  void theProfileThatIsAskedForIsTheOneThatIsMended() throws IOException {
    Path aws = Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        aws.resolve("config"),
        "[profile audit]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = "
            + SECRET
            + "\n");
    try (ScriptedServer sts = sts()) {
      Path env =
          Files.writeString(
              home.resolve("env"), "PATH=/nowhere\nAWS_ENDPOINT_URL_STS=" + sts.http() + "\n");
      String words = "doctor --env %s --home %s --profile audit --service sqs".formatted(env, home);
      Command c = Command.pipe(new byte[0], Screen.PIPE, words.split(" "));
      assertThat(c.out())
          .contains("sqs: NoRegionError", "[profile audit]")
          .doesNotContain("[default]", SECRET);
    }
  }

  @Test
  void aFindingIsDiagnosedAndEndsWith1() throws IOException {
    Command c = doctor(Screen.PIPE, "AWS_ENDPOINT_URL=http://127.0.0.1:1\n");
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(c.out())
        .contains(" 8  tcp         finding  nothing listens on port 1\n")
        .contains(" 9  proxy       unknown  not reached (8)\n")
        .contains("error  EndpointConnectionError calling GetCallerIdentity of sts in eu-west-1")
        .contains("confirmed  nothing listens at 127.0.0.1, a custom endpoint")
        .contains("awsleuth explain network/local-endpoint-down");
  }

  @Test
  void aTerminalOf80ColumnsHoldsTheSteps() throws IOException {
    Command c =
        doctor(
            new Screen(false, 80),
            "HTTPS_PROXY=http://a-proxy-with-a-long-name.example:3128\nNO_PROXY=*.amazonaws.com,"
                + "10.0.0.0/8,localhost\nAWS_ENDPOINT_URL=https://localhost:1\n");
    String steps = c.out().substring(0, c.out().indexOf("\nerror"));
    assertThat(steps.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void aDiagnosisOfAFileOrVariableCitesItByItsName() throws IOException {
    Command c = doctor(Screen.PIPE, "AWS_PROFILE=prod\nAWS_ENDPOINT_URL=http://127.0.0.1:1\n");
    assertThat(c.out())
        .contains("config      finding  ProfileNotFound: The config profile (prod) could not")
        .contains("confirmed")
        .contains("credentials/profile-not-found")
        .contains("endpoint    unknown  sts: not reached (2)");
  }

  @Test
  void aClockThatIsOffIsACause() throws IOException {
    try (ScriptedServer sts =
        ScriptedServer.of(
            ScriptedServer.answering(r ->
                ScriptedServer.answer(
                    "200 OK", "Date: Tue, 01 Jan 2030 00:00:00 GMT", IDENTITY)))) {
      Command c = doctor(Screen.PIPE, "", "--endpoint-url", sts.http());
      assertThat(c.out())
          .contains("clock       finding  the clock of this machine is ")
          .contains("credentials/clock-skew")
          .contains("(doctor:12)");
    }
  }

  @Test
  void theJsonIsAsTheSchemaHasIt() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/doctor.schema.json")));
    JsonSchema failures = JsonSchema.of(Files.readString(Path.of("../docs/diagnosis.schema.json")));
    try (ScriptedServer sts = sts()) {
      for (String url : new String[] {sts.http(), "http://127.0.0.1:1"}) {
        Command c =
            doctor(
                Screen.PIPE,
                "",
                "--format",
                "json",
                "--service",
                "sqs",
                "--operation",
                "list_queues",
                "--endpoint-url",
                url);
        assertThat(schema.faults(Json.object(c.out()))).isEmpty();
        Object calls = Json.object(c.out()).get("failures");
        assertThat(failures.faults(Map.of("failures", calls))).isEmpty();
      }
    }
  }

  @Test
  void theMarkdownIsATableAndADiagnosis() throws IOException {
    Command c =
        doctor(Screen.PIPE, "AWS_ENDPOINT_URL=http://127.0.0.1:1\n", "--format", "markdown");
    assertThat(c.out())
        .startsWith("| | step | outcome | |\n|---|---|---|---|\n| 1 | python | unknown |")
        .contains("| 8 | tcp | finding | nothing listens on port 1 |")
        .contains("### confirmed: ")
        .contains("### by hand\n\n```sh\n");
  }

  @Test
  void wrongUseIsToldInOneLine() {
    assertThat(Command.run("doctor", "--format", "xml").code()).isEqualTo(Console.USAGE);
    assertThat(Command.run("doctor", "--timeout", "0").err()).contains("--timeout is a number");
    assertThat(Command.run("doctor", "--timeout", "NaN").err()).contains("--timeout is a number");
    assertThat(Command.run("doctor", "--operation", "ListBuckets").err()).contains("--service");
    assertThat(Command.run("doctor", "--service", "s4").code()).isEqualTo(Console.USAGE);
  }

  @Test
  void whatIsKeptIsDiagnosedElsewhereAsItIsHere() throws IOException {
    Path record = home.resolve("doctor.jsonl");
    Command here =
        doctor(
            Screen.PIPE,
            "HTTPS_PROXY=http://127.0.0.1:1\n",
            "--service",
            "s3",
            "--operation",
            "ListBuckets",
            "--format",
            "json",
            "--record",
            record.toString());
    Path document = Files.writeString(home.resolve("doctor.json"), here.out());
    for (Path kept : new Path[] {record, document}) {
      Command there = Command.run(kept.toString());
      assertThat(there.code()).isEqualTo(Console.DIAGNOSED);
      assertThat(there.out())
          .containsOnlyOnce(
              "error  ProxyConnectionError calling GetCallerIdentity of sts in eu-west-1")
          .contains("confirmed  the proxy did not let the connection through")
          .doesNotContain("ListBuckets");
    }
    assertThat(Files.readString(record)).doesNotContain(SECRET);
    assertThat(Command.run(record.toString()).out()).contains("doctor.jsonl:");
  }
}

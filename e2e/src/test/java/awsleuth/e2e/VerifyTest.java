package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify --live} before and after a fix, by each kind of verification. */
class VerifyTest {

  private static final String ROLE = "arn:aws:sts::123456789012:assumed-role/app/i-1";

  private static MotoWorld world;

  @TempDir Path folder;

  @BeforeAll
  static void serve() throws IOException {
    world = MotoWorld.open();
  }

  @AfterAll
  static void stop() throws IOException {
    world.close();
  }

  private Path diagnose(String failure, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("failure.txt"), failure);
    String[] all = new String[more.length + 3];
    all[0] = file.toString();
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(more, 0, all, 3, more.length);
    Run run = Awsleuth.with(world.environment(), all);
    return Files.writeString(folder.resolve("diagnosis.json"), run.out());
  }

  private static Run verify(Path diagnosis) throws IOException {
    return Awsleuth.with(world.environment(), "verify", "--live", diagnosis.toString());
  }

  /** Changes something in the account, as its administrator would. */
  private static void change(String code) throws IOException {
    Run run =
        Run.of(
            List.of(Python.get().python(), "-c", "import boto3, json\n" + code),
            "",
            world.environment());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void aRerunIsDoneAgain() throws IOException {
    Path diagnosis =
        diagnose(
            "An error occurred (NoSuchEntity) when calling the GetRole operation: The role with"
                + " name late cannot be found.\n");
    assertThat(Files.readString(diagnosis)).contains("\"kind\":\"rerun\"");
    Run before = verify(diagnosis);
    assertThat(before.out()).contains("still there").contains("resource/not-found");
    assertThat(before.exitCode()).isEqualTo(1);
    change("boto3.client('iam').create_role(RoleName='late', AssumeRolePolicyDocument='{}')");
    Run after = verify(diagnosis);
    assertThat(after.out()).contains("ruled out").doesNotContain("still there");
    assertThat(after.exitCode()).isZero();
  }

  @Test
  void aRequestIsDecidedByThePoliciesAsTheyAreInTheAccountNow() throws IOException {
    change(
        "iam = boto3.client('iam')\nboto3.client('s3').create_bucket(Bucket='letters')\n"
            + "iam.create_role(RoleName='writer', AssumeRolePolicyDocument='{}')\n"
            + put("arn:aws:s3:::other/*"));
    Path policy =
        Files.writeString(
            folder.resolve("writer.json"),
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\":"
                + " \"s3:PutObject\", \"Resource\": \"arn:aws:s3:::other/*\"}}");
    String role = ROLE.replace("/app/", "/writer/");
    Path diagnosis =
        diagnose(
            "An error occurred (AccessDenied) when calling the PutObject operation: User: "
                + role
                + " is not authorized to perform: s3:PutObject on resource:"
                + " \"arn:aws:s3:::letters/a\" because no identity-based policy allows the"
                + " s3:PutObject action\n",
            "--policy:identity",
            policy.toString());
    assertThat(Files.readString(diagnosis)).contains("\"kind\":\"simulate\"");
    Run before = verify(diagnosis);
    assertThat(before.out()).contains("still there");
    assertThat(before.exitCode()).isEqualTo(1);
    change("iam = boto3.client('iam')\n" + put("arn:aws:s3:::letters/*"));
    Run after = verify(diagnosis);
    assertThat(after.out()).contains("ruled out").doesNotContain("still there");
    assertThat(after.exitCode()).isZero();
  }

  private static String put(String resource) {
    return "iam.put_role_policy(RoleName='writer', PolicyName='put', PolicyDocument=json.dumps("
        + "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 's3:PutObject',"
        + " 'Resource': '"
        + resource
        + "'}]}))\n";
  }

  @Test
  void aWayIsGoneAgain() throws IOException {
    int port = freePort();
    Path diagnosis = diagnose(unreached(port));
    assertThat(Files.readString(diagnosis)).contains("\"kind\":\"probe\"");
    Map<String, String> environment = new HashMap<>(world.environment());
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + port);
    Run before = Awsleuth.with(environment, "verify", "--live", diagnosis.toString());
    assertThat(before.out()).contains("still there").contains("network/local-endpoint-down");
    assertThat(before.exitCode()).isEqualTo(1);
    try (ScriptedServer up =
        ScriptedServer.of(ScriptedServer.answering(_ -> ScriptedServer.answer("200 OK", "", "")))) {
      Path mended = diagnose(unreached(up.port()));
      environment.put("AWS_ENDPOINT_URL", up.http());
      Run after = Awsleuth.with(environment, "verify", "--live", mended.toString());
      assertThat(after.out()).contains("ruled out").doesNotContain("still there");
      assertThat(after.exitCode()).isZero();
    }
  }

  @Test
  void theWayToAnotherEndpointThanTheCallWentToTellsNothing() throws IOException {
    Run run = verify(diagnose(unreached(freePort())));
    assertThat(run.out())
        .contains("unknown    the call went to http://127.0.0.1:")
        .doesNotContain("ruled out");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void nothingIsAskedLongerThanTheTimeGiven() throws IOException {
    try (ScriptedServer mute = ScriptedServer.of(ScriptedServer.silent())) {
      Path diagnosis = diagnose(unreached(mute.port()));
      Map<String, String> environment = new HashMap<>(world.environment());
      environment.put("AWS_ENDPOINT_URL", mute.http());
      long began = System.nanoTime();
      Run run =
          Awsleuth.with(environment, "verify", "--live", "--timeout", "1", diagnosis.toString());
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }

  private static int freePort() throws IOException {
    try (ScriptedServer gone = ScriptedServer.of(socket -> {})) {
      return gone.port();
    }
  }

  private static String unreached(int port) {
    return "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL:"
        + " \"http://127.0.0.1:"
        + port
        + "/\"\n";
  }

  @Test
  void aQueryIsAskedAndItsAnswerLeftToTheReader() throws IOException {
    Path diagnosis =
        diagnose(
            "An error occurred (LimitExceededException) when calling the CreateStream operation:"
                + " This request would exceed the shard limit for the account\n");
    assertThat(Files.readString(diagnosis)).contains("\"kind\":\"query\"");
    Run run = verify(diagnosis);
    assertThat(run.out()).contains("unknown").contains("throttling/service-quota");
    assertThat(run.exitCode()).isEqualTo(1);
  }
}

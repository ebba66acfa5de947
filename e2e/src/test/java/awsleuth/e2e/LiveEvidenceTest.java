package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --live} and {@code verify} against an account that moto serves. */
class LiveEvidenceTest {

  private static final String ROLE = "arn:aws:sts::123456789012:assumed-role/app/i-1";
  private static final String USER = "arn:aws:iam::123456789012:user/ann";

  /** Who moto takes the environment's key for. */
  private static final String CALLER = "arn:aws:sts::123456789012:user/moto";

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

  private static String denial(
      String operation, String principal, String action, String resource, String policy) {
    return "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the "
        + operation
        + " operation: User: "
        + principal
        + " is not authorized to perform: "
        + action
        + " on resource: \""
        + resource
        + "\" because no "
        + policy
        + " policy allows the "
        + action
        + " action\n";
  }

  private Run live(String failure, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("failure.txt"), failure);
    String[] all = new String[options.length + 4];
    all[0] = file.toString();
    all[1] = "--live";
    all[2] = "--save";
    all[3] = folder.resolve("saved").toString();
    System.arraycopy(options, 0, all, 4, options.length);
    return Awsleuth.with(world.environment(), all);
  }

  private String saved() throws IOException {
    try (var files = Files.list(folder.resolve("saved"))) {
      return files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.joining(" "));
    }
  }

  @Test
  void theConditionThatKeepsTheAllowFromApplyingIsFoundInTheAccount() throws IOException {
    Run run =
        live(denial("ListObjectsV2", ROLE, "s3:ListBucket", world.arn("bucket"), "identity-based"));
    assertThat(run.out())
        .contains("confirmed  a condition on `aws:SourceIp` keeps the allow from applying")
        .contains("saved/identity-policy-app-list.json:");
    assertThat(run.err())
        .contains("permissions needed: iam:GetRole, iam:ListRolePolicies, iam:GetRolePolicy,")
        .contains("calls made");
    assertThat(saved())
        .contains("boundary-edge.json")
        .contains("identity-policy-app-list.json")
        .contains("identity-policy-logs.json")
        .contains("resource-policy-s3-invoices.json")
        .contains("scp-")
        .contains("trust-policy-app.json");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aFolderWithFilesInItIsRefusedBeforeAnythingIsAsked() throws IOException {
    Path saved = Files.createDirectory(folder.resolve("saved"));
    Files.writeString(saved.resolve("simulation.json"), "mine");
    Run run =
        live(denial("ListObjectsV2", ROLE, "s3:ListBucket", world.arn("bucket"), "identity-based"));
    assertThat(run.err()).contains("--save wants a new folder").doesNotContain("asking AWS");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(saved.resolve("simulation.json")).hasContent("mine");
  }

  @Test
  void theSavedFolderGivesTheSameAnswerOffline() throws IOException {
    String failure =
        denial("ListObjectsV2", ROLE, "s3:ListBucket", world.arn("bucket"), "identity-based");
    Run live = live(failure);
    Run offline =
        Awsleuth.run(folder.resolve("failure.txt").toString(), folder.resolve("saved").toString());
    assertThat(offline.out()).isEqualTo(live.out());
  }

  @Test
  void ofUsersTheGroupsPoliciesCountToo() throws IOException {
    live(denial("Publish", USER, "sns:Publish", world.arn("topic"), "resource-based"));
    assertThat(saved())
        .contains("identity-policy-ann-own.json")
        .contains("identity-policy-readers-read.json")
        .contains("resource-policy-sns-");
  }

  @Test
  void thePolicyOfEachKindOfResourceIsRead() throws IOException {
    Map<String, String> actions =
        Map.of(
            "key", "kms:Decrypt",
            "queue", "sqs:SendMessage",
            "topic", "sns:Publish",
            "secret", "secretsmanager:GetSecretValue",
            "repository", "ecr:BatchGetImage",
            "bucket", "s3:ListBucket");
    for (var action : actions.entrySet()) {
      Run run =
          live(
              denial(
                  action.getValue().substring(action.getValue().indexOf(':') + 1),
                  ROLE,
                  action.getValue(),
                  world.arn(action.getKey()),
                  "resource-based"));
      String service = action.getValue().substring(0, action.getValue().indexOf(':'));
      assertThat(saved()).as(action.getKey() + run.err()).contains("resource-policy-" + service);
      Run.delete(folder.resolve("saved"));
    }
  }

  @Test
  void whatMayNotBeAskedIsSaidToBeUnknown() throws IOException {
    Run run =
        live(denial("ListObjectsV2", ROLE, "s3:ListBucket", world.arn("bucket"), "identity-based"));
    assertThat(run.err()).contains("unknown: what IAM's simulator says of s3:ListBucket:");
  }

  @Test
  void noSecretIsKeptOrShown() throws IOException {
    Run run =
        live(
            denial(
                "GetSecretValue",
                ROLE,
                "secretsmanager:GetSecretValue",
                world.arn("secret"),
                "identity-based"),
            "--debug");
    StringBuilder all = new StringBuilder(run.out()).append(run.err());
    try (var files = Files.list(folder.resolve("saved"))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(all.toString()).doesNotContain("not-for-output");
  }

  @Test
  void aCallThatSucceedsAgainVerifiesTheFix() throws IOException {
    Path failure =
        Files.writeString(
            folder.resolve("failure.txt"),
            denial(
                "ListObjectsV2", CALLER, "s3:ListBucket", world.arn("bucket"), "identity-based"));
    Path diagnosis = folder.resolve("diagnosis.json");
    Files.writeString(diagnosis, Awsleuth.run(failure.toString(), "--format", "json").out());
    Run offline = Awsleuth.run("verify", diagnosis.toString());
    assertThat(offline.exitCode()).isEqualTo(1);
    assertThat(offline.out()).contains("unknown    nothing was asked without --live");
    Run live =
        Awsleuth.with(world.environment(), "verify", "--live", "--debug", diagnosis.toString());
    assertThat(live.out()).contains("ruled out  the call succeeds now");
    assertThat(live.err())
        .containsSubsequence(
            "permissions needed: s3:ListBucket, ",
            "asked s3 ListObjectsV2: answered",
            "calls made");
  }

  @Test
  void aCallThatFailsOtherwiseNowDoesNot() throws IOException {
    Path failure =
        Files.writeString(
            folder.resolve("failure.txt"),
            denial(
                "ListObjectsV2", CALLER, "s3:ListBucket", "arn:aws:s3:::gone", "identity-based"));
    Path diagnosis = folder.resolve("diagnosis.json");
    Files.writeString(diagnosis, Awsleuth.run(failure.toString(), "--format", "json").out());
    Run live = Awsleuth.with(world.environment(), "verify", "--live", diagnosis.toString());
    assertThat(live.out()).contains("the call fails with NoSuchBucket now");
    assertThat(live.exitCode()).isEqualTo(1);
  }

  @Test
  void aCallOfAnotherThanTheRefusedCallerTellsNothing() throws IOException {
    Path failure =
        Files.writeString(
            folder.resolve("failure.txt"),
            denial("ListObjectsV2", ROLE, "s3:ListBucket", world.arn("bucket"), "identity-based"));
    Path diagnosis = folder.resolve("diagnosis.json");
    Files.writeString(diagnosis, Awsleuth.run(failure.toString(), "--format", "json").out());
    Run live = Awsleuth.with(world.environment(), "verify", "--live", diagnosis.toString());
    assertThat(live.out()).doesNotContain("ruled out").contains("not as the refused " + ROLE);
    assertThat(live.exitCode()).isEqualTo(1);
  }
}

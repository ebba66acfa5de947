package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  private static final String ALICE = "arn:aws:iam::111122223333:user/alice";
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Sid": "Read",
          "Effect": "Allow",
          "Action": "s3:Get*",
          "Resource": "arn:aws:s3:::b/*",
          "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
        }
      }
      """;

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  @Test
  void aDenialSaysWhichConditionIsNotMet() throws IOException {
    Run run = simulate("s3:GetObject", "arn:aws:s3:::b/k", "--context", "aws:SourceIp=192.0.2.1");
    assertThat(run.code()).isEqualTo(Main.DIAGNOSED);
    assertThat(run.out())
        .startsWith("denied  s3:GetObject on arn:aws:s3:::b/k\n")
        .contains("blocked by identity-based policy: no statement allows it")
        .contains(
            "`IpAddress` wants `aws:SourceIp` to be `203.0.113.0/24`; the request has `192.0.2.1`")
        .contains("policy.json:8:33");
  }

  @Test
  void anAllowedRequestSaysWhatAllowsIt() throws IOException {
    Run run = simulate("s3:GetObject", "arn:aws:s3:::b/k", "--context", "aws:SourceIp=203.0.113.9");
    assertThat(run.code()).isEqualTo(Main.FINE);
    assertThat(run.out()).startsWith("allowed  ").contains("policy.json:3 (Sid `Read`) allows");
  }

  @Test
  void aKeyThatIsNotGivenIsUnknown() throws IOException {
    Run run = simulate("s3:GetObject", "arn:aws:s3:::b/k");
    assertThat(run.code()).isEqualTo(Main.DIAGNOSED);
    assertThat(run.out())
        .startsWith("unknown  ")
        .contains("depends on `aws:SourceIp`")
        .contains("allowed  `aws:SourceIp` in `203.0.113.0/24`")
        .contains("denied   `aws:SourceIp` absent");
  }

  @Test
  void expectationsGiveTheExitCode() throws IOException {
    assertThat(simulate("s3:PutObject", "arn:aws:s3:::b/k", "--expect", "denied").code())
        .isEqualTo(Main.FINE);
    assertThat(simulate("s3:PutObject", "arn:aws:s3:::b/k", "--expect", "allowed").code())
        .isEqualTo(Main.DIAGNOSED);
  }

  @Test
  void manyRequestsAreATable() throws IOException {
    Run run =
        simulate(
            "s3:GetObject",
            "arn:aws:s3:::b/k",
            "--action",
            "s3:PutObject",
            "--context",
            "aws:SourceIp=203.0.113.9");
    assertThat(run.out().lines())
        .containsExactly(
            "allowed      s3:GetObject  arn:aws:s3:::b/k",
            "denied       s3:PutObject  arn:aws:s3:::b/k  not allowed by identity-based policy");
  }

  @Test
  void aPolicyThatCannotBeDecidedOnIsToldWithAllItsFaults() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(file, "{\"Statement\": [{\"Effect\": \"allow\", \"Resource\": \"*\"}]}");
    Run run =
        run(
            "",
            "simulate",
            "--policy",
            file.toString(),
            "--principal",
            ALICE,
            "--action",
            "s3:GetObject");
    assertThat(run.code()).isEqualTo(Main.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("bad.json:1:27: Effect is neither `Allow` nor `Deny`")
        .contains("bad.json:1:16: the statement has neither Action nor NotAction");
  }

  @Test
  void aCheckNamesWhatDoesNothing() throws IOException {
    Path file = folder.resolve("check.json");
    Files.writeString(
        file,
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\":"
            + " [\"s3:ListObjectsV2\", \"s3:ListAllMyBuckets\"], \"Resource\":"
            + " \"arn:aws:s3:::b\"}}");
    Run run = run("", "policy", "check", file.toString());
    assertThat(run.code()).isEqualTo(Main.DIAGNOSED);
    assertThat(run.out())
        .contains("`s3:ListObjectsV2` matches no action; the nearest: `s3:ListBucket`")
        .contains("`s3:ListAllMyBuckets` takes no resource: only the Resource `*` reaches it");
  }

  @Test
  void theJsonIsOfItsSchema() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/simulation.schema.json")));
    for (String action : List.of("s3:GetObject", "s3:PutObject")) {
      Run run = simulate(action, "arn:aws:s3:::b/k", "--format", "json", "--fix");
      assertThat(schema.faults(Json.object(run.out()))).isEmpty();
    }
  }

  @Test
  void aFixIsADiffOfTheUsersFile() throws IOException {
    Run run =
        simulate(
            "s3:PutObject", "arn:aws:s3:::b/k", "--fix", "--context", "aws:SourceIp=203.0.113.9");
    assertThat(run.out())
        .contains("fix        [review] ")
        .contains("+++ ")
        .contains("s3:PutObject");
  }

  @Test
  void aBatchAnswersLineByLine() throws IOException {
    String line =
        """
        {"name": "a", "request": {"principal": "%s", "action": "s3:GetObject", "resource": "arn:aws:s3:::b/k", "context": {}}, "identityPolicies": [%s]}
        nonsense
        """
            .formatted(ALICE, POLICY.replace("\n", " "));
    Run run = run(line, "simulate", "--batch");
    assertThat(run.code()).isEqualTo(Main.FINE);
    assertThat(run.out().lines().toList())
        .hasSize(2)
        .satisfies(lines -> {
          assertThat(lines.getFirst())
              .isEqualTo(
                  "{\"name\":\"a\",\"decision\":\"ImplicitlyDenied\",\"blockedBy\":[\"identityPolicies\"],\"matched\":[],\"depends\":[]}");
          assertThat(lines.getLast()).contains("\"error\":\"the line is no JSON");
        });
  }

  private Run simulate(String action, String resource, String... more) throws IOException {
    Path file = folder.resolve("policy.json");
    Files.writeString(file, POLICY);
    List<String> args =
        new ArrayList<>(
            List.of(
                "simulate",
                "--policy",
                file.toString(),
                "--principal",
                ALICE,
                "--action",
                action,
                "--resource",
                resource));
    args.addAll(List.of(more));
    return run("", args.toArray(String[]::new));
  }

  private static Run run(String in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code;
    try (PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      byte[] bytes = in.getBytes(StandardCharsets.UTF_8);
      code = new Main(new ByteArrayInputStream(bytes), o, e, Screen.PIPE).run(args);
    }
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

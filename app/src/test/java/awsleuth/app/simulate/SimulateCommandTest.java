package awsleuth.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  static final String ALICE = "arn:aws:iam::111122223333:user/alice";
  static final String POLICY =
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

  @Test
  void aDenialSaysWhichConditionIsNotMet() throws IOException {
    Command run =
        simulate("s3:GetObject", "arn:aws:s3:::b/k", "--context", "aws:SourceIp=192.0.2.1");
    assertThat(run.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(run.out())
        .startsWith("denied  s3:GetObject on arn:aws:s3:::b/k\n")
        .contains("blocked by identity-based policy: no statement allows it")
        .contains(
            "`IpAddress` wants `aws:SourceIp` to be `203.0.113.0/24`; the request has `192.0.2.1`")
        .contains("policy.json:8:33");
  }

  @Test
  void anAllowedRequestSaysWhatAllowsIt() throws IOException {
    Command run =
        simulate("s3:GetObject", "arn:aws:s3:::b/k", "--context", "aws:SourceIp=203.0.113.9");
    assertThat(run.code()).isEqualTo(Console.FINE);
    assertThat(run.out()).startsWith("allowed  ").contains("policy.json:3 (Sid `Read`) allows");
  }

  @Test
  void aKeyThatIsNotGivenIsUnknown() throws IOException {
    Command run = simulate("s3:GetObject", "arn:aws:s3:::b/k");
    assertThat(run.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(run.out())
        .startsWith("unknown  ")
        .contains("depends on `aws:SourceIp`")
        .contains("allowed  `aws:SourceIp` in `203.0.113.0/24`")
        .contains("denied   `aws:SourceIp` absent");
  }

  @Test
  void expectationsGiveTheExitCode() throws IOException {
    assertThat(simulate("s3:PutObject", "arn:aws:s3:::b/k", "--expect", "denied").code())
        .isEqualTo(Console.FINE);
    assertThat(simulate("s3:PutObject", "arn:aws:s3:::b/k", "--expect", "allowed").code())
        .isEqualTo(Console.DIAGNOSED);
  }

  @Test
  void aDenialWhoseKindAloneIsOpenIsADenial() throws IOException {
    Path file = folder.resolve("mfa.json");
    Files.writeString(
        file,
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::rep",
              "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
            },
            {
              "Effect": "Deny",
              "Action": "s3:*",
              "Resource": "*",
              "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}
            }
          ]
        }
        """);
    String[] words = {
      "simulate",
      "--policy",
      file.toString(),
      "--principal",
      ALICE,
      "--action",
      "s3:GetObject",
      "--resource",
      "arn:aws:s3:::rep/a.csv",
      "--expect",
      "denied",
      "--fix"
    };
    Command run = Command.pipe("", words);
    assertThat(run.code()).isEqualTo(Console.FINE);
    assertThat(run.out())
        .startsWith("denied  s3:GetObject on arn:aws:s3:::rep/a.csv\n")
        .contains("depends on `aws:MultiFactorAuthPresent`: whether a statement denies it, too\n")
        .contains("denied   `aws:MultiFactorAuthPresent` = `true`: implicitly\n")
        .contains("denied   `aws:MultiFactorAuthPresent` = `false`: explicitly\n")
        .contains("+      \"Resource\": [\"arn:aws:s3:::rep\", \"arn:aws:s3:::rep/a.csv\"]")
        .contains("with `aws:SourceIp` in `203.0.113.0/24`")
        .contains("with `aws:MultiFactorAuthPresent` = `true`");
  }

  @Test
  void theBatchSaysOfADenialWhoseKindIsOpenThatItIsOne() throws IOException {
    String deny =
        "{\"name\":\"a\",\"request\":{\"principal\":\""
            + ALICE
            + "\",\"action\":\"s3:GetObject\",\"resource\":\"arn:aws:s3:::b/k\"},"
            + "\"identityPolicies\":[{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":"
            + "\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":"
            + "{\"aws:SourceVpc\":\"v\"}}}}],\"unknown\":[\"aws:SourceVpc\"]}\n";
    assertThat(Command.pipe(deny, "simulate", "--batch").out())
        .isEqualTo(
            "{\"name\":\"a\",\"decision\":\"Unknown\",\"blockedBy\":[\"identityPolicies\"],"
                + "\"matched\":[],\"depends\":[\"aws:SourceVpc\"],\"denied\":true}\n");
  }

  @Test
  void whatIsNotKnownToBeDeniedSaysWhyThereIsNoFix() throws IOException {
    Command run = simulate("s3:GetObject", "arn:aws:s3:::b/k", "--fix");
    assertThat(run.out())
        .contains("fix        none: whether it is denied is not known; say so first")
        .contains("--absent aws:SourceIp");
  }

  @Test
  void manyRequestsAreATable() throws IOException {
    Command run =
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
  void theJsonIsOfItsSchema() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/simulation.schema.json")));
    for (String action : List.of("s3:GetObject", "s3:PutObject")) {
      Command run = simulate(action, "arn:aws:s3:::b/k", "--format", "json", "--fix");
      assertThat(schema.faults(Json.object(run.out()))).isEmpty();
    }
  }

  @Test
  void aFixIsADiffOfTheUsersFile() throws IOException {
    Command run =
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
    Command run = Command.pipe(line, "simulate", "--batch");
    assertThat(run.code()).isEqualTo(Console.FINE);
    assertThat(run.out().lines().toList())
        .hasSize(2)
        .satisfies(lines -> {
          assertThat(lines.getFirst())
              .isEqualTo(
                  "{\"name\":\"a\",\"decision\":\"ImplicitlyDenied\",\"blockedBy\":[\"identityPolicies\"],\"matched\":[],\"depends\":[]}");
          assertThat(lines.getLast()).contains("\"error\":\"the line is no JSON");
        });
  }

  @Test
  void anEventMayComeByAPipe() throws IOException {
    Path file = folder.resolve("policy.json");
    Files.writeString(file, POLICY);
    String event =
        """
        {"eventSource": "s3.amazonaws.com", "eventName": "GetObject",
         "sourceIPAddress": "192.0.2.1", "eventTime": "2026-11-19T02:00:04Z",
         "requestParameters": {"bucketName": "b", "key": "k"},
         "userIdentity": {"type": "IAMUser", "arn": "%s", "userName": "alice"}}
        """
            .formatted(ALICE);
    Command run = Command.pipe(event, "simulate", "--event", "-", "--policy", file.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("denied  s3:GetObject on arn:aws:s3:::b/k")
        .contains("the event's `sourceIPAddress` (-:2:21)");
    Command nothing = Command.pipe("", "simulate", "--event", "-", "--policy", file.toString());
    assertThat(nothing.code()).isEqualTo(Console.USAGE);
    assertThat(nothing.err()).contains("-: has no CloudTrail event");
  }

  @Test
  void aKeyPolicyThatWasNotGivenIsAskedFor() throws IOException {
    String key = "arn:aws:kms:eu-west-1:111122223333:key/1";
    assertThat(simulate("kms:Decrypt", key).out())
        .startsWith("unknown  ")
        .contains("the key policy, not given (--resource-policy;")
        .doesNotContain("blocked by");
    Command none = simulate("kms:Decrypt", key, "--no-other-policies");
    assertThat(none.out())
        .startsWith("denied  ")
        .contains("key policy: there is none, and it would have to allow it");
  }

  @Test
  void whatADenialTakesForGrantedIsTold() throws IOException {
    Command run = simulate("s3:PutObject", "arn:aws:s3:::b/k", "--complete");
    assertThat(run.out())
        .contains("note       no resource-based policy was given; one could allow it too")
        .contains("S3's default Object Ownership");
    Command complete =
        simulate("s3:PutObject", "arn:aws:s3:::b/k", "--complete", "--no-other-policies");
    assertThat(complete.out()).doesNotContain("note ");
  }

  @Test
  void anEndpointPolicyDoesNotCountForARequestFromOutside() throws IOException {
    Path endpoint = folder.resolve("endpoint.json");
    Files.writeString(
        endpoint,
        "{\"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\","
            + " \"Resource\": \"*\"}]}");
    Command outside =
        simulate(
            "s3:GetObject",
            "arn:aws:s3:::b/k",
            "--endpoint-policy",
            endpoint.toString(),
            "--context",
            "aws:SourceIp=203.0.113.9");
    assertThat(outside.out())
        .startsWith("allowed  ")
        .contains("the request came through no VPC endpoint");
  }

  @Test
  void theFirstLineIsFoldedToo() throws IOException {
    Path file = folder.resolve("policy.json");
    Files.writeString(file, POLICY);
    Command run =
        Command.pipe(
            new byte[0],
            new Screen(false, 80),
            "simulate",
            "--policy",
            file.toString(),
            "--principal",
            ALICE,
            "--action",
            "s3:PutObject",
            "--resource",
            "arn:aws:s3:::a-bucket-with-a-rather-long-name-for-a-bucket/and/a/key/that/is/long");
    assertThat(run.out().lines().limit(2))
        .containsExactly(
            "denied  s3:PutObject on",
            "        arn:aws:s3:::a-bucket-with-a-rather-long-name-for-a-bucket/and/a/key/that/is/long");
  }

  private Command simulate(String action, String resource, String... more) throws IOException {
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
    return Command.pipe("", args.toArray(String[]::new));
  }
}

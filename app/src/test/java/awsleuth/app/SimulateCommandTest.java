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
    Run run = run("", words);
    assertThat(run.code()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .startsWith("denied  s3:GetObject on arn:aws:s3:::rep/a.csv\n")
        .contains("depends on `aws:MultiFactorAuthPresent`: whether a statement denies it, too\n")
        .contains("denied   `aws:MultiFactorAuthPresent` = `true`: implicitly\n")
        .contains("denied   `aws:MultiFactorAuthPresent` = `false`: explicitly\n")
        .contains("+      \"Resource\": [\"arn:aws:s3:::rep\", \"arn:aws:s3:::rep/*\"]")
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
    assertThat(run(deny, "simulate", "--batch").out())
        .isEqualTo(
            "{\"name\":\"a\",\"decision\":\"Unknown\",\"blockedBy\":[\"identityPolicies\"],"
                + "\"matched\":[],\"depends\":[\"aws:SourceVpc\"],\"denied\":true}\n");
  }

  @Test
  void whatIsNotKnownToBeDeniedSaysWhyThereIsNoFix() throws IOException {
    Run run = simulate("s3:GetObject", "arn:aws:s3:::b/k", "--fix");
    assertThat(run.out())
        .contains("fix        none: whether it is denied is not known; say so first")
        .contains("--absent aws:SourceIp");
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

  @Test
  void whatIsNoRequestIsToldInOneLine() {
    for (List<String> wrong :
        List.of(
            List.of("--principal", "bob", "--action", "s3:GetObject"),
            List.of("--principal", "arn:aws:iam::1:user/a", "--action", "s3:GetObject"),
            List.of("--principal", ALICE, "--action", "s3:Get*"),
            List.of(
                "--principal", ALICE, "--action", "s3:GetObject", "--context", "aws:SourceIp=abc"),
            List.of("--principal", ALICE, "--action", "s3:GetObject", "--resource", "notanarn"),
            List.of("--principal", ALICE, "--action", "s3:GetObject", "--resource-account", "abc"),
            List.of("--principal", ALICE, "--action", "s3:GetObject", "--object-acl", "acl.json"),
            List.of(
                "--principal", ALICE, "--action", "s3:GetObject", "--object-ownership", "me"))) {
      List<String> args = new ArrayList<>(List.of("simulate"));
      args.addAll(wrong);
      Run run = run("", args.toArray(String[]::new));
      assertThat(run.code()).as(run.err()).isEqualTo(Main.USAGE);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void theListOfABucketLeavesOpenWhatTheListOfTheObjectAllows() throws IOException {
    Path list = folder.resolve("acl.json");
    Files.writeString(
        list,
        """
        {"Owner": {"ID": "1"}, "Grants": [{"Grantee": {"Type": "Group",
          "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}, "Permission": "READ"}]}
        """);
    Run open = listed("--bucket-acl", list);
    assertThat(open.out())
        .startsWith("unknown  ")
        .contains("access control list of the object, not given (--object-acl");
    assertThat(listed("--object-acl", list).out()).startsWith("allowed  ");
    Run several = listed("--object-acl", list, "--resource", "arn:aws:s3:::b/other");
    assertThat(several.code()).isEqualTo(Main.USAGE);
    assertThat(several.err()).contains("--object-acl is of one object, and --resource names 2");
  }

  private static Run listed(String option, Path list, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "simulate",
                "--principal",
                "anonymous",
                "--action",
                "s3:GetObject",
                "--resource",
                "arn:aws:s3:::b/k",
                "--object-ownership",
                "ObjectWriter",
                option,
                list.toString()));
    args.addAll(List.of(more));
    return run("", args.toArray(String[]::new));
  }

  @Test
  void anActionThatTakesNoResourceIsDecidedOnAStar() throws IOException {
    Files.writeString(
        folder.resolve("all.json"),
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*",
          "Resource": "arn:aws:s3:::*"}}
        """);
    Run run = asked("s3:ListAllMyBuckets", "arn:aws:s3:::*");
    assertThat(run.out())
        .startsWith("denied  s3:ListAllMyBuckets on *\n")
        .contains("`s3:ListAllMyBuckets` takes no resource");
  }

  @Test
  void ofARequestThatCannotBeItIsSaid() throws IOException {
    Files.writeString(
        folder.resolve("all.json"),
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*",
          "Resource": "*"}}
        """);
    for (String other : List.of("arn:aws:s3:::bucket", "arn:aws:sqs:eu-west-1:111122223333:q")) {
      assertThat(asked("s3:GetObject", other).out()).contains("AWS makes no such request");
    }
    for (String object :
        List.of(
            "arn:aws:s3:::bucket/key",
            "arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/key")) {
      assertThat(asked("s3:GetObject", object).out()).doesNotContain("no such request");
    }
    assertThat(asked("sqs:SendMessage", "*").out()).contains("AWS makes no such request");
    assertThat(asked("ec2:DescribeInstances", "*").out()).doesNotContain("no such request");
  }

  private Run asked(String action, String resource) {
    return run(
        "",
        "simulate",
        "--principal",
        ALICE,
        "--action",
        action,
        "--resource",
        resource,
        "--policy",
        folder.resolve("all.json").toString());
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
    Run run = run(event, "simulate", "--event", "-", "--policy", file.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("denied  s3:GetObject on arn:aws:s3:::b/k")
        .contains("the event's `sourceIPAddress` (-:2:21)");
    Run nothing = run("", "simulate", "--event", "-", "--policy", file.toString());
    assertThat(nothing.code()).isEqualTo(Main.USAGE);
    assertThat(nothing.err()).contains("-: has no CloudTrail event");
  }

  @Test
  void nobodyMayBeCalledAnonymousOrAStar() {
    for (String nobody : List.of("*", "anonymous", "*anonymous*")) {
      Run run =
          run(
              "",
              "simulate",
              "--principal",
              nobody,
              "--action",
              "s3:GetObject",
              "--resource",
              "arn:aws:s3:::b/k");
      assertThat(run.out())
          .startsWith("unknown  ")
          .contains("depends on the resource's own policy, not given (--resource-policy;");
    }
  }

  @Test
  void aKeyPolicyThatWasNotGivenIsAskedFor() throws IOException {
    String key = "arn:aws:kms:eu-west-1:111122223333:key/1";
    assertThat(simulate("kms:Decrypt", key).out())
        .startsWith("unknown  ")
        .contains("the key policy, not given (--resource-policy;")
        .doesNotContain("blocked by");
    Run none = simulate("kms:Decrypt", key, "--no-other-policies");
    assertThat(none.out())
        .startsWith("denied  ")
        .contains("key policy: there is none, and it would have to allow it");
  }

  @Test
  void whatADenialTakesForGrantedIsTold() throws IOException {
    Run run = simulate("s3:PutObject", "arn:aws:s3:::b/k", "--complete");
    assertThat(run.out())
        .contains("note       no resource-based policy was given; one could allow it too")
        .contains("S3's default Object Ownership");
    Run complete =
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
    Run outside =
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
  void aPolicyMayBeInUtf16ButNotBinary() throws IOException {
    Path wide = folder.resolve("wide.json");
    Files.write(wide, ("\ufeff" + POLICY).getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    Run check = run("", "policy", "check", wide.toString());
    assertThat(check.out().lines())
        .singleElement()
        .asString()
        .contains("the text begins with a byte order mark");
    Path binary = folder.resolve("binary.json");
    Files.write(binary, new byte[] {1, 0, 2, 3, 0, 0, 0, 5});
    Run refused = run("", "policy", "check", binary.toString());
    assertThat(refused.code()).isEqualTo(Main.USAGE);
    assertThat(refused.err()).contains("binary.json: is no text");
  }

  @Test
  void whatAWSPrintsOfABucketIsCheckedAsABucketPolicy() throws IOException {
    Path printed = folder.resolve("get-bucket-policy.json");
    Files.writeString(
        printed,
        "{\"Policy\": \"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":"
            + "\\\"Allow\\\",\\\"Principal\\\":{\\\"AWS\\\":\\\"111122223333\\\"},\\\"Action\\\":"
            + "\\\"s3:GetObject\\\",\\\"Resource\\\":\\\"arn:aws:s3:::b/*\\\"}]}\"}");
    Run run = run("", "policy", "check", printed.toString());
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(Main.FINE);
  }

  @Test
  void thePoliciesOfAWholeAccountAreNotThoseOfOnePrincipal() throws IOException {
    Path details = folder.resolve("details.json");
    Files.writeString(details, "{\"UserDetailList\": [], \"RoleDetailList\": [" + POLICY + "]}");
    Run run =
        run(
            "",
            "simulate",
            "--principal",
            ALICE,
            "--action",
            "s3:GetObject",
            "--policy",
            details.toString());
    assertThat(run.code()).isEqualTo(Main.USAGE);
    assertThat(run.err()).contains("holds the policies of all users and roles");
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

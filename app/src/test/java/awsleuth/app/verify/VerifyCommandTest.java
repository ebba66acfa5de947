package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.input.JsonMembers;
import awsleuth.app.input.ToldDiagnosis;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  private static final String DENIED =
      "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject"
          + " operation: User: arn:aws:iam::111122223333:user/ann is not authorized to perform:"
          + " s3:GetObject on resource: \"arn:aws:s3:::reports/a.csv\" because no identity-based"
          + " policy allows the s3:GetObject action\n";

  private static final String EVENT =
      """
      {"Records": [{"eventVersion": "1.09", "eventTime": "2026-11-20T10:00:00Z",
        "eventSource": "s3.amazonaws.com", "eventName": "GetObject", "awsRegion": "us-east-1",
        "recipientAccountId": "111122223333", "errorCode": "AccessDenied", "errorMessage":
        "User: arn:aws:sts::111122223333:assumed-role/billing/job is not authorized to perform:\
       s3:GetObject on resource: \\"arn:aws:s3:::reports/a.csv\\" because no identity-based policy\
       allows the s3:GetObject action",
        "userIdentity": {"type": "AssumedRole",
          "arn": "arn:aws:sts::111122223333:assumed-role/billing/job",
          "accountId": "111122223333", "sessionContext": {"sessionIssuer": {"type": "Role",
            "arn": "arn:aws:iam::111122223333:role/billing", "accountId": "111122223333",
            "userName": "billing"}}},
        "requestParameters": {"bucketName": "reports", "key": "a.csv"},
        "sourceIPAddress": "203.0.113.9"}]}
      """;

  @TempDir Path folder;

  private Path failure;
  private Path policy;
  private Path diagnosis;

  @BeforeEach
  void diagnose() throws IOException {
    failure = Files.writeString(folder.resolve("error.txt"), DENIED);
    policy = folder.resolve("ann-policy.json");
    allow("s3:ListBucket", "arn:aws:s3:::reports");
    Command c =
        Command.run("--policy:identity", policy.toString(), failure.toString(), "--format", "json");
    diagnosis = Files.writeString(folder.resolve("diagnosis.json"), c.out());
  }

  private void allow(String action, String resource) throws IOException {
    Files.writeString(
        policy,
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
            + action
            + "\", \"Resource\": \""
            + resource
            + "\"}]}\n");
  }

  private Command verify(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "verify";
    all[1] = diagnosis.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Command.run(all);
  }

  @Test
  void withoutAFixTheCauseIsStillThere() {
    Command c = verify();
    assertThat(c.out()).contains("still there").contains("permissions/no-identity-allow");
    assertThat(c.code()).isEqualTo(1);
  }

  @Test
  void thePolicyThatAllowsItNowRulesTheCauseOut() throws IOException {
    allow("s3:GetObject", "arn:aws:s3:::reports/*");
    assertThat(verify().out()).contains("ruled out").contains("permissions/no-identity-allow");
  }

  @Test
  void aPolicyOfARoleThatAllowsMoreThanItHadToIsNoFix() throws IOException {
    policy = folder.resolve("role.json");
    failure =
        Files.writeString(
            failure,
            DENIED.replace(
                "iam::111122223333:user/ann", "sts::111122223333:assumed-role/billing/job"));
    role("s3:ListBucket");
    Command c = Command.run(policy.toString(), failure.toString(), "--format", "json");
    diagnosis = Files.writeString(diagnosis, c.out());
    assertThat(verify().out()).contains("still there");
    role("s3:*");
    Command wide = verify();
    assertThat(wide.out())
        .contains("ruled out  the files allow it now", "allowed now, and not to be: ")
        .doesNotContain("still");
    assertThat(wide.code()).as("more is allowed than the proof lets be").isEqualTo(1);
  }

  @Test
  void aPolicyThatIsWideUnderAConditionIsNoFixEither() throws IOException {
    policy = folder.resolve("role.json");
    Path trail = folder.resolve("trail.json");
    role("s3:ListBucket");
    Files.writeString(trail, EVENT);
    diagnosis =
        Files.writeString(
            diagnosis, Command.run(policy.toString(), trail.toString(), "--format", "json").out());
    conditional("*", "\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}");
    Command wide = verify();
    assertThat(wide.out()).contains("ruled out", "allowed now, and not to be: ");
    assertThat(wide.code()).isEqualTo(1);
    conditional("*", "\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-a1b2c3d4e5\"}");
    Command open = verify();
    assertThat(open.out())
        .contains(
            "does not hold for certain any more: what the files come to depends on"
                + " `aws:PrincipalOrgID`, which the diagnosis does not tell");
    assertThat(open.code()).isEqualTo(1);
    conditional("s3:GetObject", "\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}");
    Command narrow = verify();
    assertThat(narrow.out()).contains("holds for the files as they are");
    assertThat(narrow.code()).isZero();
  }

  @Test
  void theSameCallThatTheTrailShowsAsSucceedingLaterRulesTheCauseOut() throws IOException {
    String refused = EVENT.substring(EVENT.indexOf('[') + 1, EVENT.lastIndexOf(']'));
    String later =
        refused.replaceAll("\"errorCode\".*\\R.*action\",", "").replace("10:00:00Z", "10:40:00Z");
    Path trail =
        Files.writeString(folder.resolve("trail.json"), "{\"Records\": [" + refused + "]}");
    policy = folder.resolve("role.json");
    role("s3:ListBucket");
    Command c = Command.run(policy.toString(), trail.toString(), "--format", "json");
    diagnosis = Files.writeString(diagnosis, c.out());
    assertThat(verify().out()).contains("still there");
    Files.writeString(trail, "{\"Records\": [" + refused + "," + later + "]}");
    assertThat(verify().out())
        .contains("ruled out  the same call succeeded at 2026-11-20T10:40:00Z");
  }

  /** The proof names three requests of the past and one object of the bucket as examples. */
  @Test
  void moreIsDecidedAgainThanTheExamplesOfAProof() throws IOException {
    policy = folder.resolve("role.json");
    Path trail = folder.resolve("trail.json");
    buckets("b1", "b2", "b3", "b4");
    String denied = EVENT.substring(EVENT.indexOf('[') + 1, EVENT.lastIndexOf(']'));
    String made =
        denied.substring(0, denied.indexOf("\"errorCode\""))
            + denied.substring(denied.indexOf("\"userIdentity\""));
    Files.writeString(
        trail,
        Stream.of("b1", "b2", "b3", "b4")
            .map(b -> made.replace("\"reports\"", "\"" + b + "\""))
            .collect(Collectors.joining(",", "{\"Records\": [", "," + denied + "]}")));
    diagnosis =
        Files.writeString(
            diagnosis, Command.run(policy.toString(), trail.toString(), "--format", "json").out());
    assertThat(Files.readString(diagnosis)).contains("\"count\":4");
    buckets("b1", "b2", "b3", "b4", "reports/a.csv");
    assertThat(verify().out()).contains("holds for the files as they are: ");
    buckets("b2", "b3", "b4", "reports/a.csv");
    assertThat(verify().out()).contains("not allowed any more: " + trail);
    buckets("b1", "b2", "b3", "b4", "reports/a.csv", "reports/secret*");
    Command wide = verify();
    assertThat(wide.out())
        .contains("allowed now, and not to be: `s3:GetObject` on `arn:aws:s3:::reports/secret`");
    assertThat(wide.code()).isEqualTo(1);
  }

  private void buckets(String... names) throws IOException {
    Files.writeString(
        policy,
        Stream.of(names)
            .map(n -> "\"arn:aws:s3:::" + (n.contains("/") ? n : n + "/*") + "\"")
            .collect(
                Collectors.joining(
                    ", ",
                    "{\"RoleName\": \"billing\", \"PolicyName\": \"p\", \"PolicyDocument\":"
                        + " {\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
                        + " \"Action\": \"s3:GetObject\", \"Resource\": [",
                    "]}]}}")));
  }

  private void conditional(String action, String condition) throws IOException {
    Files.writeString(
        policy,
        "{\"RoleName\": \"billing\", \"PolicyName\": \"p\", \"PolicyDocument\": {\"Version\":"
            + " \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
            + action
            + "\", \"Resource\": \"arn:aws:s3:::reports/*\", \"Condition\": {"
            + condition
            + "}}]}}\n");
  }

  private void role(String action) throws IOException {
    Files.writeString(
        policy,
        "{\"RoleName\": \"billing\", \"PolicyName\": \"p\", \"PolicyDocument\": {\"Version\":"
            + " \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
            + action
            + "\", \"Resource\": \"*\"}]}}\n");
  }

  @Test
  void anInputThatIsGoneLeavesItUnknown() throws IOException {
    Files.delete(policy);
    assertThat(verify().out()).contains("unknown").contains("there is no such file");
  }

  @Test
  void theProofOfAFixIsRunAgainFromTheFiles() {
    assertThat(verify().out()).contains("proof      holds again: allow `s3:GetObject`");
  }

  @Test
  void theProvenFixInTheFilesIsVerified() throws Exception {
    Files.writeString(policy, mended());
    Command c = verify();
    assertThat(c.out())
        .contains("ruled out  ", "proof      holds for the files as they are: allow `s3:GetObject`")
        .doesNotContain("unknown");
    assertThat(c.code()).isZero();
  }

  /** The policy as the first fix has it. */
  private String mended() throws Exception {
    return ToldDiagnosis.read("d", Files.readString(diagnosis)).failures().stream()
        .flatMap(f -> f.causes().stream())
        .flatMap(c -> c.fixes().stream())
        .flatMap(f -> f.proof().stream())
        .flatMap(p -> JsonMembers.dicts(p.document().get("policies")).stream())
        .map(p -> JsonMembers.text(p, "after"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsAllowedNowAndHasToStayDeniedIsSaid() throws IOException {
    allow("*", "*");
    Command c = verify();
    assertThat(c.out())
        .contains("ruled out  ", "does not hold for the files as they are; allowed now, and not to")
        .contains("other actions on the same resource", "the objects of every bucket");
    assertThat(c.code()).isEqualTo(1);
  }

  @Test
  void aProofIsNotRunAgainWithoutOneOfItsPolicies() throws IOException {
    Files.delete(policy);
    assertThat(verify().out()).contains("cannot be run again, " + policy + " is not at hand");
  }

  @Test
  void aFileOutsideTheDiagnosisFolderIsReadOnlyWhereItIsNamed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    diagnosis = Files.move(diagnosis, elsewhere.resolve("diagnosis.json"));
    allow("s3:GetObject", "arn:aws:s3:::reports/*");
    Command refused = verify();
    assertThat(refused.err()).contains("ann-policy.json: not read").hasLineCount(2);
    assertThat(refused.out()).contains("unknown").doesNotContain("ruled out");
    assertThat(verify(policy.toString()).out()).contains("ruled out");
    assertThat(verify(folder.toString()).err()).isEmpty();
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = elsewhere.resolve("p.json");
    Files.createSymbolicLink(link, policy);
    String text = Files.readString(diagnosis).replace(policy.toString(), link.toString());
    diagnosis = Files.writeString(elsewhere.resolve("diagnosis.json"), text);
    assertThat(verify().err()).contains("p.json: not read");
  }

  @Test
  void theJsonIsAsTheSchemaHasIt() throws IOException {
    JsonSchema schema =
        JsonSchema.of(Files.readString(Path.of("../docs/verification.schema.json")));
    assertThat(schema.faults(Json.object(verify("--format", "json").out()))).isEmpty();
  }

  @Test
  void aProfileThatAsksAndAGroupThatIsSearchedGoWithCallsAlone() {
    Command c = verify("--profile", "prod");
    assertThat(c.err()).contains("--profile names whose credentials ask AWS: it goes with --live");
    assertThat(c.out()).isEmpty();
    assertThat(c.code()).isEqualTo(2);
    Command diagnosed = Command.run("--profile", "prod", failure.toString());
    assertThat(diagnosed.err())
        .contains("--profile names whose credentials ask AWS: it goes with --live");
    assertThat(diagnosed.code()).isEqualTo(2);
    assertThat(Command.run("--log-group", "/aws/lambda/x", failure.toString()).err())
        .contains("--log-group is searched at AWS: it goes with --live");
  }

  @Test
  void theTimeOfCallsGoesWithCallsAlone() {
    Command c = verify("--timeout", "5");
    assertThat(c.err()).contains("--timeout bounds the calls to AWS: it goes with --live");
    assertThat(c.code()).isEqualTo(2);
    Command diagnosed = Command.run("--timeout", "5", failure.toString());
    assertThat(diagnosed.err()).contains("--timeout bounds the calls to AWS: it goes with --live");
    assertThat(Command.run("--live", "--timeout", "soon", failure.toString()).err())
        .contains("--timeout is a number of seconds up to 600, not `soon`");
  }

  @Test
  void whatIsNoDiagnosisIsSaid() throws IOException {
    Files.writeString(diagnosis, "{\"steps\": 1}");
    Command c = verify();
    assertThat(c.err()).contains("diagnosis.json: is no diagnosis; make one with");
    assertThat(c.code()).isEqualTo(2);
  }

  @Test
  void aDiagnosisWithoutAFailedCallIsSaid() throws IOException {
    Files.writeString(diagnosis, "{\"failures\": []}");
    assertThat(verify().err()).contains("has no failed call");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    Command c = Command.run("verify", folder.resolve("none.json").toString());
    assertThat(c.err()).contains("none.json");
    assertThat(c.code()).isEqualTo(2);
  }
}

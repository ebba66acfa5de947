package awsleuth.app.test;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

  private static final String MISSING =
      "botocore.exceptions.ClientError: An error occurred (NoSuchBucket) when calling the"
          + " ListObjectsV2 operation: The specified bucket does not exist\n";
  private static final String NO_STACK =
      """
      Traceback (most recent call last):
        File "a.py", line 3, in <module>
          cloudformation.describe_stacks(StackName="net")
      botocore.exceptions.ClientError: An error occurred (ValidationError) when calling the\
       DescribeStacks operation: Stack with id net does not exist
      """;
  private static final String THROTTLED =
      "botocore.exceptions.ClientError: An error occurred (ThrottlingException) when calling the"
          + " Query operation (reached max retries: 9): Rate exceeded\n";
  private static final String DENIED =
      "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
          + " GetObject operation: User: arn:aws:iam::111122223333:user/ann is not authorized to"
          + " perform: s3:GetObject on resource: \"arn:aws:s3:::reports/a.csv\" because no"
          + " identity-based policy allows the s3:GetObject action\n";

  @TempDir Path folder;

  private static String refused(String cluster) {
    return "botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling"
        + " the CreateCluster operation: User: arn:aws:sts::111122223333:assumed-role/plat/i is not"
        + " authorized to perform: eks:CreateCluster on resource: "
        + cluster
        + " because no service control policy allows the eks:CreateCluster action\n";
  }

  private Command test(String failure, String... options) {
    String diagnosis = Command.pipe(failure, "--format", "json").out();
    String[] all = new String[options.length + 2];
    all[0] = "test";
    all[1] = "-";
    System.arraycopy(options, 0, all, 2, options.length);
    return Command.pipe(diagnosis, all);
  }

  @Test
  void theTableAnswersForEveryCauseAndForNoOther() {
    assertThat(Treatment.causes())
        .containsExactlyInAnyOrderElementsOf(Causes.all().stream().map(Cause::id).toList());
  }

  @Test
  void theBestKindIsChosenAndSaid() {
    assertThat(test(MISSING).err())
        .isEqualTo("awsleuth: kind: moto, of resource/bucket-not-found\n");
    assertThat(test(NO_STACK).err()).isEqualTo("awsleuth: kind: moto, of resource/not-found\n");
    assertThat(test(THROTTLED).err()).isEqualTo("awsleuth: kind: server, of throttling/api-rate\n");
    assertThat(test(DENIED).err())
        .isEqualTo("awsleuth: kind: policy, of permissions/no-identity-allow\n");
  }

  /** The legacy mode repeats status 429 by itself, the standard mode only with such a code. */
  @Test
  void aRefusalThatTheLegacyModeAloneRepeatsIsOutlastedInIt() {
    String failure =
        "botocore.exceptions.ClientError: An error occurred (429) when calling the Invoke"
            + " operation: Rate Exceeded.\n";
    assertThat(test(failure).err())
        .contains("not by server: the adaptive mode does not repeat a call for 429");
    String concurrent =
        """
        Traceback (most recent call last):
          File "a.py", line 7, in <module>
            f({"Reason": "ReservedFunctionConcurrentInvocationLimitExceeded"})
        """
            + failure;
    Command test = test(concurrent, "--state", "after");
    assertThat(test.err()).isEqualTo("awsleuth: kind: server, of throttling/concurrency\n");
    assertThat(test.out()).contains("\"mode\": \"legacy\", \"total_max_attempts\": 10");
  }

  @Test
  void policiesOfAnExportAreTestedEachByItself() {
    String incidents = "src/test/resources/awsleuth/app/incidents/";
    String json = Command.run("--format", "json", incidents + "05-boundary-of-the-canteen").out();
    Command test = Command.pipe(json, "test", "-");
    assertThat(test.err()).contains("kind: policy");
    // Once for the file: a command that is missing is one error, not each test's failure.
    assertThat(test.out()).contains("\nCOMMAND = awsleuth()\n");
    assertThat(test.out()).contains("'--boundary'").doesNotContain("RoleDetailList");
  }

  @Test
  void whatAProofSupposesIsInTheRequestsAndSaid() {
    String incidents = "src/test/resources/awsleuth/app/incidents/";
    String json = Command.run("--format", "json", incidents + "27-key-of-a-role-that-was").out();
    Command test = Command.pipe(json, "test", "-");
    assertThat(test.out()).contains("--context=aws:PrincipalArn=arn:aws:iam::");
  }

  /** eks:CreateCluster takes no resource by the documentation, and AWS's refusals name one. */
  @Test
  void requestsAreOnTheResourceThatAwsNamed() throws IOException {
    String cluster = "arn:aws:eks:eu-west-1:111122223333:cluster/x";
    Path log = Files.writeString(folder.resolve("o.log"), refused(cluster));
    Path scp =
        Files.writeString(
            folder.resolve("scp.json"),
            """
            {"Policy": {"PolicySummary": {"Id": "p-abc", "Name": "Few", "AwsManaged": false,
              "Arn": "arn:aws:organizations::111122223333:policy/o-a/service_control_policy/p-abc",
              "Type": "SERVICE_CONTROL_POLICY"},
             "Content": "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": [{\\"Effect\\":\
             \\"Allow\\", \\"Action\\": [\\"ec2:*\\", \\"s3:*\\"], \\"Resource\\": \\"*\\"}]}"}}
            """);
    Path role =
        Files.writeString(
            folder.resolve("role.json"),
            """
            {"RoleName": "plat", "PolicyName": "all", "PolicyDocument": {"Version": "2012-10-17",
             "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}
            """);
    Command diagnosis =
        Command.run(log.toString(), scp.toString(), role.toString(), "--format", "json");
    assertThat(diagnosis.out()).contains("service control policies of other levels");
    String after = Command.pipe(diagnosis.out(), "test", "-", "--state", "after").out();
    assertThat(after).contains("SETTINGS = [", "'--resource-as-given'");
    Path fixed =
        Files.writeString(
            folder.resolve("fixed.json"),
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "eks:CreateCluster", "Resource": "%s"}]}
            """
                .formatted(cluster));
    String[] request = {
      "simulate",
      "--principal=arn:aws:iam::111122223333:role/plat",
      "--action=eks:CreateCluster",
      "--resource=" + cluster,
      "--policy=" + role,
      "--scp=" + fixed,
      "--resource-as-given"
    };
    assertThat(Command.run(request).code()).isZero();
    request[6] = "--why";
    assertThat(Command.run(request).out()).contains("takes no resource");
  }

  @Test
  void policiesOfAnOrganizationKeepTheirLevels() throws IOException {
    Files.writeString(
        folder.resolve("app.log"),
        DENIED.replace("iam::111122223333:user/ann", "sts::111122223333:assumed-role/app/s"));
    allow("scp-root.json", "*");
    allow("scp-ou.json", "ec2:*");
    allow("role-app.json", "s3:ListBucket");
    Files.writeString(
        folder.resolve("awsleuth.json"),
        """
        {"files": {"scp-root.json": {"kind": "policy:scp", "attached_to": "r-root"},
          "scp-ou.json": {"kind": "policy:scp", "attached_to": "ou-abcd-11111111"},
          "role-app.json": {"kind": "policy:identity",
            "attached_to": "arn:aws:iam::111122223333:role/app"}}}
        """);
    String json = Command.run("--format", "json", folder.toString()).out();
    assertThat(Command.pipe(json, "test", "-", "--kind", "policy").out())
        .contains("'--scp=r-root'", "'--scp=ou-abcd-11111111'", "'--policy'");
  }

  private void allow(String file, String action) throws IOException {
    Files.writeString(
        folder.resolve(file),
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
            + action
            + "\", \"Resource\": \"*\"}]}");
  }

  @Test
  void theUseOfAKeyIsTestedBesideAKeyPolicy() {
    String denied =
        DENIED
            .replace("s3:GetObject", "kms:Decrypt")
            .replace("arn:aws:s3:::reports/a.csv", "arn:aws:kms:eu-west-1:111122223333:key/1a2b")
            .replace("GetObject operation", "Decrypt operation");
    assertThat(test(denied, "--kind", "policy", "--state", "after").out())
        .contains("'--resource-policy'", "arn:aws:iam::111122223333:root");
  }

  @Test
  void theFixIsInTheMarkedPlaceAlone() {
    String before = test(MISSING, "--kind", "stubber").out();
    String after = test(MISSING, "--kind", "stubber", "--state", "after").out();
    assertThat(before)
        .contains("as it failed; the fix goes here")
        .doesNotContain("class CallFailed");
    assertThat(after).contains("class CallFailed").contains("except ClientError as error:");
    String end = "# ---- the end of the code under test ----";
    assertThat(after.substring(after.indexOf(end)))
        .isEqualTo(before.substring(before.indexOf(end)));
  }

  @Test
  void theSettingsOfTheDiagnosisAreThoseAfterTheFix() {
    assertThat(test(THROTTLED).out())
        .contains("CONFIG = Config(retries={\"mode\": \"legacy\", \"total_max_attempts\": 10})")
        .contains("SCRIPT = [(\"refuse\", 400)] * 10");
    assertThat(test(THROTTLED, "--state", "after").out())
        .contains("CONFIG = Config(retries={\"mode\": \"adaptive\", \"total_max_attempts\": 15})");
  }

  @Test
  void whereMotoDoesNotTellTheTruthThatIsSaidAndPoliciesDecide() {
    Command c = test(DENIED, "--kind", "moto");
    assertThat(c.code()).isZero();
    assertThat(c.err())
        .contains("moto does not tell the truth here: it lets requests through")
        .contains("kind: policy in place of moto");
    assertThat(c.out().lines().limit(12)).anyMatch(l -> l.contains("moto does not tell the truth"));
    assertThat(test(THROTTLED, "--kind", "moto").err())
        .contains("it throttles nobody")
        .contains("kind: server in place of moto");
  }

  @Test
  void theCallIsOfTheThingsThatAwsNamedWhenItRefused() {
    String denied =
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " GetObject operation: User: arn:aws:sts::111122223333:assumed-role/app/s is not"
            + " authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::acme/a.csv\" with"
            + " an explicit deny in a resource-based policy";
    String diagnosis = Command.pipe(denied, "--format", "json").out();
    assertThat(Command.pipe(diagnosis, "test", "-", "--kind", "stubber").out())
        .contains("PARAMETERS = {'Bucket': 'acme', 'Key': 'a.csv'}");
  }

  @Test
  void aKindThatCannotNamesTheOneThatCan() {
    Command c = test(MISSING, "--kind", "policy");
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.out()).isEmpty();
    assertThat(c.err())
        .isEqualTo(
            "awsleuth: resource/bucket-not-found is not tested by --kind policy; --kind moto or"
                + " --kind stubber can\n");
  }

  @Test
  void aFaultOfTheInstallationIsTestedByNoCall() {
    Command c =
        test(
            "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    import"
                + " boto3\n  File \"/x/boto3/__init__.py\", line 17, in <module>\n    from"
                + " boto3.session import Session\nImportError: cannot import name 'DEFAULT_CIPHERS'"
                + " from 'urllib3.util.ssl_' (/x/urllib3/util/ssl_.py)\n");
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.err()).startsWith("awsleuth: client/version-conflict is of the program");
    assertThat(c.err().lines()).hasSize(1);
  }

  @Test
  void anotherFunctionMayBeTheCodeUnderTest() {
    assertThat(test(MISSING, "--target", "app.orders:load").out())
        .contains("from app.orders import load as call");
    assertThat(test(MISSING, "--target", "os; import x:y").code()).isEqualTo(2);
    assertThat(test(MISSING, "--target", "a:b", "--state", "after").code()).isEqualTo(2);
    assertThat(test(THROTTLED, "--target", "a:b", "--kind", "server").err())
        .contains("--kind stubber can");
  }

  @Test
  void theFileIsWrittenWhereItIsWanted() throws IOException {
    Path file = folder.resolve("test_it.py");
    Command c = test(MISSING, "--output", file.toString());
    assertThat(c.out()).isEmpty();
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).startsWith("\"\"\"NoSuchBucket");
    assertThat(test(MISSING, "--output", folder.resolve("no/such.py").toString()).code())
        .isEqualTo(2);
  }

  @Test
  void whatIsNoDiagnosisIsSaidToBeNone() {
    assertThat(Command.pipe("{}", "test", "-").err()).contains("is no diagnosis");
    assertThat(Command.pipe("{\"failures\": []}", "test", "-").err())
        .contains("has no failed call with a cause");
    assertThat(test(MISSING, "--cause", "network/dns").err()).contains("has no cause network/dns");
    assertThat(test(MISSING, "--kind", "mock").code()).isEqualTo(2);
  }

  @Test
  void noSecretComesIntoTheFile() {
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    String diagnosis =
        Command.pipe(MISSING, "--format", "json")
            .out()
            .replace(
                "The specified bucket",
                "aws_secret_access_key=" + secret + " of the specified bucket");
    assertThat(diagnosis).contains(secret);
    Command c = Command.pipe(diagnosis, "test", "-");
    assertThat(c.code()).isZero();
    assertThat(c.out() + c.err()).doesNotContain(secret);
  }

  @Test
  void aBucketThatCannotBeMadeIsNoneOfMoto() {
    String missing =
        "Traceback (most recent call last):\n  File \"/srv/app.py\", line 9, in main\n"
            + "    s3.get_object(Bucket='%s', Key='k')\n"
            + "botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling the"
            + " GetObject operation: The specified key does not exist.\n";
    assertThat(test(missing.formatted("acme")).err()).contains("kind: moto");
    assertThat(test(missing.formatted("b")).err()).contains("kind: stubber");
  }

  @Test
  void parametersAreSeenAsTheCallerGivesThem() {
    String refused =
        """
        Traceback (most recent call last):
          File "/srv/app.py", line 9, in main
            s3.put_object(Bucket='acme', key='k', Body=b'')
        botocore.exceptions.ParamValidationError: Parameter validation failed:
        Missing required parameter in input: "Key"
        Unknown parameter in input: "key", must be one of: ACL, Body, Bucket, Key
        """;
    // botocore's own handlers put a stream in the place of a body before parameters are built.
    assertThat(test(refused).out())
        .contains("\"provide-client-params\", lambda params")
        .doesNotContain("before-parameter-build");
  }

  @Test
  void aTestThatDoesNotContainTheFixSaysSo() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("e.log"),
            "Traceback (most recent call last):\n  File \"/srv/app.py\", line 9, in main\n"
                + "    sts.assume_role(RoleArn='arn:aws:iam::444455556666:role/V',"
                + " RoleSessionName='s')\n"
                + "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling"
                + " the AssumeRole operation: User: arn:aws:iam::111122223333:user/ann is not"
                + " authorized to perform: sts:AssumeRole on resource:"
                + " arn:aws:iam::444455556666:role/V\n");
    Path trust =
        Files.writeString(
            folder.resolve("V-trust.json"),
            """
            {"Role": {"RoleName": "V", "Arn": "arn:aws:iam::444455556666:role/V",
             "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
              "Action": "sts:AssumeRole",
              "Condition": {"StringEquals": {"sts:ExternalId": "k-2231"}}}]}}}
            """);
    String json = Command.run(log.toString(), trust.toString(), "--format", "json").out();
    assertThat(json).contains("external_id = k-2231");
    Command test = Command.pipe(json, "test", "-", "--state", "after");
    assertThat(test.err()).contains("says nothing of the fix");
    assertThat(test.out()).contains("the fix changes the request or who makes it");
  }
}

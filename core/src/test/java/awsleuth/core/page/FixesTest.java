package awsleuth.core.page;

import static awsleuth.core.page.FirstAnswer.error;
import static awsleuth.core.page.FirstAnswer.finding;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Fix.Applicability;
import org.junit.jupiter.api.Test;

/** What is proposed first for a failure, and how it is checked. */
class FixesTest {

  private static Fix fix(String text) {
    return finding(text).fixes().getFirst();
  }

  @Test
  void aBucketOfOthersIsNotTakenForOnesOwn() {
    Finding found = finding(error("BucketAlreadyExists", "CreateBucket", "not available"));
    assertThat(found.fixes()).noneMatch(f -> f.text().contains("except"));
  }

  @Test
  void theRoleOfAPermissionSetIsNamedByItsPath() {
    Fix fix =
        fix(
            error(
                "AccessDenied",
                "AssumeRole",
                "User:"
                    + " arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/kari"
                    + " is not authorized to perform: sts:AssumeRole on resource:"
                    + " arn:aws:iam::444455556666:role/deploy"));
    assertThat(fix.text())
        .contains("\"AWS\": \"arn:aws:iam::111122223333:root\"")
        .contains("role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Dev_*\"");
  }

  @Test
  void thePathOfAnotherRoleIsSaidToBeUnknown() {
    Fix fix =
        fix(
            error(
                "AccessDenied",
                "AssumeRole",
                "User: arn:aws-cn:sts::111122223333:assumed-role/app/i-1 is not authorized to"
                    + " perform: sts:AssumeRole on resource: arn:aws-cn:iam::444455556666:role/x"));
    assertThat(fix.title()).contains("path of the role");
    assertThat(fix.text()).contains("\"arn:aws-cn:iam::111122223333:role/app\"");
  }

  @Test
  void aTokenIsTrustedByItsProviderAudienceAndSubject() {
    Finding found =
        finding(
            error(
                "AccessDenied",
                "AssumeRoleWithWebIdentity",
                "Not authorized to perform sts:AssumeRoleWithWebIdentity"));
    assertThat(found.summary()).doesNotContain("may");
    assertThat(found.fixes().getFirst().text())
        .contains("\"Federated\"", ":aud", ":sub")
        .doesNotContain("\"AWS\"");
  }

  @Test
  void theProfileOfTheCommandIsThatOfTheLogin() {
    Finding found =
        finding(
            "$ aws s3 ls --profile staging\n"
                + "Error when retrieving token from sso: Token has expired and refresh failed");
    assertThat(found.fixes().getFirst().text()).isEqualTo("aws sso login --profile staging");
    assertThat(found.verification().command()).endsWith(" --profile staging");
  }

  @Test
  void aBusyFunctionIsWaitedForAndTheWholeCommandRunAgain() {
    Finding found =
        finding(
            "$ aws lambda update-function-code --function-name resize --zip-file fileb://f.zip\n\n"
                + error(
                    "ResourceConflictException", "UpdateFunctionCode", "An update is in progress"));
    assertThat(found.fixes().getFirst().text())
        .isEqualTo("aws lambda wait function-updated-v2 --function-name resize");
    assertThat(found.verification().command()).contains("--zip-file fileb://f.zip");
  }

  @Test
  void aCallOfUnknownParametersIsNoReadyFix() {
    Fix fix = fix(error("OperationAborted", "PutBucketTagging", "conflicting operation"));
    assertThat(fix.applicability()).isEqualTo(Applicability.TEMPLATE);
  }

  @Test
  void aDaemonDoesNotLogIn() {
    Finding found =
        finding(
            "docker: Error response from daemon: failed to initialize logging driver: failed to"
                + " create Cloudwatch log stream: NoCredentialProviders: no valid providers in"
                + " chain.");
    assertThat(found.fixes()).noneMatch(f -> f.text().contains("aws configure sso"));
  }

  @Test
  void variablesThatNobodySawAreNotUnset() {
    Finding found =
        finding(error("ExpiredToken", "ListBuckets", "The provided token has expired."));
    assertThat(found.fixes()).noneMatch(f -> f.text().startsWith("unset"));
  }

  @Test
  void aTerminalStateIsNotWaitedFor() {
    Fix fix =
        fix(
            "botocore.exceptions.WaiterError: Waiter StackCreateComplete failed: Waiter encountered"
                + " a terminal failure state: For expression \"Stacks[].StackStatus\" we matched"
                + " expected path: \"ROLLBACK_COMPLETE\" at least once");
    assertThat(fix.text()).startsWith("aws cloudformation describe-stack-events");
  }

  @Test
  void whatIsThereIsListedByTheKindThatIsMissing() {
    assertThat(fix(error("QueueDoesNotExist", "SendMessage", "The queue does not exist.")).text())
        .isEqualTo("aws sqs list-queues");
    assertThat(fix(error("InvalidAMIID.NotFound", "RunInstances", "The image id x")).text())
        .isEqualTo("aws ec2 describe-images --owners self");
    assertThat(fix(error("ResourceNotFoundException", "PutItem", "resource not found")).text())
        .isEqualTo("aws dynamodb list-tables");
  }

  @Test
  void aCheckDoesNotSilentlyTakeAway() {
    assertThat(
            finding(error("UnauthorizedOperation", "TerminateInstances", "no"))
                .verification()
                .command())
        .endsWith(" --dry-run");
    assertThat(finding(error("NoSuchEntity", "DeleteRole", "no role")).verification().expect())
        .contains("cannot be undone");
  }

  @Test
  void aCheckWithoutAKnownCallIsTheProgramItself() {
    assertThat(
            finding("ResourceNotFoundException: Requested resource not found")
                .verification()
                .command())
        .isEqualTo("<the program or command that failed>");
  }

  @Test
  void aRoleIsPassedToTheServiceThatWasCalled() {
    Finding found =
        finding(
            error(
                "AccessDeniedException",
                "CreateFunction",
                "User: arn:aws:iam::111122223333:user/kari is not authorized to perform:"
                    + " iam:PassRole on resource: arn:aws:iam::111122223333:role/resize-role"));
    assertThat(found.fixes().getFirst().text()).contains("\"lambda.amazonaws.com\"");
    assertThat(found.verification().command())
        .contains("--role arn:aws:iam::111122223333:role/resize-role")
        .doesNotContain("--function-name resize-role");
  }

  @Test
  void theBoundsOfTheMessageAreInTheFixAndTheParameterInTheCheck() {
    Finding found =
        finding(
            """
            Traceback (most recent call last):
              File "/app/main.py", line 9, in <module>
                sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=50)
            botocore.exceptions.ClientError: An error occurred (InvalidParameterValue) when calling \
            the ReceiveMessage operation: Value 50 for parameter MaxNumberOfMessages is invalid. \
            Reason: Must be between 1 and 10, if provided.
            """);
    assertThat(found.fixes().getFirst().text()).contains("MaxNumberOfMessages=", "1 and 10");
    assertThat(found.verification().command()).contains("--max-number-of-messages 50");
  }

  @Test
  void aQuotaIsThatOfTheService() {
    assertThat(fix(error("InstanceLimitExceeded", "RunInstances", "more than 0")).text())
        .contains("--service-code ec2 ");
  }

  @Test
  void aNameThatSystemsManagerDidNotReadIsLookedAtFirst() {
    Finding found =
        finding(
            error(
                "AccessDeniedException",
                "GetParameter",
                "User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform:"
                    + " ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:111122223333:*"
                    + " because no identity-based policy allows the ssm:GetParameter action"));
    assertThat(found.fixes().getFirst().title()).contains("name");
    assertThat(found.fixes()).noneMatch(f -> f.text().contains(":*\""));
  }

  @Test
  void whatIsOnlyPossibleIsNotStated() {
    assertThat(finding(error("AccessDenied", "PutObject", "Access Denied")).summary())
        .startsWith("perhaps no ");
  }

  @Test
  void aWebIdentityTokenWithoutARoleLacksNoKeys() {
    Fix fix =
        fix(
            "botocore.exceptions.InvalidConfigError: The provided profile or the current"
                + " environment is configured to assume role with web identity but has no role ARN"
                + " configured. Ensure that the profile has the role_arnconfiguration set or the"
                + " AWS_ROLE_ARN env var is set.");
    assertThat(fix.text()).startsWith("export AWS_ROLE_ARN=").doesNotContain("source_profile");
  }

  @Test
  void plainHttpThatIsClosedMayWantTls() {
    String closed =
        "botocore.exceptions.ConnectionClosedError: Connection was closed before we received a"
            + " valid response from endpoint URL: \"%s://localhost:5630/\".\n";
    assertThat(fix(closed.formatted("http")).text()).contains(" https://localhost:5630/ ");
    assertThat(fix(closed.formatted("https")).text()).doesNotContain("curl");
  }
}

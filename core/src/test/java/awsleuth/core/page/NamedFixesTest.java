package awsleuth.core.page;

import static awsleuth.core.page.FirstAnswer.check;
import static awsleuth.core.page.FirstAnswer.error;
import static awsleuth.core.page.FirstAnswer.finding;
import static awsleuth.core.page.FirstAnswer.fixes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fixes and checks have the names that the text has. */
class NamedFixesTest {

  @Test
  void theMessageStandsBehindTheCodeOnOneLine() {
    String said = error("ValidationException", "PutItem", "One thing\n  or another is wrong");
    assertThat(finding(said).because().getFirst().text())
        .startsWith("the error code is `ValidationException`: One thing");
    String endless = error("ValidationException", "PutItem", "word ".repeat(200));
    assertThat(finding(endless).because().getFirst().text()).hasSizeLessThan(300).endsWith(" …");
  }

  @Test
  void whatIsNotOfBotocoreWasNotRaisedByIt() {
    assertThat(finding("botocore.exceptions.NoRegionError: You must specify a region.").because())
        .anyMatch(c -> c.text().startsWith("botocore raised `NoRegionError`"));
    String java =
        "software.amazon.awssdk.core.exception.SdkClientException: Unable to load credentials from"
            + " any of the providers in the chain AwsCredentialsProviderChain(…)";
    assertThat(finding(java).because()).noneMatch(c -> c.text().contains("botocore"));
  }

  @Test
  void theObjectIsThatOfTheLineThatFailed() {
    String text =
        "$ aws s3 sync s3://store/2019 ./out\n"
            + "download failed: s3://store/2019/a b.tar to out/a b.tar "
            + error("InvalidObjectState", "GetObject", "The operation is not valid");
    assertThat(fixes(text)).contains("--bucket store --key '2019/a b.tar'");
    assertThat(
            check(
                "upload failed: ./x.bin to s3://other/y/x.bin "
                    + error("AccessDenied", "PutObject", "Access Denied")))
        .contains("--bucket other --key y/x.bin");
  }

  @Test
  void theKeyOfTheCommandStaysInItsCheck() {
    String text =
        "$ aws s3 cp big.bin s3://out/big.bin --sse aws:kms --sse-kms-key-id alias/k\n"
            + "upload failed: ./big.bin to s3://out/big.bin "
            + error(
                "KMS.NotFoundException",
                "CreateMultipartUpload",
                "Alias arn:aws:kms:eu-west-1:111122223333:alias/k is not found.");
    assertThat(fixes(text)).startsWith("aws kms list-aliases").doesNotContain("list-buckets");
    assertThat(check(text)).contains("--server-side-encryption aws:kms --ssekms-key-id alias/k");
  }

  @Test
  void aTransferOfBoto3TellsBucketAndKeyByTheirPlace() {
    String text =
        """
        Traceback (most recent call last):
          File "/app/a.py", line 3, in <module>
            s3.download_file('lake', 'raw/a.csv', '/tmp/a.csv')
        botocore.exceptions.ClientError: An error occurred (403) when calling the HeadObject operation: Forbidden
        """;
    assertThat(check(text)).endsWith("--bucket lake --key raw/a.csv");
    assertThat(fixes(text)).contains("s3:GetObject", "arn:aws:s3:::lake/raw/a.csv");
    assertThat(
            check(
                text.replace(
                    "download_file('lake', 'raw/a.csv',", "upload_file('/tmp/x', 'lake',")))
        .endsWith("--bucket lake --key /tmp/a.csv");
  }

  @Test
  void anIndexATopicAndAGroupAreNamedAsTheCallNamedThem() {
    String denied =
        "User: arn:aws:iam::111122223333:user/u is not authorized to perform: %s on resource: %s";
    assertThat(
            check(
                error(
                    "AccessDeniedException",
                    "Query",
                    denied.formatted(
                        "dynamodb:Query",
                        "arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/by-date"))))
        .contains("--table-name t --index-name by-date");
    assertThat(
            check(
                error(
                    "AuthorizationError",
                    "Publish",
                    denied.formatted("SNS:Publish", "arn:aws:sns:eu-west-1:111122223333:a"))))
        .contains("--topic-arn arn:aws:sns:eu-west-1:111122223333:a");
    assertThat(
            check(
                error(
                    "DependencyViolation",
                    "DeleteSecurityGroup",
                    "resource sg-0f1e2d3c has a dependent object")))
        .contains("--group-id sg-0f1e2d3c");
  }

  @Test
  void anErrorBodyNamesBucketAndEndpoint() {
    String body =
        "<Error><Code>PermanentRedirect</Code><Message>The bucket you are attempting to access must"
            + " be addressed using the specified endpoint.</Message>"
            + "<Endpoint>logs.s3.eu-west-3.amazonaws.com</Endpoint><Bucket>logs</Bucket></Error>";
    assertThat(fixes(body)).contains("--bucket logs", "region_name=\"eu-west-3\"");
  }

  @Test
  void aStackThatWasRolledBackIsDeletedByItsName() {
    String arn = "arn:aws:cloudformation:us-east-1:111122223333:stack/api/0a1b";
    String text =
        error(
            "ValidationError",
            "CreateChangeSet",
            "Stack:" + arn + " is in ROLLBACK_COMPLETE state and can not be updated.");
    assertThat(fixes(text)).contains("delete-stack --stack-name api").doesNotContain("waiter");
    String update = text.replace("is in ROLLBACK_COMPLETE", "is in UPDATE_IN_PROGRESS");
    assertThat(fixes(update)).doesNotContain("delete-stack");
  }

  @Test
  void aDryRunThatWouldSucceedIsSaidToBeOne() {
    String dry =
        error(
            "DryRunOperation",
            "RunInstances",
            "Request would have succeeded, but DryRun flag is set.");
    assertThat(fixes(dry)).contains("DryRun=False");
  }

  @Test
  void theUsualAnswersAreGivenWhole() {
    assertThat(
            fixes(
                error(
                    "ValidationException",
                    "Query",
                    "Query condition missed key schema element: customer_id")))
        .startsWith("KeyConditionExpression=Key(\"customer_id\").eq(<value>)");
    assertThat(
            fixes(
                error(
                    "ValidationException",
                    "BatchWriteItem",
                    "Provided list of item keys contains duplicates")))
        .startsWith("with table.batch_writer(overwrite_by_pkeys=[");
    assertThat(
            fixes(
                error(
                    "InvalidRequestException",
                    "StartQueryExecution",
                    "Unable to verify/create output bucket results")))
        .startsWith("aws s3api head-bucket --bucket results\n");
    assertThat(
            fixes(
                error(
                    "InvalidParameterException",
                    "RunTask",
                    "No Container Instances were found in your cluster.")))
        .startsWith("client.run_task(launchType=\"FARGATE\"");
    assertThat(fixes(error("EntityTooLarge", "PutObject", "Your proposed upload exceeds the size")))
        .isEqualTo("s3.upload_file(\"<file>\", \"<bucket>\", \"<key>\")");
    assertThat(
            fixes(
                "Error parsing parameter '--item': Invalid JSON: Expecting property name enclosed"
                    + " in double quotes: line 1 column 2 (char 0)\n"
                    + "JSON received: {'id': {'S': '1'}}"))
        .isEqualTo("--item '{\"id\": {\"S\": \"1\"}}'");
    assertThat(
            fixes(
                error(
                    "InvalidPart",
                    "CompleteMultipartUpload",
                    "One or more of the specified parts could not be found.")))
        .startsWith("aws s3api list-parts --bucket <bucket> --key <key>");
    assertThat(
            fixes(
                error(
                    "ValidationException",
                    "Query",
                    "Invalid KeyConditionExpression: Attribute name is a reserved keyword;"
                        + " reserved keyword: name")))
        .isEqualTo("ExpressionAttributeNames={\"#name\": \"name\"}");
    assertThat(
            fixes(
                error(
                    "ValidationError",
                    "AssumeRole",
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles"
                        + " assumed by role chaining.")))
        .isEqualTo("DurationSeconds=3600");
    assertThat(
            fixes(
                error(
                    "InsufficientCapabilitiesException",
                    "CreateStack",
                    "Requires capabilities : [CAPABILITY_IAM]")))
        .contains("--capabilities CAPABILITY_IAM");
    assertThat(
            fixes(
                error(
                    "ValidationException",
                    "GetItem",
                    "The provided key element does not match the schema")))
        .contains("describe-table");
  }

  @Test
  void aServiceInTheMessageIsThePrincipalOfTheTrustPolicy() {
    for (String[] form :
        new String[][] {
          {
            "CreateFunction",
            "The role defined for the function cannot be assumed by Lambda.",
            "lambda"
          },
          {
            "CreateTrainingJob",
            "Could not assume role arn:aws:iam::111122223333:role/x. Please ensure that the role"
                + " exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
            "sagemaker"
          },
          {
            "StartExecution",
            "Neither the role is there nor is states able: cannot be assumed by it",
            "states"
          }
        }) {
      assertThat(fixes(error("ValidationException", form[0], form[1])))
          .as(form[0])
          .contains("\"" + form[2] + ".amazonaws.com\"");
    }
  }

  @Test
  void anOptionOfTheCommandIsChangedThereAndNotInTheFiles() {
    String region =
        "$ aws lambda list-functions --region us-est-1\n\nCould not connect to the endpoint URL:"
            + " \"https://lambda.us-est-1.amazonaws.com/2015-03-31/functions/\"";
    assertThat(fixes(region)).isEqualTo("--region <region>");
    assertThat(fixes(region.replace(" --region us-est-1", ""))).contains("region = ");
    String profile = "$ aws s3 ls --profile prodd\n\nThe config profile (prodd) could not be found";
    assertThat(fixes(profile)).startsWith("--profile <profile>").doesNotContain("unset");
  }

  @Test
  void settingsThatLackAreForTheProfileThatTheMessageNames() {
    String said = "botocore.exceptions.InvalidConfigError: ";
    assertThat(
            fixes(
                said
                    + "The profile \"dev\" is configured to use SSO but is missing required"
                    + " configuration: sso_region"))
        .contains("[profile dev]\nsso_session");
    assertThat(
            fixes(
                said + "The source_profile \"a\" referenced in the profile \"b\" does not exist."))
        .contains("[profile b]\nrole_arn");
    assertThat(fixes(said + "The source profile \"a\" must have credentials."))
        .contains("[profile <profile>]\nrole_arn");
  }

  @Test
  void aStackWhoseWayBackFailedIsNotWaitedFor() {
    String stack =
        error(
            "ValidationError",
            "UpdateStack",
            "Stack:arn:aws:cloudformation:us-east-1:111122223333:stack/shop-dev/2a1f is in"
                + " UPDATE_ROLLBACK_FAILED state and can not be updated.");
    assertThat(fixes(stack))
        .contains("continue-update-rollback --stack-name shop-dev --region us-east-1")
        .doesNotContain("get_waiter");
  }

  @Test
  void argumentsOfACallWithinTheCallAreNotItsOwn() {
    String head =
        "Traceback (most recent call last):\n  File \"app.py\", line 3, in <module>\n    ";
    String missing =
        "\nbotocore.exceptions.ClientError: " + error("404", "HeadObject", "Not Found");
    assertThat(
            check(head + "s3.upload_fileobj(open('a.csv', 'rb'), 'reports', 'd/a.csv')" + missing))
        .contains("--bucket reports --key d/a.csv");
    assertThat(check(head + "s3.upload_file(join(tmp, 'a.csv'), bucket('prod'), key)" + missing))
        .contains("--bucket <bucket> --key <key>");
    assertThat(check(head + "s3.Bucket('reports').download_file('d/a.csv', path)" + missing))
        .contains("--bucket reports --key d/a.csv");
    assertThat(
            check(
                head + "s3.copy({'Bucket': 'reports', 'Key': 'd/a.csv'}, 'other', 'x')" + missing))
        .contains("--bucket reports --key d/a.csv");
  }
}

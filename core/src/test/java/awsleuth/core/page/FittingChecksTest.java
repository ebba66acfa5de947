package awsleuth.core.page;

import static awsleuth.core.page.FirstAnswer.error;
import static awsleuth.core.page.FirstAnswer.finding;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.cause.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check of the first answer does, so that it proves something and costs nothing. */
class FittingChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ValidationError|DescribeStacks|Stack with id orders does not exist"
            + "|aws cloudformation describe-stacks --stack-name orders",
        "DBInstanceNotFound|DescribeDBInstances|DBInstance orders-db not found."
            + "|aws rds describe-db-instances --db-instance-identifier orders-db",
        "DBInstanceNotFound|DescribeDBInstances|DBInstance not found: orders-db"
            + "|aws rds describe-db-instances --db-instance-identifier orders-db",
        "InvalidInstanceID.NotFound|DescribeInstances|The instance ID '[i-0123456789abcdef0]' does"
            + " not exist|aws ec2 describe-instances --instance-ids i-0123456789abcdef0",
        "InvalidKeyPair.NotFound|DescribeKeyPairs|The key pair 'ops' does not exist"
            + "|aws ec2 describe-key-pairs --key-names ops",
        "DBInstanceNotFound|DescribeDBInstances|It is gone and nobody knows"
            + "|aws rds describe-db-instances --db-instance-identifier <db-instance-identifier>",
      })
  void theThingThatIsMissingIsAskedForByItsName(
      String code, String operation, String message, String command) {
    assertThat(finding(error(code, operation, message)).verification().command())
        .isEqualTo(command);
  }

  @Test
  void aWaiterIsCheckedByTheStateOfTheThingItself() {
    Finding found =
        finding(
            "botocore.exceptions.WaiterError: Waiter InstanceRunning failed: Waiter encountered a"
                + " terminal failure state: For expression"
                + " \"Reservations[].Instances[].State.Name\" we matched expected path:"
                + " \"terminated\" at least once");
    assertThat(found.verification().command())
        .isEqualTo("aws ec2 describe-instances --instance-ids <instance-ids>");
  }

  @Test
  void whatCostsIsTriedDryWhereItWasRefused() {
    Finding found =
        finding(
            error(
                "UnauthorizedOperation",
                "RunInstances",
                "You are not authorized to perform this operation."));
    assertThat(found.verification().command()).endsWith(" <other options> --dry-run");
    assertThat(found.verification().expect()).contains("DryRunOperation");
  }

  @ParameterizedTest
  @CsvSource({
    "InsufficientInstanceCapacity,RunInstances,it makes what is paid for",
    "AccessDenied,CreateMultipartUpload,abort-multipart-upload"
  })
  void whatACheckLeavesBehindIsSaid(String code, String operation, String said) {
    assertThat(finding(error(code, operation, "it was not done")).verification().expect())
        .contains(said);
  }

  @Test
  void theEncodedMessageIsDecodedWhereTheReasonIsToldTooInPart() {
    Finding found =
        finding(
            error(
                "UnauthorizedOperation",
                "RunInstances",
                "You are not authorized to perform this operation. User:"
                    + " arn:aws:sts::111122223333:assumed-role/dev/ci is not authorized to perform:"
                    + " ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/*"
                    + " with an explicit deny in a service control policy. Encoded authorization"
                    + " failure message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmn"));
    assertThat(found.fixes())
        .anyMatch(
            f -> f.text().endsWith("--encoded-message 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmn"));
  }

  @Test
  void theRoleOfAPermissionSetIsNotToldToBeChanged() {
    Finding found =
        finding(
            error(
                "AccessDenied",
                "GetObject",
                "User:"
                    + " arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ci"
                    + " is not authorized to perform: s3:GetObject on resource:"
                    + " \"arn:aws:s3:::b/k\" because no identity-based policy allows the"
                    + " s3:GetObject action"));
    assertThat(found.fixes()).noneMatch(f -> f.title().contains("policy of role"));
    assertThat(found.fixes().getFirst().text())
        .contains("Permission set Dev ", "put-inline-policy-to", "provision-permission-set");
  }

  @Test
  void lakeFormationIsAskedForWhatItMisses() {
    Finding found =
        finding(
            error(
                "AccessDeniedException",
                "GetTable",
                "Insufficient Lake Formation permission(s) on orders: Required Describe on"
                    + " orders"));
    assertThat(found.fixes().getFirst().text())
        .contains("--permissions DESCRIBE ", "\"DatabaseName\": \"<database>\"", "\"orders\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "An error occurred (PermanentRedirect) when calling the ListObjectsV2 operation: The bucket"
            + " you are attempting to access must be addressed using the specified endpoint. Please"
            + " send all future requests to this endpoint:"
            + " \"acme.s3.eu-central-1.amazonaws.com\".|eu-central-1|--bucket acme",
        "com.amazonaws.services.s3.model.AmazonS3Exception: The bucket is in this region:"
            + " eu-west-1. Please use this region to retry the request (Service: Amazon S3; Status"
            + " Code: 301; Error Code: PermanentRedirect; Request ID: 9X)|eu-west-1|<bucket>",
        "Error: reading S3 Bucket (acme): operation error S3: HeadBucket, https response error"
            + " StatusCode: 301, RequestID: X, HostID: Y, requested bucket from \"us-east-1\","
            + " actual location \"eu-west-1\"|eu-west-1|--bucket acme"
      })
  void theRegionThatTheAnswerNamesIsTaken(String text, String region, String bucket) {
    assertThat(finding(text).fixes().toString())
        .contains(region, bucket)
        .doesNotContain("<region>");
  }

  @Test
  void whatIsSaidToSparkIsOfItsOwnSettings() {
    Finding found =
        finding(
            """
            org.apache.spark.SparkException: Job aborted due to stage failure
            Caused by: com.amazonaws.services.s3.model.AmazonS3Exception: Please reduce your request rate. (Service: Amazon S3; Status Code: 503; Error Code: SlowDown; Request ID: A)
            """);
    assertThat(found.fixes().toString())
        .contains("fs.s3a.retry.throttle.limit")
        .doesNotContain("retry_mode", "TransferConfig", "<the same");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LimitExceededException|CreateRole|Cannot exceed quota for RolesPerAccount: 1000"
            + "|--service-code iam --region us-east-1",
        "InternalServerError|GetItem|Internal server error|services=DYNAMODB",
        "InternalServerError|GetBotAlias|Internal server error|services=<service>",
      })
  void theServiceOfAQuotaOrEventIsNamedWhereItIsKnown(
      String code, String operation, String message, String said) {
    assertThat(finding(error(code, operation, message)).fixes().toString()).contains(said);
  }

  @Test
  void theListOfQuotasIsNotTakenForAListOfThings() {
    Finding found =
        finding(
            error("LimitExceededException", "CreateRole", "Cannot exceed quota for Roles: 1000"));
    assertThat(found.fixes())
        .noneMatch(f -> f.text().contains("list-service") && f.title().contains("delete"));
  }
}

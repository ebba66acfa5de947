package awsleuth.core.page;

import static awsleuth.core.page.FirstAnswer.check;
import static awsleuth.core.page.FirstAnswer.error;
import static awsleuth.core.page.FirstAnswer.fixes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Fixes and checks speak the language of the program or tool that failed. */
class OtherTonguesFixesTest {

  @Test
  void noCodeOfBoto3IsGivenToOtherTongues() {
    for (String text :
        List.of(
            "Error: creating IAM Role (exec): operation error IAM: CreateRole, https response error"
                + " StatusCode: 409, RequestID: b, EntityAlreadyExists: Role with name exec already"
                + " exists.",
            "operation error S3: GetObject, https response error StatusCode: 400, RequestID: b,"
                + " api error InvalidArgument: Invalid version id specified",
            "Unhandled exception. Amazon.DynamoDBv2.Model.ResourceNotFoundException: Requested"
                + " resource not found\n"
                + " ---> Amazon.Runtime.Internal.HttpErrorResponseException")) {
      assertThat(fixes(text)).as(text).doesNotContain("client.", "boto3", "except ");
    }
  }

  @Test
  void whatTerraformFindsIsImportedAndItsLockIsWaitedFor() {
    assertThat(
            fixes(
                "Error: creating IAM Role (exec): operation error IAM: CreateRole, https response"
                    + " error StatusCode: 409, RequestID: b, EntityAlreadyExists: Role with name"
                    + " exec already exists."))
        .contains("terraform import <resource address> exec");
    assertThat(
            fixes(
                """
                Error: Error acquiring the state lock

                Error message: operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: 0S3U, ConditionalCheckFailedException: The conditional request failed
                Lock Info:
                  ID:        7d7b3d2e-b28a
                  Path:      state/prod.tfstate
                """))
        .contains("-lock-timeout", "force-unlock 7d7b3d2e-b28a")
        .doesNotContain("except");
  }

  @Test
  void whatPulumiFindsIsImportedIntoItsStack() {
    String text =
        """
          aws:s3:BucketV2 (logs):
            error: 1 error occurred:
            \t* creating S3 Bucket (app-logs): operation error S3: CreateBucket, https response \
        error StatusCode: 409, RequestID: 2, HostID: s=, BucketAlreadyOwnedByYou: you own it
        """;
    assertThat(fixes(text)).contains("pulumi import aws:s3/bucketV2:BucketV2 logs ");
    assertThat(
            fixes(
                text.replace("409", "400")
                    .replace("BucketAlreadyOwnedByYou: you own it", "InvalidBucketName: no")))
        .contains("settings of Pulumi")
        .doesNotContain("Go");
  }

  @Test
  void aWorkflowAsksForItsTokenAndAnIssuerIsMadeKnown() {
    assertThat(
            fixes(
                "Error: Credentials could not be loaded, please check your action inputs: Could not"
                    + " load credentials from any providers\nDid you mean to set the `id-token`"
                    + " permission?"))
        .startsWith("permissions:\n  id-token: write");
    assertThat(
            fixes(
                error(
                    "InvalidIdentityToken",
                    "AssumeRoleWithWebIdentity",
                    "No OpenIDConnect provider found in your account for"
                        + " https://oidc.example.com/id/0A")))
        .contains("--url https://oidc.example.com/id/0A");
  }

  @Test
  void namesAreTakenAsToolsWriteThem() {
    assertThat(check(error("404", "HeadObject", "Key \"builds/latest.zip\" does not exist")))
        .contains("--key builds/latest.zip");
    assertThat(
            check(
                "PutError: Failed to put item: An error occurred (ConditionalCheckFailedException)"
                    + " on request (7VQ2) on table (orders-prod) when calling the PutItem"
                    + " operation: The conditional request failed"))
        .contains("--table-name orders-prod");
    assertThat(
            check(
                "aws: [ERROR]: "
                    + error("NoSuchBucket", "ListObjectsV2", "The specified bucket does not exist")
                    + "\n\nAdditional error details:\nBucketName: reports-nope\n"))
        .contains("--bucket reports-nope");
    assertThat(
            check(
                "SSM parameter /cdk-bootstrap/hnb659fds/version not found. Has the environment"
                    + " been bootstrapped? Please run 'cdk bootstrap'"))
        .contains("--name /cdk-bootstrap/hnb659fds/version");
  }

  @Test
  void theLanguageIsThatOfTheSdkThatFailed() {
    String elsewhere =
        "Exception in thread \"main\" software.amazon.awssdk.services.s3.model.S3Exception: The"
            + " bucket you are attempting to access must be addressed using the specified"
            + " endpoint. (Service: S3, Status Code: 301, Request ID: 5QH1)\n"
            + "\tat software.amazon.awssdk.core.internal.http.CombinedResponseHandler.handle"
            + "(CombinedResponseHandler.java:125)\n"
            + "\tat software.amazon.awssdk.services.s3.DefaultS3Client.getObject"
            + "(DefaultS3Client.java:5203)";
    assertThat(fixes(elsewhere)).contains(".region(Region.of(").doesNotContain("RegionEndpoint");
    assertThat(
            fixes(
                "SSL validation failed for https://minio.local:9000/backups [SSL:"
                    + " WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)"))
        .contains("endpoint_url=\"http://minio.local:9000\"");
    assertThat(
            fixes(
                "SSL validation failed for https://s3.eu-west-1.amazonaws.com/ [SSL:"
                    + " UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol"))
        .doesNotContain("endpoint_url");
    String rust =
        "Error: ServiceError(ServiceError { source: ResourceNotFoundException("
            + "ResourceNotFoundException { message: Some(\"Secrets Manager can't find the"
            + " specified secret.\"), meta: ErrorMetadata { code: Some("
            + "\"ResourceNotFoundException\"), message: Some(\"Secrets Manager can't find the"
            + " specified secret.\") } }) })";
    assertThat(fixes(rust))
        .contains("aws secretsmanager list-secrets")
        .contains("aws_config::defaults(BehaviorVersion::latest())");
  }
}

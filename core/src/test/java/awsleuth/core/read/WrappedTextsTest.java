package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What exports, tools and other frameworks put around an error. */
class WrappedTextsTest {

  @Test
  void aMessageEndsBeforeTheQuoteThatEndsACsvField() {
    FailedCall call =
        call(
            "2026-05-02 11:04:07,\"[ERROR] at publish\n"
                + "ClientError: An error occurred (InvalidParameter) when calling the Publish"
                + " operation: Invalid parameter: Message too long\"");
    assertThat(call.message()).isEqualTo("Invalid parameter: Message too long");
  }

  @Test
  void anEmptyMessageStaysEmptyUnderATraceback() {
    FailedCall call =
        call(
            """
            Traceback (most recent call last):
              File "/app/main.py", line 6, in <module>
                kms.decrypt(CiphertextBlob=blob)
                ~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^
              File "/usr/lib/python3.14/site-packages/botocore/client.py", line 1078, in _make_api_call
                raise error_class(parsed_response, operation_name)
            botocore.errorfactory.InvalidCiphertextException: An error occurred (InvalidCiphertextException) when calling the Decrypt operation:\s
            """);
    assertThat(call.message()).isEmpty();
    assertThat(call.operation()).isEqualTo("Decrypt");
  }

  @Test
  void theHandlersCodeIsTakenAndNotTheToolsOwnError() {
    FailedCall call =
        call(
            "ServerlessError: An error occurred: Api - Resource handler returned message: \"Too Many"
                + " Requests (Service: ApiGateway, Status Code: 429, Request ID: 77aa)\" (RequestToken:"
                + " 1, HandlerErrorCode: Throttling).");
    assertThat(call.code()).isEqualTo("Throttling");
    assertThat(call.service()).isEqualTo("apigateway");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(429));
  }

  @Test
  void theServicesCodeIsTakenFromBehindNamesOfTools() {
    FailedCall call =
        call(
            "ResourceInitializationError: unable to pull secrets: failed to fetch secret db from"
                + " secrets manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/x/9f"
                + " is not authorized to perform: secretsmanager:GetSecretValue on resource: db status"
                + " code: 400, request id: 1234-56\"");
    assertThat(call.code()).isEqualTo("AccessDeniedException");
    assertThat(call.operation()).isEqualTo("GetSecretValue");
    assertThat(call.requestId()).isEqualTo("1234-56");
  }

  @Test
  void anEntryOfABatchsResponseIsRead() {
    FailedCall call =
        call(
            "ERROR put_records: {'ErrorCode': 'ProvisionedThroughputExceededException',"
                + " 'ErrorMessage': 'Rate exceeded for shard shardId-000000000003 in stream clicks'}");
    assertThat(call.code()).isEqualTo("ProvisionedThroughputExceededException");
    assertThat(call.service()).isEqualTo("kinesis");
    assertThat(call.message()).startsWith("Rate exceeded for shard");
  }

  @Test
  void aModeledErrorOfTheSdkForDotNetIsRead() {
    FailedCall call =
        call(
            "Unhandled exception. Amazon.StepFunctions.Model.ExecutionLimitExceededException: The"
                + " maximum number of running executions has been reached\n"
                + " ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'x' was"
                + " thrown.");
    assertThat(call.service()).isEqualTo("stepfunctions");
    assertThat(call.code()).isEqualTo("ExecutionLimitExceededException");
    assertThat(call.message())
        .isEqualTo("The maximum number of running executions has been reached");
    assertThat(read("Amazon.S3.Model.GetObjectRequest: created")).isEmpty();
  }

  @Test
  void theArnOfACallerTellsNoService() {
    FailedCall call =
        call(
            "AuthorizationException: no permissions for [name=arn:aws:iam::111122223333:role/ingest]");
    assertThat(call.service()).isNotEqualTo("iam");
  }
}

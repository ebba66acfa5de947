package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What further SDKs print, and older ones. */
class SdkTextsTest {

  @Test
  void theHostIdOfTheGoSdkIsOfS3() {
    FailedCall call =
        call("AccessDenied: Access Denied\n\tstatus code: 403, request id: R, host id: h=");
    assertThat(call.service()).isEqualTo("s3");
  }

  @Test
  void theInnermostClassOfJavaWrappersCounts() {
    FailedCall call =
        call(
            "java.util.concurrent.CompletionException:"
                + " software.amazon.awssdk.services.sqs.model.SqsException: Rate exceeded (Service: Sqs,"
                + " Status Code: 400, Request ID: R)");
    assertThat(call.exception()).isEqualTo("SqsException");
    assertThat(call.code()).isEmpty();
    assertThat(call.service()).isEqualTo("sqs");
  }

  @Test
  void furtherSdksAreRead() {
    FailedCall net =
        call(
            "Amazon.S3.AmazonS3Exception: Error making request with Error Code Forbidden and Http Status"
                + " Code Forbidden. No further error information was returned by the service.");
    assertThat(net.exception()).isEqualTo("AmazonS3Exception");
    assertThat(net.service()).isEqualTo("s3");
    assertThat(net.httpStatus()).isEqualTo(OptionalInt.of(403));
    FailedCall kotlin =
        call(
            "aws.sdk.kotlin.services.s3.model.S3Exception: Service returned error code 403: Forbidden,"
                + " Error type: Unknown, Protocol response: HTTP 403 Forbidden, Request ID: R9, x\n"
                + "    at aws.sdk.kotlin.services.s3.serde.HeadObjectOperationDeserializerKt"
                + ".throwHeadObjectError(HeadObjectOperationDeserializer.kt:116)");
    assertThat(kotlin.code()).isEqualTo("403");
    assertThat(kotlin.operation()).isEqualTo("HeadObject");
    assertThat(kotlin.requestId()).isEqualTo("R9");
    FailedCall cpp = call("Unable to parse ExceptionName: SlowDown Message: Please reduce");
    assertThat(cpp.code()).isEqualTo("SlowDown");
    assertThat(cpp.message()).isEqualTo("Please reduce");
    FailedCall rust =
        call(
            "service error: unhandled error: Error { code: \"AccessDenied\", message: \"Access Denied\","
                + " request_id: \"R\" }");
    assertThat(rust.code()).isEqualTo("AccessDenied");
    assertThat(rust.message()).isEqualTo("Access Denied");
  }

  @Test
  void errorsOfTheJavaScriptSdksAreReadAsObjectsAndAsJson() {
    FailedCall object =
        call(
            """
            { [Forbidden: null]
              message: null,
              code: 'Forbidden',
              requestId: 'R1',
              statusCode: 403,
              retryable: false } 'Forbidden: null at Request.extractError (/srv/node_modules/aws-sdk/lib/services/s3.js:5:3)'
            """);
    assertThat(object.code()).isEqualTo("Forbidden");
    assertThat(object.service()).isEqualTo("s3");
    assertThat(object.httpStatus()).isEqualTo(OptionalInt.of(403));
    assertThat(object.requestId()).isEqualTo("R1");
    FailedCall json =
        call(
            """
            {
              "name": "ThrottlingException",
              "$fault": "client",
              "$metadata": { "httpStatusCode": 429, "requestId": "R2", "attempts": 3 }
            }
            """);
    assertThat(json.code()).isEqualTo("ThrottlingException");
    assertThat(json.httpStatus()).isEqualTo(OptionalInt.of(429));
  }

  @Test
  void rubysClientMethodIsTheOperation() {
    FailedCall call =
        call(
            """
            x.rb:15:in `call': Rate exceeded (Aws::CloudFormation::Errors::Throttling)
            \tfrom /gems/seahorse/request.rb:70:in `send_request'
            \tfrom /gems/aws-sdk-cloudformation-1.4.0/client.rb:35:in `validate_template'
            """);
    assertThat(call.operation()).isEqualTo("ValidateTemplate");
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTPClientError: An HTTP Client raised and unhandled exception: 7',HTTPClientError",
    "'An HTTP Client raised and unhandled exception: 7',HTTPClientError",
    "'<class KeyError>, KeyError(''endpoint_resolver'',), <traceback>',KeyError",
    "'IOError: at css: An error occurred (BadDigest) when calling the PutObject operation: 1',IOError",
    "'TypeError: __init__() missing 1 required positional argument: ''operation_name''',TypeError"
  })
  void exceptionsAreToldInOlderAndOtherWords(String text, String exception) {
    assertThat(call(text).exception()).isEqualTo(exception);
  }
}

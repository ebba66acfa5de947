package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How programs print the errors of the AWS SDK for JavaScript, version 3. */
class JavaScriptErrorsTest {

  private static final String CLIENT = "    at de_X (/app/node_modules/@aws-sdk/client-";

  @Test
  void theHeadHasCodeAndMessageAndTheStackTheClient() {
    FailedCall call =
        call(
            "AccessDenied: Access Denied\n    at throwDefaultError (/app/smithy.js:838:20)\n"
                + CLIENT
                + "s3/dist-cjs/index.js:4756:14) {\n"
                + """
                  '$fault': 'client',
                  '$metadata': {
                    httpStatusCode: 403,
                    requestId: '4A5B6C7D8E9F0A1B',
                    extendedRequestId: 'abc/def=',
                    cfId: undefined,
                    attempts: 1
                  },
                  Code: 'AccessDenied',
                  RequestId: '4A5B6C7D8E9F0A1B'
                }
                """);
    assertThat(call.code()).isEqualTo("AccessDenied");
    assertThat(call.message()).isEqualTo("Access Denied");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(403));
    assertThat(call.requestId()).isEqualTo("4A5B6C7D8E9F0A1B");
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.serviceInferred()).isTrue();
  }

  @Test
  void framesOfOlderClientsNameTheOperation() {
    FailedCall call =
        call(
            "ConditionalCheckFailedException: The conditional request failed\n    at"
                + " de_PutItemCommandError (/app/@aws-sdk/client-dynamodb/dist-cjs/p.js:100:1) {\n"
                + "  '$fault': 'client',\n  '$metadata': { httpStatusCode: 400, requestId: 'R1' },\n"
                + "  __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException'\n}");
    assertThat(call.operation()).isEqualTo("PutItem");
    assertThat(call.service()).isEqualTo("dynamodb");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(400));
    assertThat(call.requestId()).isEqualTo("R1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: 'InvalidSignatureException',\n$fault: 'client',\n$metadata: { httpStatusCode: 403,"
            + " requestId: 'R2', extendedRequestId: undefined }",
        "{\"name\":\"InvalidSignatureException\",\"$fault\":\"client\",\"$metadata\":{\"httpStatusCode\":403,\"requestId\":\"R2\"}}",
        "$metadata: { httpStatusCode: 403, requestId: 'R2' }, $fault: 'client', name:"
            + " 'InvalidSignatureException', Code: 'InvalidSignatureException'",
        "Error [InvalidSignatureException]: no\n    at f (a.js:1:1) {\n  $metadata: {\n   "
            + " httpStatusCode: 403,\n    requestId: \"R2\",\n  },\n}"
      })
  void theFieldsMayStandInAnyOrderAndNotation(String text) {
    FailedCall call = call(text);
    assertThat(read(text)).hasSize(1);
    assertThat(call.code()).isEqualTo("InvalidSignatureException");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(403));
    assertThat(call.requestId()).isEqualTo("R2");
    assertThat(call.service()).isEmpty();
  }

  @Test
  void theClassOfAllErrorsOfAServiceIsNoCodeAndItsServiceIsTold() {
    FailedCall call =
        call(
            "S3ServiceException [SlowDown]: Please reduce your request rate.\n    at f (x.js:1:1)"
                + " {\n  '$fault': 'server',\n  '$service': 'S3',\n  '$metadata': { httpStatusCode:"
                + " 503, requestId: 'R3' },\n  Code: 'SlowDown'\n}");
    assertThat(call.code()).isEqualTo("SlowDown");
    assertThat(call.message()).isEqualTo("Please reduce your request rate.");
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.serviceInferred()).isFalse();
  }

  @Test
  void anAnswerWithoutABodyHasTheStatusAsItsCodeAndNoMessage() {
    FailedCall call =
        call(
            "403: UnknownError\n"
                + CLIENT
                + "s3/index.js:1:1) {\n  '$metadata': { httpStatusCode: 403, requestId: 'R4' }\n}");
    assertThat(call.code()).isEqualTo("403");
    assertThat(call.message()).isEmpty();
  }

  @Test
  void oneErrorsFieldsAreNotAnothers() {
    String text =
        "ThrottlingException: Rate exceeded\n    at f (a.js:1:1) {\n  '$metadata': { httpStatusCode:"
            + " 400, requestId: 'R5' }\n}\nNotFoundException: none\n    at f (a.js:1:1) {\n "
            + " '$metadata': { httpStatusCode: 404, requestId: 'R6' }\n}";
    assertThat(read(text))
        .extracting(f -> f.call().code() + f.call().requestId() + f.call().httpStatus().orElse(0))
        .containsExactlyInAnyOrder("ThrottlingExceptionR5400", "NotFoundExceptionR6404");
  }
}

package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What printed answers of services tell beside their code. */
class AnswersTest {

  private static final String DENIED = "{'Error': {'Code': '403', 'Message': 'Forbidden'}, ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'HTTPHeaders': {'x-amz-request-id': 'R', 'server': 'AmazonS3'}, 'RetryAttempts': 0}}",
        "'HTTPHeaders': {'x-amz-request-id': 'R', 'x-amz-id-2': 'H='}, 'RetryAttempts': 0}}",
        "'HostId': 'H=', 'HTTPHeaders': {}, 'RetryAttempts': 0}}"
      })
  void theHeadersOfAPrintedResponseTellS3(String headers) {
    FailedCall call =
        call(DENIED + "'ResponseMetadata': {'RequestId': 'R', 'HTTPStatusCode': 403, " + headers);
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.serviceInferred()).isTrue();
  }

  @Test
  void anotherServiceThatSendsAHostsIdIsNotS3() {
    FailedCall call =
        call(
            DENIED
                + "'ResponseMetadata': {'RequestId': 'R', 'HTTPStatusCode': 403, 'HTTPHeaders':"
                + " {'x-amzn-requestid': 'R', 'x-amz-id-2': 'H='}}}");
    assertThat(call.service()).isEmpty();
  }

  @Test
  void theMetadataOfAResponseMayStandBeforeItsError() {
    FailedCall call =
        call(
            "{'ResponseMetadata': {'RequestId': 'R1', 'HTTPStatusCode': 503, 'HTTPHeaders':"
                + " {'server': 'AmazonS3'}, 'MaxAttemptsReached': True, 'RetryAttempts': 4},"
                + " 'Error': {'Code': 'SlowDown', 'Message': 'Please reduce your request rate.'}}");
    assertThat(call.requestId()).isEqualTo("R1");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(503));
    assertThat(call.maxRetries()).isEqualTo(OptionalInt.of(4));
  }

  @Test
  void aModeledErrorOfTheSdkForGoHasItsFields() {
    FailedCall call =
        call(
            """
            Error: error creating Lambda Function (1): ServiceException:\s
            {
              RespMetadata: {
                StatusCode: 500,
                RequestID: "5d0c"
              },
              Message_: "no capacity at the moment"
            }
            """);
    assertThat(call.code()).isEqualTo("ServiceException");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(500));
    assertThat(call.requestId()).isEqualTo("5d0c");
    assertThat(call.message()).isEqualTo("no capacity at the moment");
    FailedCall v2 =
        call(
            "operation error Lambda: Invoke, https response error StatusCode: 429, RequestID: 41,"
                + " TooManyRequestsException: Rate Exceeded.");
    assertThat(v2.message()).isEqualTo("Rate Exceeded.");
  }

  @Test
  void whatTheSdkForGoSaysWhereTheAnswerHadNoCodeIsNone() {
    FailedCall call =
        call(
            "operation error EC2: DescribeInstances, https response error StatusCode: 503,"
                + " RequestID: , api error UnknownError: UnknownError");
    assertThat(call.code()).isEmpty();
    assertThat(call.message()).isEmpty();
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(503));
  }

  @ParameterizedTest
  @CsvSource({
    "<html><head><title>503 Service Unavailable</title></head></html>,503",
    "<HTML><HEAD><TITLE>502 Bad Gateway</TITLE></HEAD></HTML>,502",
    "'12:00 upstream said: <html> <head><title>504 Gateway Time-out</title>',504"
  })
  void aPageTellsItsStatus(String text, int status) {
    assertThat(call(text).httpStatus()).isEqualTo(OptionalInt.of(status));
    assertThat(call(text).code()).isEmpty();
  }

  @Test
  void aPageOfAWebSiteOrOfNothingWrongIsNoFailure() {
    assertThat(read("<html><head><title>Welcome</title></head></html>")).isEmpty();
    assertThat(read("<html><head><title>200 OK</title></head></html>")).isEmpty();
  }

  @Test
  void aPageOfS3ListsTheError() {
    FailedCall call =
        call(
            """
            <html>
            <head><title>403 Forbidden</title></head>
            <body>
            <h1>403 Forbidden</h1>
            <ul>
            <li>Code: AccessDenied</li>
            <li>Message: Access Denied</li>
            <li>RequestId: 5Q3D7H1</li>
            <li>HostId: abc=</li>
            </ul>
            </body>
            </html>
            """);
    assertThat(call.code()).isEqualTo("AccessDenied");
    assertThat(call.message()).isEqualTo("Access Denied");
    assertThat(call.requestId()).isEqualTo("5Q3D7H1");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(403));
    assertThat(call.service()).isEqualTo("s3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Reason\":\"CallerRateLimitExceeded\",\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}",
        "{'Error': {'Message': 'Rate Exceeded.', 'Code': 'TooManyRequestsException'}, 'Reason':"
            + " 'CallerRateLimitExceeded', 'Type': 'User', 'message': 'Rate Exceeded.'}",
        "TooManyRequestsException: \n{\n  RespMetadata: {\n    StatusCode: 429\n  },\n  Message_:"
            + " \"Rate Exceeded.\",\n  Reason: \"CallerRateLimitExceeded\",\n  Type: \"User\"\n}"
      })
  void theReasonOfLambdaIsKept(String text) {
    assertThat(read(text)).hasSize(1);
    assertThat(read(text).getFirst().captures()).containsEntry("reason", "CallerRateLimitExceeded");
    assertThat(call(text).code()).isEqualTo("TooManyRequestsException");
    assertThat(call(text).message()).isEqualTo("Rate Exceeded.");
    assertThat(call(text).service()).isEqualTo("lambda");
  }

  @Test
  void aServiceOfTheActionsPrefixGoesBeforeOthersOfThatPrefix() {
    assertThat(
            call("User: arn:aws:iam::123456789012:user/bob is not authorized to perform:"
                    + " ses:SendEmail on resource: arn:aws:ses:eu-west-1:123456789012:identity/a")
                .service())
        .isEqualTo("ses");
  }

  @Test
  void theMethodThatAClientLackedIsTheOperationWhereThereIsOne() {
    FailedCall newer = call("AttributeError: 'BedrockRuntime' object has no attribute 'converse'");
    assertThat(newer.service()).isEqualTo("bedrock-runtime");
    assertThat(newer.operation()).isEqualTo("Converse");
    assertThat(
            call("AttributeError: 'EC2' object has no attribute 'describe_instance'").operation())
        .isEmpty();
    assertThat(call("AttributeError: 'S3' object has no attribute 'NoSuchBucket'").code())
        .isEmpty();
  }

  @Test
  void theServiceThatBotocoreDoesNotKnowIsTheOneAskedFor() {
    assertThat(
            call("Unknown service: 'dynamo'. Valid service names are: account, acm, dynamodb")
                .service())
        .isEqualTo("dynamo");
  }
}

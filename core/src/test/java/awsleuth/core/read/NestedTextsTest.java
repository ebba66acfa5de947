package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that are cut off, folded, or stand inside others. */
class NestedTextsTest {

  @Test
  void aLambdaErrorThatBreaksOffIsReadAsFarAsItGoes() {
    FailedCall call =
        call(
            """
            `{
              "error": "ClientError",
              "cause": {
                "errorMessage": "An error occurred (ThrottlingException) when calling the StartJobRun operation: Rate exceeded",
                "errorType": "ClientError",
                "stackTrace": [ "  File \\"/var/task/a.py\\", line 4, in handler\\n    glue.start_jo
            """);
    assertThat(call.exception()).isEqualTo("ClientError");
    assertThat(call.operation()).isEqualTo("StartJobRun");
    assertThat(call.service()).isEqualTo("glue");
  }

  @Test
  void aBodyInsideASentenceBelongsToIt() {
    List<Failure> failures =
        read(
            "CRITICAL: ClientError('An error occurred (500) when calling the ListQueues operation"
                + " (reached max retries: 4): <?xml"
                + " version=\\'1.0\\'?>\\n<ErrorResponse><Error><Code>InternalError</Code><Message>unknown"
                + " operation</Message></Error></ErrorResponse>')");
    assertThat(failures).hasSize(1);
    FailedCall call = failures.getFirst().call();
    assertThat(call.code()).isEqualTo("500");
    assertThat(call.operation()).isEqualTo("ListQueues");
    assertThat(call.message()).isEqualTo("unknown operation");
  }

  @Test
  void anErrorThatIsPrintedAgainAndCutOffIsTheSameFailure() {
    String text =
        """
        web[7]: Error <class 'boto3.exceptions.S3UploadFailedError'> Failed to upload /tmp/a to b/a: An error occurred (AccessDenied) when calling the PutObject operation: Access Denied
        web[7]: S3UploadFailedError: Failed to upload /tmp/a
        """;
    assertThat(call(text).code()).isEqualTo("AccessDenied");
  }

  @Test
  void theClassThatWrapsTheSentenceIsTheException() {
    FailedCall call =
        call(
            "shop.errors.UploadError: could not store it: An error occurred (AccessDenied) when"
                + " calling the PutObject operation: Access Denied");
    assertThat(call.exception()).isEqualTo("UploadError");
  }

  @Test
  void anErrorThatRepeatsTheOneItWasRaisedFromIsTheOneThatCounts() {
    String chain =
        """
        Traceback (most recent call last):
          File "botocore/regions.py", line 588, in construct_endpoint
            raise EndpointResolutionError(msg=error)
        botocore.exceptions.EndpointResolutionError: Client was configured for partition `aws-us-gov` but ARN has `aws`

        The above exception was the direct cause of the following exception:

        Traceback (most recent call last):
          File "app.py", line 5, in <module>
            s3.get_object(Bucket=arn, Key="k")
        botocore.exceptions.UnsupportedS3AccesspointConfigurationError: Unsupported configuration when using S3 access-points: Client was configured for partition `aws-us-gov` but ARN has `aws`
        """;
    assertThat(read(chain))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.call().exception()).isEqualTo("UnsupportedS3AccesspointConfigurationError");
          assertThat(f.call().source().line()).isEqualTo(11);
        });
    assertThat(read(chain.replace("The above exception", "Then another"))).hasSize(2);
  }

  @Test
  void aChainWithoutItsEndIsToldByWhatBeganIt() {
    FailedCall call =
        call(
            """
            DEBUG Starting new HTTP connection (2): localhost:4566
            Traceback (most recent call last):
              File "urllib3/connection.py", line 1, in _new_conn
            ConnectionRefusedError: [Errno 111] Connection refused

            During handling of the above exception, another exception occurred:

            Traceback (most recent call last):
              File "/lib/botocore/httpsession.py", line 2, in send
                urllib_response = conn.urlopen(
            """);
    assertThat(call.exception()).isEqualTo("ConnectionRefusedError");
    assertThat(call.endpoint()).isEqualTo("http://localhost:4566/");
  }

  @Test
  void theTracebackAfterBotocoresLogLineIsOfTheRequest() {
    FailedCall call =
        call(
            """
            botocore.endpoint - DEBUG - Exception received when sending HTTP request.
            Traceback (most recent call last):
              File "urllib3/connection.py", line 1, in _new_conn
            ConnectionRefusedError: [Errno 111] Connection refused
            """);
    assertThat(call.exception()).isEqualTo("ConnectionRefusedError");
  }

  @Test
  void anArrowAtTheEndOfACallBringsTheLineAboveWithIt() {
    FailedCall call =
        call(
            """
            /lib/python3.7/site-packages/s3fs/core.py in info(self, path)
                529                 out = self._call_s3(self.s3.head_object, kwargs, Bucket=bucket,
            --> 530                                     Key=key, **self.req_kw)
                531                 return {

            PermissionError: Forbidden
            """);
    assertThat(call.operation()).isEqualTo("HeadObject");
    assertThat(call.service()).isEqualTo("s3");
  }

  @Test
  void aTextThatATerminalFoldedInMidWordIsUnfolded() {
    FailedCall call =
        call(
            """
            Operation List with file  attempt 1 of 5 failed with message: The request signat
            ure we calculated does not match the signature you provided. Check your key and
            signing method.
            """);
    assertThat(call.message()).contains("request signature we calculated does not match");
    assertThat(call.source().line()).isEqualTo(1);
  }

  @Test
  void aRemarkInParenthesesBeforeTheSentenceIsNoCode() {
    FailedCall call =
        call(
            "_error_wrapper -- Client error (maybe retryable): An error occurred (403) when calling"
                + " the HeadObject operation: Forbidden");
    assertThat(call.code()).isEqualTo("403");
    assertThat(call.operation()).isEqualTo("HeadObject");
  }

  @Test
  void theErrorOfAServiceBehindTheCalledOneStaysInTheMessage() {
    FailedCall call =
        call(
            "An error occurred (InvalidParameterValueException) when calling the GetParameter"
                + " operation: no key (Service: AWSKMS; Status Code: 400; Error Code:"
                + " AccessDeniedException; Request ID: R)");
    assertThat(call.code()).isEqualTo("InvalidParameterValueException");
    assertThat(call.service()).isEqualTo("ssm");
    assertThat(call.message()).contains("AWSKMS");
  }

  @Test
  void anEndpointWithAUserKeepsItsHost() {
    FailedCall call =
        call(
            "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL:"
                + " \"https://user:hunter2secret@minio.corp.local:9000/b?x=1\"");
    assertThat(call.endpoint()).isEqualTo("https://minio.corp.local:9000/b?x=1");
  }

  @Test
  void anErrorBodyInTheSourceOfAFrameIsNoAnswer() {
    String frame =
        """
        Traceback (most recent call last):
          File "mk.py", line 36, in <lambda>
            run(dict(status=409, body=BODY))
        botocore.exceptions.ParamValidationError: Parameter validation failed:
        Invalid length for parameter S3Bucket, value: 1, valid min length: 3
        """;
    for (String body :
        List.of(
            "'{\"message\": \"busy\", \"__type\": \"ResourceConflictException\"}'",
            "{'Error': {'Code': 'ThrottlingException', 'Message': 'slow'}}",
            "b'<Error><Code>SlowDown</Code><Message>less</Message></Error>'")) {
      assertThat(TextFailures.call(frame.replace("BODY", body)).exception())
          .isEqualTo("ParamValidationError");
    }
  }
}

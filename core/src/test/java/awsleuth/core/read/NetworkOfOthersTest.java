package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What pyarrow, kombu, CloudFormation and the SDKs for Java and .NET tell of a call. */
class NetworkOfOthersTest {

  @Test
  void anOlderPyarrowNamesItsErrorsByNumbers() {
    FailedCall call = call("OSError: AWS Error [code 99]: curlCode: 28, Timeout was reached");
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.code()).isEmpty();
    assertThat(call.message()).contains("curlCode: 28");
  }

  @Test
  void whatAnyCallOfAJavaClientPassesIsNotTheCalledOperation() {
    FailedCall call =
        call(
            """
            com.amazonaws.SdkClientException: Unable to execute HTTP request: Timeout waiting for connection from pool
            	at com.amazonaws.services.s3.AmazonS3Client.invoke(AmazonS3Client.java:4914)
            	at com.amazonaws.services.s3.AmazonS3Client.getObject(AmazonS3Client.java:1486)
            """);
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.operation()).isEqualTo("GetObject");
  }

  @Test
  void aServiceThatJavaDoesNotKnowIsInferred() {
    FailedCall call =
        call(
            "software.amazon.awssdk.services.lambda.model.ResourceNotFoundException: Function not"
                + " found: arn:aws:lambda:eu-west-1:111122223333:function:resize (Service: null;"
                + " Status Code: 404; Error Code: ResourceNotFoundException; Request ID: 1a2b)");
    assertThat(call.service()).isEqualTo("lambda");
  }

  @Test
  void aStackOfDotNetTellsTheServiceAndTheInnermostError() {
    FailedCall call =
        call(
            """
            System.Net.Http.HttpRequestException: No such host is known.
             ---> System.Net.Sockets.SocketException (11001): No such host is known.
               at System.Net.Http.ConnectHelper.ConnectAsync(String host, Int32 port)
               --- End of inner exception stack trace ---
               at Amazon.S3.Internal.AmazonS3ExceptionHandler.InvokeAsync[T](IExecutionContext context)
            """);
    assertThat(call.exception()).isEqualTo("SocketException");
    assertThat(call.service()).isEqualTo("s3");
  }

  @Test
  void theClassBeforeASentenceOfDotNetNamesTheService() {
    FailedCall call =
        call(
            "Amazon.CloudWatchLogs.AmazonCloudWatchLogsException: The service returned an error"
                + " with Error Code UnknownOperationException and HTTP Body:"
                + " {\"__type\":\"UnknownOperationException\"}");
    assertThat(call.service()).isEqualTo("logs");
    assertThat(call.code()).isEqualTo("UnknownOperationException");
  }

  @Test
  void kombuCallsItsQueuesServiceByTheException() {
    FailedCall call =
        call(
            """
            Traceback (most recent call last):
              File "/venv/lib/python3.9/site-packages/kombu/asynchronous/aws/connection.py", line 233, in _on_list_ready
                raise self._for_status(response, response.read())
            SQSError: 599 SSL read: errno 104
            """);
    assertThat(call.exception()).isEqualTo("SQSError");
    assertThat(call.service()).isEqualTo("sqs");
  }

  @Test
  void aReasonOfCloudFormationNamesTheAction() {
    FailedCall call =
        call("CREATE_FAILED AWS::S3::BucketPolicy API: s3:PutBucketPolicy Access Denied");
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.operation()).isEqualTo("PutBucketPolicy");
    assertThat(call.code()).isEqualTo("AccessDenied");
  }

  @Test
  void theLogOfTheSdkForGoNamesTheCall() {
    FailedCall call =
        call(
            """
            2026/06/14 09:20:10 [DEBUG] [aws-sdk-go] DEBUG: Response ec2/DetachInternetGateway Details:
            2026/06/14 09:20:10 [DEBUG] [aws-sdk-go] <Response><Errors><Error><Code>DependencyViolation</Code><Message>it is in use</Message></Error></Errors></Response>
            """);
    assertThat(call.operation()).isEqualTo("DetachInternetGateway");
    assertThat(call.code()).isEqualTo("DependencyViolation");
  }

  @Test
  void anEmptyLineMayStandBeforeTheStatus() {
    FailedCall call =
        call(
            """
            * aws_instance.web: Error launching source instance: Unsupported: The requested configuration is currently not supported.

                    status code: 400, request id: 0a1b2c3d
            """);
    assertThat(call.code()).isEqualTo("Unsupported");
    assertThat(call.operation()).isEqualTo("RunInstances");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(400));
  }
}

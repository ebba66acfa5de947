package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs in other languages, and programs that print errors their own way, say. */
class OtherLanguagesTest {

  @Test
  void thePhpSdkTellsOperationHostStatusAndCode() {
    FailedCall call =
        call(
            "PHP Fatal error: Error executing \"GetObject\" on"
                + " \"https://acme.s3.eu-west-1.amazonaws.com/a.txt\"; AWS HTTP error: Client"
                + " error: `GET https://acme.s3.eu-west-1.amazonaws.com/a.txt` resulted in a `403"
                + " Forbidden` response: InvalidAccessKeyId (client): The key is not known. -"
                + " <?xml");
    assertThat(call.operation()).isEqualTo("GetObject");
    assertThat(call.code()).isEqualTo("InvalidAccessKeyId");
    assertThat(call.message()).isEqualTo("The key is not known.");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(403));
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.region()).isEqualTo("eu-west-1");
  }

  @Test
  void guzzleAloneTellsHostAndStatusAndTheBodyTheCode() {
    FailedCall call =
        call(
            """
            Client error: `POST https://kms.eu-west-1.amazonaws.com` resulted in a `400 Bad Request` response:
            {"__type":"UnrecognizedClientException","message":"no such key id"}
            """);
    assertThat(call.service()).isEqualTo("kms");
    assertThat(call.code()).isEqualTo("UnrecognizedClientException");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aws::EC2::Errors::AuthFailure (AWS could not check the key)",
        "AWS::EC2::Errors::AuthFailure AWS could not check the key",
        "error_class=\"Aws::EC2::Errors::AuthFailure\" error=\"AWS could not check the key\""
            + " id=\"1\""
      })
  void theRubySdkTellsServiceAndCode(String text) {
    FailedCall call = call(text);
    assertThat(call.service()).isEqualTo("ec2");
    assertThat(call.code()).isEqualTo("AuthFailure");
    assertThat(call.message()).startsWith("AWS could not check the key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Message': 'too old', 'Code': 'ExpiredToken', 'Type': 'Sender', 'statusCode': 403}",
        "{ Code: 'ExpiredToken', Message: 'too old', StatusCode: 403 }",
        "Error: {\"message\":\"too old\",\"code\":\"ExpiredToken\",\"statusCode\":403}",
        "Status Code: 403, AWS Service: AmazonS3, AWS Error Code: ExpiredToken, AWS Error Message:"
            + " too old",
        "S3 operation failed; code: ExpiredToken, message: too old, status: 403",
        "upload stopped: ExpiredToken - too old (status code: 403)",
        "[ExpiredToken] too old, status: 403"
      })
  void anErrorPrintedAsFieldsIsReadInAnyNotation(String text) {
    FailedCall call = call(text);
    assertThat(call.code()).isEqualTo("ExpiredToken");
    assertThat(call.message()).startsWith("too old");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(403));
  }

  @Test
  void fieldsOfAnotherServiceAreNoFailedAwsCall() {
    assertThat(read("{\"code\":\"ValidationException\",\"message\":\"name must not be empty\"}"))
        .isEmpty();
    assertThat(read("dial tcp 10.1.2.3:5432: connect: connection refused")).isEmpty();
    assertThat(read("Throttling requests to the printer")).isEmpty();
  }

  @Test
  void theStatusLineOfAPrintedAnswerGoesWithItsBody() {
    FailedCall call =
        call(
            """
            HTTP/1.1 400 Bad Request
            Content-Type: application/xml

            <Error><Code>AuthorizationHeaderMalformed</Code><Message>the region 'a' is wrong; expecting 'eu-west-1'</Message><HostId>x</HostId></Error>
            """);
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(400));
    assertThat(call.service()).isEqualTo("s3");
  }

  @Test
  void theClassAndStatusOfBoto2StandAboveItsBody() {
    FailedCall call =
        call(
            """
            boto.exception.EC2ResponseError: EC2ResponseError: 401 Unauthorized
            <?xml version="1.0" encoding="UTF-8"?>
            <Response><Errors><Error><Code>AuthFailure</Code><Message>no</Message></Error></Errors></Response>
            """);
    assertThat(call.exception()).isEqualTo("EC2ResponseError");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(401));
    assertThat(call.code()).isEqualTo("AuthFailure");
  }

  @Test
  void aBodyEndsWithItsErrorElement() {
    FailedCall call =
        call(
            """
            <Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error>
            2026-01-02 10:00:00,000 botocore.hooks [DEBUG] Event needs-retry.s3.PutObject: calling handler <x.RetryHandler object at 0x1>
            """);
    assertThat(call.operation()).isEqualTo("PutObject");
  }

  @Test
  void theErrorAboveAStackThroughAnSdkIsRead() {
    FailedCall java =
        call(
            """
            Exception in thread "main" java.lang.IllegalStateException: Command returned non-zero exit value: 2
            \tat software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider.refresh(P.java:1)
            """);
    assertThat(java.exception()).isEqualTo("IllegalStateException");
    assertThat(java.code()).isEmpty();
    FailedCall js =
        call(
            """
            CredentialsProviderError: nothing had credentials
                at chain (/app/node_modules/@aws-sdk/credential-providers/dist/index.js:1:1)
            """);
    assertThat(js.message()).isEqualTo("nothing had credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RequestError: send request failed\n"
            + "caused by: Post \"https://sts.eu-west-1.amazonaws.com/\": dial tcp: lookup"
            + " sts.eu-west-1.amazonaws.com on 10.0.0.2:53: no such host",
        "Error: getaddrinfo ENOTFOUND sts.eu-west-1.amazonaws.com",
        "Unable to execute HTTP request: sts.eu-west-1.amazonaws.com: Name or service not known",
        "curl: (6) Could not resolve host: sts.eu-west-1.amazonaws.com"
      })
  void theHostIsReadOutOfWhatANetworkLayerSays(String text) {
    FailedCall call = call(text);
    assertThat(call.service()).isEqualTo("sts");
    assertThat(call.region()).isEqualTo("eu-west-1");
    assertThat(call.code()).isEmpty();
  }

  @Test
  void theOperationOfAQueryRequestIsReadOutOfItsBody() {
    FailedCall call =
        call(
            """
            DEBUG wire >> "Action=DescribeVolumes&Version=2016-11-15"
            DEBUG wire << "<Response><Errors><Error><Code>AuthFailure</Code><Message>no</Message></Error></Errors></Response>"
            """);
    assertThat(call.operation()).isEqualTo("DescribeVolumes");
    assertThat(call.service()).isEqualTo("ec2");
  }

  @Test
  void whatTheProgramSaysLastIsPrimaryBeforeWhatTheDebugLogTellsOnTheWay() {
    FailedCall call =
        call(
            """
            2026-01-02 10:00:00,000 - MainThread - botocore.utils - DEBUG - Caught: HTTPConnectionPool(host='169.254.169.254', port=80): Max retries exceeded with url: /latest/ (Caused by ConnectTimeoutError(<x>, 'timed out'))
            Unable to locate credentials. You can configure credentials by running "aws configure".
            """);
    assertThat(call.exception()).isEqualTo("NoCredentialsError");
  }

  @Test
  void theCodeOfAFrameWhoseHeadIsCutStillNamesTheOperation() {
    FailedCall call =
        call(
            """
                answer = s3_client.head_object(Bucket=b, Key=k)
              File "/usr/lib/python3/site-packages/botocore/client.py", line 5, in _api_call
                return self._make_api_call(operation_name, kwargs)
            botocore.exceptions.ProxyConnectionError: Failed to connect to proxy URL: "http://127.0.0.1:1"
            """);
    assertThat(call.operation()).isEqualTo("HeadObject");
  }

  @Test
  void anErrorInsideAStructuredRecordKeepsItsCodeAndStatus() {
    FailedCall call =
        call(
            "{\"level\":\"error\",\"payload\":{\"message\":\"The key is not known\",\"code\":"
                + "\"UnrecognizedClientException\",\"statusCode\":400,\"requestId\":\"R5\"}}");
    assertThat(call.code()).isEqualTo("UnrecognizedClientException");
    assertThat(call.message()).isEqualTo("The key is not known");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(400));
    assertThat(call.requestId()).isEqualTo("R5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NoRegionError                             Traceback (most recent call last)\n"
            + "<ipython-input-3-1> in <module>\n----> 1 s3 = client()",
        "/usr/lib/python3/site-packages/botocore/regions.py:148: NoRegionError\n"
            + "____ ERROR at setup ____"
      })
  void theExceptionIsKnownThoughItsOwnLineIsCutOff(String text) {
    assertThat(call(text).exception()).isEqualTo("NoRegionError");
  }

  @Test
  void theOperationIsReadOutOfAJavaStack() {
    FailedCall call =
        call(
            """
            com.amazonaws.SdkClientException: Unable to execute HTTP request: Too many open files
            \tat com.amazonaws.http.AmazonHttpClient.execute(AmazonHttpClient.java:1)
            \tat com.amazonaws.services.sqs.AmazonSQSClient.receiveMessage(AmazonSQSClient.java:2)
            """);
    assertThat(call.operation()).isEqualTo("ReceiveMessage");
    assertThat(call.service()).isEqualTo("sqs");
  }

  @Test
  void theOperationOfAJsonRequestIsReadOutOfItsTarget() {
    FailedCall call =
        call(
            """
            2026-01-02 10:00:00,000 - MainThread - botocore.endpoint - DEBUG - Sending http request: <AWSPreparedRequest stream_output=False, method=POST, url=https://acm.eu-west-1.amazonaws.com/, headers={'X-Amz-Target': b'CertificateManager.ListCertificates'}>
            2026-01-02 10:00:01,000 - MainThread - botocore.endpoint - DEBUG - Exception received when sending HTTP request.
            Traceback (most recent call last):
              File "ssl.py", line 1, in do_handshake
            ssl.SSLEOFError: EOF occurred in violation of protocol (_ssl.c:1)
            """);
    assertThat(call.operation()).isEqualTo("ListCertificates");
    assertThat(call.service()).isEqualTo("acm");
    assertThat(call.region()).isEqualTo("eu-west-1");
  }

  @Test
  void theConnectionErrorBelowIsReadWhereTheEndOfTheTracebackIsCutOff() {
    FailedCall call =
        call(
            """
            urllib3.exceptions.NewConnectionError: <botocore.awsrequest.AWSHTTPSConnection object at 0x1>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution

            During handling of the above exception, another exception occurred:

            Traceback (most recent call last):
              File "/app/main.py", line 3, in start
            """);
    assertThat(call.exception()).isEqualTo("NewConnectionError");
  }
}

package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form that a failure is found in, read for what it tells. */
class FormsTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied",
        "A client error (AccessDenied) occurred when calling the GetObject operation: Access"
            + " Denied",
        "An Error occured (AccessDenied) when calling the GetObject operation: Access Denied",
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " GetObject operation: Access Denied",
        "ClientError[46]: An error occurred (AccessDenied) when calling the GetObject operation:"
            + " Access Denied",
        "[ERROR] ClientError: An error occurred (AccessDenied) when calling the GetObject"
            + " operation: Access Denied",
        "E   botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " GetObject operation: Access Denied",
        "│ ClientError: An error occurred (AccessDenied) when calling the GetObject operation:"
            + " Access Denied            │",
        "  | botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " GetObject operation: Access Denied",
        "Nov 18 07:44:10 ip-10-0-0-1 app[12]: An error occurred (AccessDenied) when calling the"
            + " GetObject operation: Access Denied",
        "\u001b[31mAn error occurred (AccessDenied) when calling the GetObject operation: Access"
            + " Denied\u001b[0m",
        "{\"level\":\"error\",\"message\":\"An error occurred (AccessDenied) when calling the"
            + " GetObject operation: Access Denied\"}",
        "{\"log\":\"{\\\"message\\\":\\\"An error occurred (AccessDenied) when calling the"
            + " GetObject operation: Access Denied\\\"}\"}",
        "{\"errorMessage\": \"An error occurred (AccessDenied) when calling the GetObject"
            + " operation: Access Denied\", \"errorType\": \"ClientError\", \"stackTrace\": []}",
        "ClientError('An error occurred (AccessDenied) when calling the GetObject operation: Access"
            + " Denied')",
        "<class 'botocore.exceptions.ClientError'> An error occurred (AccessDenied) when calling"
            + " the GetObject operation: Access Denied",
        "An error occurred (Access\nDenied) when calling the\nGetObject operation: Access Denied",
        "An error occurred (AccessDen\\\nied) when calling the GetObject operation: Access Denied",
        "aws: [ERROR]: An error occurred (AccessDenied) when calling the GetObject operation:"
            + " Access Denied\n\n"
            + "Additional error details:\n"
            + "BucketName: b",
        "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied:"
            + " ClientError\n"
            + "Traceback (most recent call last):\n"
            + "  File \"/var/task/a.py\", line 1, in h"
      })
  void theClientErrorSentenceIsReadInEveryForm(String text) {
    FailedCall call = call(text);
    assertThat(read(text)).hasSize(1);
    assertThat(call.exception()).isEqualTo("ClientError");
    assertThat(call.code()).isEqualTo("AccessDenied");
    assertThat(call.operation()).isEqualTo("GetObject");
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.message()).isEqualTo("Access Denied");
  }

  @Test
  void theRequestIdAtTheEndOfAMessageIsOfTheCallUnlessItIsOfAnother() {
    String error =
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling ";
    assertThat(call(error + "the GetObject operation: Access Denied (RequestId: R3)").requestId())
        .isEqualTo("R3");
    assertThat(
            call(error + "the ListObjects operation: Access Denied (Request ID: R-1)").requestId())
        .isEqualTo("R-1");
    assertThat(
            call(error
                    + "the CreateFunction operation: no (Service: Lambda, Status Code: 400,"
                    + " Request ID: R-2)")
                .requestId())
        .isEmpty();
  }

  @Test
  void retriesAndNumericCodesAreRead() {
    FailedCall call =
        call(
            "An error occurred (503) when calling the HeadObject operation (reached max retries:"
                + " 4): x");
    assertThat(call.maxRetries()).isEqualTo(OptionalInt.of(4));
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(503));
  }

  @Test
  void otherLibrariesSentencesAreRead() {
    FailedCall arrow =
        call(
            "OSError: When reading information for key 'k' in bucket 'b': AWS Error ACCESS_DENIED"
                + " during HeadObject operation: No response body.");
    assertThat(arrow.code()).isEqualTo("AccessDenied");
    assertThat(arrow.operation()).isEqualTo("HeadObject");
    FailedCall go =
        call(
            "operation error S3: GetObject, https response error StatusCode: 403, RequestID: R1,"
                + " HostID: h, api error AccessDenied: Access Denied");
    assertThat(go.code()).isEqualTo("AccessDenied");
    assertThat(go.service()).isEqualTo("s3");
    assertThat(go.httpStatus()).isEqualTo(OptionalInt.of(403));
    assertThat(go.requestId()).isEqualTo("R1");
    FailedCall java =
        call(
            "com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3;"
                + " Status Code: 403; Error Code: AccessDenied; Request ID: R2; S3 Extended Request"
                + " ID: x)");
    assertThat(java.code()).isEqualTo("AccessDenied");
    assertThat(java.service()).isEqualTo("s3");
    assertThat(java.requestId()).isEqualTo("R2");
  }

  @Test
  void errorBodiesAndPrintedResponsesAreRead() {
    FailedCall xml =
        call(
            "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code><Message>gone</Message>"
                + "<RequestId>R3</RequestId></Error>");
    assertThat(xml.code()).isEqualTo("NoSuchKey");
    assertThat(xml.requestId()).isEqualTo("R3");
    FailedCall json =
        call(
            "b'{\"__type\":\"com.amazon.coral.service#ExpiredTokenException\",\"message\":\"old\"}'");
    assertThat(json.code()).isEqualTo("ExpiredTokenException");
    assertThat(json.message()).isEqualTo("old");
    FailedCall dict =
        call(
            "{'Error': {'Message': 'no', 'Code': 'AccessDenied'}, 'ResponseMetadata': {'RequestId':"
                + " 'R4', 'HTTPStatusCode': 403, 'RetryAttempts': 0}}");
    assertThat(dict.code()).isEqualTo("AccessDenied");
    assertThat(dict.httpStatus()).isEqualTo(OptionalInt.of(403));
    assertThat(dict.requestId()).isEqualTo("R4");
  }

  @Test
  void theLastErrorOfAChainIsThePrimaryOne() {
    String text =
        """
        Traceback (most recent call last):
          File "a.py", line 1, in f
        botocore.exceptions.ClientError: An error occurred (NoSuchKey) when calling the GetObject operation: gone

        During handling of the above exception, another exception occurred:

        Traceback (most recent call last):
          File "a.py", line 5, in <module>
        botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the PutObject operation: no
        """;
    assertThat(call(text).code()).isEqualTo("AccessDenied");
    assertThat(read(text)).hasSize(2);
  }

  @Test
  void repeatsAreCountedWithFirstAndLastLine() {
    String line = "ERROR An error occurred (SlowDown) when calling the PutObject operation: slow\n";
    Failure failure = read("start\n" + line.repeat(3) + "end\n").getFirst();
    assertThat(failure.count()).isEqualTo(3);
    assertThat(failure.source().line()).isEqualTo(2);
    assertThat(failure.last().line()).isEqualTo(4);
  }

  @Test
  void twoFailuresOfOneTextAreBothFound() {
    String text =
        """
        ERROR app
        Traceback (most recent call last):
          File "a.py", line 1, in f
        botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject operation: no
        2026-01-02 10:00:00 WARN skipped: An error occurred (NoSuchKey) when calling the GetObject operation: gone
        2026-01-02 10:00:01 INFO ready=false
        """;
    assertThat(read(text))
        .extracting(f -> f.call().code())
        .containsExactly("AccessDenied", "NoSuchKey");
    assertThat(read(text)).extracting(Failure::count).containsExactly(1, 1);
  }

  @Test
  void ordinaryTextHoldsNoFailure() {
    assertThat(
            read(
                """
                2026-01-02 ERROR could not parse the order: missing field
                Traceback (most recent call last):
                  File "shop.py", line 3, in <module>
                KeyError: 'price'
                INFO all 3 objects copied to s3://bucket/key
                """))
        .isEmpty();
  }

  @Test
  void anExceptionThatRepeatsTheOneItWrapsIsOneFailure() {
    String inner = "An error occurred (NoSuchBucket) when calling the PutObject operation: none";
    String text =
        "Traceback (most recent call last):\n  File \"inject.py\", line 1, in f\n    g()\n"
            + "botocore.exceptions.ClientError: "
            + inner
            + "\n\nDuring handling of the above exception, another exception occurred:\n\n"
            + "Traceback (most recent call last):\n  File \"up.py\", line 5, in <module>\n    f()\n"
            + "boto3.exceptions.S3UploadFailedError: Failed to upload a to b/a: "
            + inner
            + "\n";
    assertThat(read(text)).hasSize(1);
    assertThat(call(text).exception()).isEqualTo("S3UploadFailedError");
    assertThat(call(text).code()).isEqualTo("NoSuchBucket");
    assertThat(read(text).getFirst().count()).isEqualTo(1);
    assertThat(read(text.repeat(3)).getFirst().count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "An error occurred (AWS.SimpleQueueService.NonExistentQueue) when calling the SendMessage"
            + " operation: gone\n"
      })
  void aPrintedResponseIsOneFailureWhateverItsOtherNames(String before) {
    String text =
        before
            + "{'Error': {'Type': 'Sender', 'Code': 'AWS.SimpleQueueService.NonExistentQueue',"
            + " 'Message': 'gone', 'QueryErrorCode': 'QueueDoesNotExist'}, 'ResponseMetadata':"
            + " {'RequestId': 'r-1', 'HTTPStatusCode': 400, 'RetryAttempts': 0}, 'message': 'gone',"
            + " '__type': 'com.amazonaws.sqs#QueueDoesNotExist'}";
    assertThat(read(text)).hasSize(1);
    assertThat(call(text).code()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
    assertThat(call(text).requestId()).isEqualTo("r-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"self._session.get_component('data_loader')", "boto3.Session(profile_name=p)"})
  void whatFailsBeforeThereIsAClientHasNoOperation(String code) {
    FailedCall call =
        call(
            "Traceback (most recent call last):\n  File \"/srv/a.py\", line 3, in f\n    "
                + code
                + "\nbotocore.exceptions.ProfileNotFound: The config profile (p) could not be"
                + " found\n");
    assertThat(call.operation()).isEmpty();
  }

  @Test
  void aStreamTellsHowManyFailuresItLeftOut() throws IOException {
    StringBuilder log = new StringBuilder();
    int kinds = Streamed.MOST_KINDS + 5;
    for (int i = 0; i < kinds; i++) {
      log.append("ERROR An error occurred (NoSuchKey) when calling the GetObject operation: ");
      log.append(letters(i)).append("\n").append("INFO fine\n".repeat(3));
    }
    byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
    Streamed read = Readers.readStream("log", new ByteArrayInputStream(bytes)::read, AWS);
    assertThat(read.failures()).hasSize(Streamed.MOST_KINDS);
    assertThat(read.leftOut()).isEqualTo(5);
  }

  /** A word without digits, since texts that differ in digits alone are of one kind. */
  private static String letters(int n) {
    StringBuilder out = new StringBuilder("q");
    for (int rest = n; rest > 0; rest /= 16) {
      out.append((char) ('g' + rest % 16));
    }
    return out.toString();
  }
}

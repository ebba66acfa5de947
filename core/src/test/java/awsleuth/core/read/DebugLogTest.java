package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What botocore's debug log tells of a call. */
class DebugLogTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:44331, http://127.0.0.1:44331/",
    "https://sqs.eu-west-1.amazonaws.com:443, https://sqs.eu-west-1.amazonaws.com/",
    "https://example.com:8443, https://example.com:8443/"
  })
  void thePortIsLeftOutWhereHttpsHasItByItself(String host, String endpoint) {
    String log =
        """
        botocore.endpoint [DEBUG] Making request for OperationModel(name=GetQueueUrl) with params: {}
        urllib3.connectionpool [DEBUG] %s "POST / HTTP/1.1" 400 78
        botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetQueueUrl operation: no
        """
            .formatted(host);
    assertThat(call(log).endpoint()).isEqualTo(endpoint);
  }

  private static final String MAKING =
      "botocore.endpoint [DEBUG] Making request for OperationModel(name=%s) with params: {}\n";

  private static String exchange(String service, String request, int... statuses) {
    StringBuilder log = new StringBuilder();
    for (int status : statuses) {
      log.append(
          "urllib3.connectionpool [DEBUG] https://%s.eu-west-1.amazonaws.com:443 \"%s HTTP/1.1\" %d 78\n"
              .formatted(service, request, status));
    }
    return log.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "503,200,0",
    "400,200,0",
    "307,200,0",
    "500,204,0",
    "503,503,1",
    "200,404,1",
    "404,404,1"
  })
  void whatWasRepeatedWithSuccessHasNotFailed(int first, int second, int failures) {
    String log = MAKING.formatted("PutItem") + exchange("dynamodb", "POST /", first, second);
    assertThat(read(log)).hasSize(failures);
    String bare = exchange("s3", "PUT /b/k", first, second);
    assertThat(read(bare)).hasSize(failures);
  }

  @Test
  void anotherRequestsSuccessHidesNoFailure() {
    String failed = MAKING.formatted("GetItem") + exchange("dynamodb", "POST /", 400);
    String other = MAKING.formatted("PutItem") + exchange("dynamodb", "POST /", 200);
    assertThat(read(failed + other)).hasSize(1);
    String head = exchange("s3", "HEAD /b/k", 404);
    assertThat(read(head + exchange("s3", "PUT /b/k", 200) + exchange("s3", "HEAD /b/k", 200)))
        .hasSize(1);
    assertThat(read(head + exchange("s3", "HEAD /b/l", 200))).hasSize(1);
  }

  /**
   * Threads of a download log beside each other: another one's answer comes after the exception.
   */
  @Test
  void theCodeOfAnotherThreadsAnswerIsNoneOfABrokenDownload() {
    String broken =
        """
        Traceback (most recent call last):
          File "s3transfer/download.py", line 618, in _main
            raise S3DownloadFailedError(
        s3transfer.exceptions.S3DownloadFailedError: Contents of stored object "k" in bucket "b" did not match expected ETag.
        """;
    String changed =
        """
        botocore.parsers [DEBUG] Response body:
        b'<Error><Code>PreconditionFailed</Code><Message>no</Message></Error>'
        """;
    String log = MAKING.formatted("GetObject") + broken + exchange("s3", "GET /b/k", 412) + changed;
    FailedCall first = read(log + broken).getFirst().call();
    assertThat(first.exception()).isEqualTo("S3DownloadFailedError");
    assertThat(first.code()).isEmpty();
  }
}

package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both versions of the SDK for Go print, wrapped and cut as programs log it. */
class GoReaderTest {

  @ParameterizedTest
  @CsvSource({
    "Unavailable: The service is unavailable.,503,Unavailable",
    "failed to describe instances: Unavailable: The service is unavailable.,503,Unavailable",
    "Error: Forbidden: Forbidden,403,Forbidden",
    "Error: Throttling: Rate exceeded,400,Throttling"
  })
  void aCodeOfOneWordIsReadBeforeAStatusAndRequestId(String text, int status, String code) {
    FailedCall call = call(text + "\n\tstatus code: " + status + ", request id: 1b2c-3d");
    assertThat(call.code()).isEqualTo(code);
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(status));
    assertThat(call.requestId()).isEqualTo("1b2c-3d");
    assertThat(call.message())
        .isEqualTo(text.substring(text.lastIndexOf(code + ": ") + code.length() + 2));
  }

  @Test
  void aWordBeforeAColonIsNoCodeWhereNoRequestIdFollows() {
    assertThat(read("Health: probe failed\n\tstatus code: 503")).isEmpty();
  }

  @Test
  void theSentenceIsReadWithoutItsBeginning() {
    FailedCall call =
        call(
            "level=error msg=\"poll failed\" err=\"https response error StatusCode: 400, RequestID:"
                + " 5b2c, api error ThrottlingException: Rate exceeded\" queue=jobs");
    assertThat(call.code()).isEqualTo("ThrottlingException");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(400));
    assertThat(call.requestId()).isEqualTo("5b2c");
    assertThat(call.message()).isEqualTo("Rate exceeded");
    assertThat(call.service()).isEmpty();
  }

  @Test
  void aModeledErrorAndTheHostIdOfS3AreReadSoToo() {
    FailedCall call =
        call(
            "get: https response error StatusCode: 404, RequestID: 4M1Q, HostID: h=, NoSuchKey:"
                + " no");
    assertThat(call.code()).isEqualTo("NoSuchKey");
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.message()).isEqualTo("no");
  }

  @Test
  void withoutCodeAndRequestIdTheBeginningTellsNothing() {
    assertThat(read("https response error StatusCode: 400, from the shop's own server")).isEmpty();
    assertThat(call("https response error StatusCode: 500, RequestID: 5b2c, closed").message())
        .startsWith("https response error");
  }

  @Test
  void theWholeSentenceIsOneFailure() {
    String text =
        "operation error SQS: SendMessage, https response error StatusCode: 403, RequestID: 5b2c,"
            + " api error AccessDenied: no";
    assertThat(read(text)).hasSize(1);
    assertThat(call(text).operation()).isEqualTo("SendMessage");
    assertThat(call(text).message()).isEqualTo("no");
  }

  @Test
  void aDottedCodeOfTheQueueServiceIsRead() {
    FailedCall call =
        call(
            "operation error SQS: SendMessage, https response error StatusCode: 400, RequestID:"
                + " a-b, AWS.SimpleQueueService.NonExistentQueue: The queue does not exist.");
    assertThat(call.code()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
    assertThat(call.message()).isEqualTo("The queue does not exist.");
  }
}

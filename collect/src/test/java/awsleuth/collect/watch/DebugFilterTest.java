package awsleuth.collect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What of a debug log is passed on. */
class DebugFilterTest {

  private static final String TIME = "2026-11-26 12:00:00,123 - MainThread - botocore.";

  /** What the command writes with {@code --debug} of an upload that is refused. */
  private static final String UPLOAD =
      """
      2026-11-27 15:27:02,112 - ThreadPoolExecutor-0_0 - botocore.auth - DEBUG - CanonicalRequest:
      PUT
      /b/k

      content-type:text/plain
      host:127.0.0.1:40411
      x-amz-content-sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881
      x-amz-date:20261127T152702Z

      content-type;host;x-amz-content-sha256;x-amz-date
      2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881
      2026-11-27 15:27:02,112 - ThreadPoolExecutor-0_0 - botocore.auth - DEBUG - StringToSign:
      AWS4-HMAC-SHA256
      20261127T152702Z
      20261127/eu-west-1/s3/aws4_request
      ad1ef8026b3d237530c48f97e177613ab0697827765dd248c15de8b0ddfc5425
      2026-11-27 15:27:02,112 - ThreadPoolExecutor-0_0 - botocore.auth - DEBUG - Signature:
      b8a151b82bf77e39150cf051026f49ec6fb83e2a922042f2d4d40fa7b2f2f7ec
      2026-11-27 15:27:02,118 - ThreadPoolExecutor-0_0 - botocore.parsers - DEBUG - Response body:
      b'<Error><Code>ExpiredToken</Code></Error>'
      2026-11-27 15:27:02,119 - ThreadPoolExecutor-0_0 - s3transfer.tasks - DEBUG - Exception raised.
      Traceback (most recent call last):
        File "s3transfer/tasks.py", line 142, in __call__
          return self._execute_main(kwargs)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
      botocore.exceptions.ClientError: An error occurred (ExpiredToken) when calling the PutObject operation: expired
      """;

  /** What it writes of parameters that are wrong: the message of the exception has two lines. */
  private static final String PARAMETERS =
      """
      2026-11-27 15:28:06,250 - MainThread - awscli.clidriver - DEBUG - Exception caught in main()
      Traceback (most recent call last):
        File "botocore/validate.py", line 424, in serialize_to_request
          raise ParamValidationError(report=report.generate_report())
      botocore.exceptions.ParamValidationError: Parameter validation failed:
      Unknown parameter in input: "Nope", must be one of: Names, WithDecryption
      """;

  private static final String CHAIN =
      """
      2026-11-27 15:28:06,250 - MainThread - botocore.httpsession - DEBUG - Exception received when sending HTTP request
      Traceback (most recent call last):
        File "urllib3/connection.py", line 198, in _new_conn
          sock = connection.create_connection(
      ConnectionRefusedError: [Errno 111] Connection refused

      The above exception was the direct cause of the following exception:

      Traceback (most recent call last):
        File "botocore/httpsession.py", line 477, in send
          raise EndpointConnectionError(endpoint_url=request.url, error=e)
      botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: "http://127.0.0.1:1/"
      """;

  private String log = "";

  private String passed(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    DebugFilter filter = DebugFilter.of(new ByteArrayInputStream(bytes), out);
    filter.await();
    log = filter.log();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatTheCommandSaysItselfIsPassedOnWhereverItStands() {
    for (String said :
        List.of(
            "upload failed: ./f to s3://b/k An error occurred (ExpiredToken) when calling the"
                + " PutObject operation: expired\n",
            "fatal error: Unable to locate credentials\n",
            "warning: Skipping file /tmp/f. File does not exist.\n",
            "\nAn error occurred (ExpiredToken) when calling the GetCallerIdentity operation\n",
            "\nParameter validation failed:\nUnknown parameter in input: \"Nope\"\n",
            """
            urllib3/connectionpool.py:1056: InsecureRequestWarning: Unverified HTTPS request
              warnings.warn(
            """,
            "usage: aws [options]\n\naws: error: argument operation: Invalid choice\n",
            "\naws: [ERROR]: An error occurred (NoRegion): You must specify a region.\n",
            "cancelled: ctrl-c received\n")) {
      for (String messages : List.of(UPLOAD, PARAMETERS, CHAIN, TIME + "hooks - DEBUG - Event\n")) {
        assertThat(passed(messages + said)).isEqualTo(said);
        assertThat(log).isEqualTo(messages);
        assertThat(passed(said + messages + said + messages)).isEqualTo(said + said);
        assertThat(log).isEqualTo(messages + messages);
      }
    }
  }

  @Test
  void whatStandsBeforeTheFirstMessageIsPassedOnByteForByte() {
    assertThat(passed("warning\r\nno line end")).isEqualTo("warning\r\nno line end");
    assertThat(passed("")).isEmpty();
    assertThat(passed("\n")).isEqualTo("\n");
    assertThat(log).isEmpty();
  }

  @Test
  void messagesOfNativePartsAreOfTheLogToo() {
    String message = "[DEBUG] [2026-11-27T12:00:00Z] [00007f1c] [S3Client] - id=0x5 Initiating\n";
    assertThat(passed(message + "said\n")).isEqualTo("said\n");
    assertThat(log).isEqualTo(message);
  }

  @Test
  void ofALongLogTheBeginningAndTheEndAreKept() {
    String first = TIME + "x - DEBUG - CLI version: aws-cli/2\n";
    String middle = (TIME + "hooks - DEBUG - Event " + "x".repeat(200) + "\n").repeat(15_000);
    String body = TIME + "parsers - DEBUG - Response body:\nb'" + "y".repeat(3 << 20) + "'\n";
    assertThat(passed(first + middle + body + middle + UPLOAD + "said\n")).isEqualTo("said\n");
    assertThat(log).startsWith(first).endsWith(UPLOAD).hasSizeLessThan((2 << 20) + 1);
  }

  @Test
  void aPromptIsPassedOnBeforeItsLineEnds() throws IOException, InterruptedException {
    String prompt = "Do you want to continue? [y/N]: ";
    CountDownLatch shown = new CountDownLatch(prompt.length());
    OutputStream screen =
        new OutputStream() {
          @Override
          public void write(int b) {
            shown.countDown();
          }
        };
    PipedOutputStream command = new PipedOutputStream();
    DebugFilter filter = DebugFilter.of(new PipedInputStream(command), screen);
    try (command) {
      command.write((TIME + "hooks - DEBUG - Event\n" + prompt).getBytes(StandardCharsets.UTF_8));
      command.flush();
      assertThat(shown.await(30, TimeUnit.SECONDS)).isTrue();
    }
    filter.await();
  }
}

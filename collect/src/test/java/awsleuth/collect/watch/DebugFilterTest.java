package awsleuth.collect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What of a debug log is passed on. */
class DebugFilterTest {

  private static final String TIME = "2026-11-26 12:00:00,123 - MainThread - botocore.";

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
  void messagesAreTakenOutWithTheirFurtherLinesAndTheErrorIsLeft() {
    String said =
        "\nAn error occurred (ExpiredToken) when calling the GetCallerIdentity operation: expired\n";
    String messages =
        TIME
            + "auth - DEBUG - CanonicalRequest:\nPOST\n/\n\ncontent-type:x\n"
            + TIME
            + "hooks - DEBUG - Event\n"
            + TIME
            + "x - DEBUG - Exception caught in main()\nTraceback (most recent call last):\n"
            + "  File \"x.py\", line 1, in f\nbotocore.exceptions.ClientError: An error occurred\n";
    assertThat(passed(messages + said)).isEqualTo(said);
    assertThat(log).isEqualTo(messages);
  }

  @Test
  void whatStandsBeforeTheFirstMessageIsPassedOnByteForByte() {
    assertThat(passed("warning\r\nno line end")).isEqualTo("warning\r\nno line end");
    assertThat(passed("")).isEmpty();
    String usage = "usage: aws\n\naws: error: the following arguments are required: command\n";
    assertThat(passed(usage)).isEqualTo(usage);
    assertThat(log).isEmpty();
  }

  @Test
  void theUsageAfterMessagesIsPassedOn() {
    String usage = "usage: aws [options]\n\naws: error: argument operation: Invalid choice\n";
    assertThat(passed(TIME + "hooks - DEBUG - Event\n" + usage)).isEqualTo(usage);
  }
}

package awsleuth.app.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call of which the events do not tell the resource. */
final class UnsureSuccessTest {

  @TempDir Path folder;

  @Test
  void the_last_success_may_be_of_another_call() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int minute = 0; minute < 60; minute++) {
      lines.append(event(minute, minute < 31 ? "" : "AccessDenied"));
    }
    Files.writeString(folder.resolve("a.jsonl"), lines);
    assertThat(asked("text")).contains("a call that may be the same succeeded, last at");
    assertThat(asked("markdown")).contains("a call that may be the same succeeded, last at");
    assertThat(asked("json")).contains("\"last_success_same\":false");
  }

  private String asked(String format) {
    return Command.run("trail", "incident", "--format", format, folder.toString()).out();
  }

  private static String event(int minute, String code) {
    String error = code.isEmpty() ? "" : "\"errorCode\":\"" + code + "\",";
    return """
    {"eventVersion":"1.11","eventTime":"2026-11-18T08:%02d:00Z","eventSource":"kms.amazonaws.com",\
    "eventName":"Decrypt","awsRegion":"eu-west-1",%s"recipientAccountId":"111122223333",\
    "eventID":"e%d","requestParameters":{"encryptionAlgorithm":"SYMMETRIC_DEFAULT"},\
    "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/ci"}}
    """
        .formatted(minute, error, minute);
  }
}

package awsleuth.app.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A throttled role, and another that calls another operation much more than before. */
final class PossibleStormTest {

  private static final Instant START = Instant.parse("2026-11-18T08:00:00Z");

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int second = 0; second < 7200; second += 3) {
      event(lines, second, "GetObject", "billing", "boto3/1.43", "");
    }
    for (int second = 7200; second < 7500; second++) {
      if (second % 3 == 0) {
        event(lines, second, "GetObject", "billing", "boto3/1.43", "SlowDown");
      }
      for (int i = 0; i < 10; i++) {
        event(lines, second, "ListObjects", "scan", "loop/1.0", "");
      }
    }
    Files.writeString(folder.resolve("a.jsonl"), lines);
  }

  private static void event(
      StringBuilder lines, int second, String name, String role, String agent, String code) {
    String error =
        code.isEmpty()
            ? ""
            : "\"errorCode\":\"%s\",\"errorMessage\":\"Please reduce your request rate.\","
                .formatted(code);
    lines.append(
        """
        {"eventVersion":"1.11","eventTime":"%s","eventSource":"s3.amazonaws.com","eventName":"%s",\
        "awsRegion":"eu-west-1","userAgent":"%s",%s"recipientAccountId":"111122223333",\
        "eventID":"e%d","requestParameters":{"bucketName":"acme"},\
        "userIdentity":{"type":"AssumedRole","accountId":"111122223333",\
        "arn":"arn:aws:sts::111122223333:assumed-role/%s/job","sessionContext":{"sessionIssuer":\
        {"type":"Role","arn":"arn:aws:iam::111122223333:role/%s"}}}}
        """
            .formatted(START.plusSeconds(second), name, agent, error, lines.length(), role, role));
  }

  private static String asked(String format) {
    return Command.run("trail", "incident", "--format", format, folder.toString()).out();
  }

  @Test
  void the_text_says_that_it_may_be_and_what_would_tell() {
    assertThat(asked("text").replaceAll("\\s+", " "))
        .contains("possible `role/scan`, calling with `loop/1.0`, may have used up the rate:")
        .contains(
            "calls of ListObjects on `acme` while others were throttled (0 in as long before)")
        .contains("throttling/s3-slow-down")
        .contains("whether ListObjects and GetObject share a rate")
        .doesNotContain("confirmed");
  }

  @Test
  void the_markdown_says_so_too() {
    assertThat(asked("markdown").replace("\\", ""))
        .contains("`role/scan`", "may have used up the rate")
        .contains("whether ListObjects and GetObject share a rate")
        .doesNotContain("confirmed");
  }

  @Test
  void the_json_says_that_it_is_not_certain() throws IOException {
    Map<String, ?> json = Json.object(asked("json"));
    JsonSchema schema =
        JsonSchema.of(Files.readString(Path.of("../docs/trail-incident.schema.json")));
    assertThat(schema.faults(json)).isEmpty();
    assertThat(asked("json"))
        .contains("\"cause\":{\"kind\":\"throttle-storm\",\"certain\":false,")
        .contains("\"operation\":\"ListObjects\"", "\"user_agent\":\"loop/1.0\"");
  }
}

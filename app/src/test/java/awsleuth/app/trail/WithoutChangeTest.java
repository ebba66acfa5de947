package awsleuth.app.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where no change explains failures, what the failed call tells by itself is said. */
final class WithoutChangeTest {

  @TempDir Path folder;

  @Test
  void a_quota_is_told_by_its_code() throws IOException {
    String text = told("text");
    assertThat(text)
        .contains("unknown    no change in the archive explains it")
        .contains("the call confirmed: a quota of the account was reached")
        .doesNotContain("possible");
    assertThat(told("markdown")).contains("Unknown: no change", "- the call: confirmed: a quota");
    String json = told("json");
    assertThat(json).contains("\"kind\":\"unknown\",\"call\":\"confirmed: a quota");
    JsonSchema schema =
        JsonSchema.of(Files.readString(Path.of("../docs/trail-incident.schema.json")));
    assertThat(schema.faults(Json.object(json))).isEmpty();
  }

  private String told(String format) throws IOException {
    List<String> records = new ArrayList<>();
    for (int minute = 0; minute < 40; minute++) {
      records.add(runs("07:%02d:00".formatted(minute), ""));
      records.add(
          runs(
              "08:%02d:00".formatted(minute),
              "\"errorCode\":\"VcpuLimitExceeded\",\"errorMessage\":\"Too many\","));
    }
    Path file = folder.resolve("a.json");
    Files.writeString(file, "{\"Records\":[" + String.join(",", records) + "]}");
    return Command.run("trail", "incident", "--format=" + format, file.toString()).out();
  }

  private static String runs(String time, String error) {
    return """
    {"eventVersion":"1.11","eventTime":"2026-11-18T%sZ","eventSource":"ec2.amazonaws.com",\
    "eventName":"RunInstances","awsRegion":"eu-west-1",%s"recipientAccountId":"111122223333",\
    "eventID":"%s","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/ci"},\
    "requestParameters":{"instanceType":"c7g.large"}}\
    """
        .formatted(time, error, time);
  }
}

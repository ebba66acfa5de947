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

  @Test
  void where_not_all_changes_were_looked_at_that_is_said() throws IOException {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      records.add(onBucket("PutBucketCors", "07:%02d:%02d".formatted(i / 60, i % 60), ""));
    }
    for (int minute = 0; minute < 40; minute++) {
      records.add(onBucket("ListObjects", "07:%02d:30".formatted(minute), ""));
      records.add(onBucket("ListObjects", "08:%02d:30".formatted(minute), "AccessDenied"));
    }
    Path file = folder.resolve("a.json");
    Files.writeString(file, "{\"Records\":[" + String.join(",", records) + "]}");
    assertThat(Command.run("trail", "incident", file.toString()).out())
        .contains("unknown    no change that was looked at explains it")
        .contains("50 more that were not looked at, 200 ");
    assertThat(Command.run("trail", "incident", "--format=json", file.toString()).out())
        .contains("\"undecided_changes\":50,\"all_changes_seen\":false");
  }

  private static String onBucket(String name, String time, String code) {
    String error = code.isEmpty() ? "" : "\"errorCode\":\"%s\",".formatted(code);
    return runs(time, error)
        .replace("ec2.amazonaws.com", "s3.amazonaws.com")
        .replace("RunInstances", name)
        .replace("\"instanceType\":\"c7g.large\"", "\"bucketName\":\"b\"");
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

package awsleuth.app.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role used before IAM knew of it is told as that by all questions, whatever is left out. */
final class NotYetKnownTest {

  private static final String DELAY = "permissions/propagation-delay";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    String role = "{\"roleName\":\"new\"}";
    String assumed = "{\"roleArn\":\"arn:aws:iam::111122223333:role/new\"}";
    String refused =
        "\"errorCode\":\"AccessDenied\",\"errorMessage\":\"User: arn:aws:iam::111122223333:user/ci"
            + " is not authorized to perform: sts:AssumeRole on resource:"
            + " arn:aws:iam::111122223333:role/new\",";
    Files.writeString(
        folder.resolve("a.json"),
        "{\"Records\":["
            + event("10:00:00", "iam", "CreateRole", "", role)
            + ","
            + event("10:00:02", "sts", "AssumeRole", refused, "null")
            + ","
            + event("10:00:15", "sts", "AssumeRole", "", assumed)
            + "]}");
  }

  private static String event(
      String time, String service, String name, String error, String parameters) {
    return """
    {"eventVersion":"1.11","eventTime":"2026-11-18T%1$sZ","eventSource":"%2$s.amazonaws.com",\
    "eventName":"%3$s","awsRegion":"us-east-1",%4$s"recipientAccountId":"111122223333",\
    "eventID":"e-%1$s","requestID":"r-%1$s","userIdentity":{"type":"IAMUser",\
    "arn":"arn:aws:iam::111122223333:user/ci"},"requestParameters":%5$s}\
    """
        .formatted(time, service, name, error, parameters);
  }

  private String asked(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "trail";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = folder.toString();
    return Command.run(all).out();
  }

  @Test
  void in_failures() {
    assertThat(asked("failures")).contains("confirmed  IAM had not caught up").contains(DELAY);
  }

  @Test
  void where_only_some_calls_are_asked_about() {
    assertThat(asked("failures", "--operation=AssumeRole", "--code=AccessDenied"))
        .contains("confirmed  IAM had not caught up")
        .contains(DELAY);
  }

  @Test
  void of_a_request() {
    assertThat(asked("request", "r-10:00:02"))
        .contains("confirmed  IAM had not caught up")
        .contains("try again with growing pauses")
        .doesNotContain("add this statement");
  }

  @Test
  void of_an_incident() {
    assertThat(asked("incident")).contains("confirmed  IAM had not caught up").contains(DELAY);
  }
}

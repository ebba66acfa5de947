package awsleuth.app.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestEventsTest {

  @TempDir Path folder;

  private static String event(int number, int padding) {
    return """
    {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","accountId":"111122223333",\
    "arn":"arn:aws:iam::111122223333:user/reader-%1$d"},"eventTime":"2026-11-18T15:00:00Z",\
    "eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"eu-west-1",\
    "errorCode":"AccessDenied","errorMessage":"User: arn:aws:iam::111122223333:user/reader-%1$d is\
     not authorized to perform: s3:GetObject on resource: \\"arn:aws:s3:::invoices/1\\" because no\
     identity-based policy allows the s3:GetObject action","requestID":"REQ-%1$d",\
    "eventID":"event-%1$d","additionalEventData":{"pad":"%2$s"}}\
    """
        .formatted(number, "x".repeat(padding));
  }

  /** More events than are held as evidence. */
  @BeforeEach
  void write() throws IOException {
    StringBuilder records = new StringBuilder("{\"Records\":[");
    for (int i = 0; i < 36; i++) {
      records.append(event(i, 500_000)).append(',');
    }
    Files.writeString(folder.resolve("a.json"), records + event(99, 10) + "]}");
  }

  private Command diagnosed(String id) throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("app.log"),
            "ERROR botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling"
                + " the GetObject operation: Access Denied (Request ID: "
                + id
                + ")\n");
    return Command.run(log.toString(), folder.resolve("a.json").toString());
  }

  @Test
  void theEventOfARequestIdIsTakenFromAnArchiveThatIsMoreThanCanBeHeld() throws IOException {
    Command run = diagnosed("REQ-99");
    assertThat(run.out())
        .contains("confirmed  no identity-based policy allows `s3:GetObject`")
        .contains("user reader-99");
    assertThat(run.err())
        .contains("searched for 1 request id of failed calls: 1 event found and taken");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void anIdThatIsNotThereTakesNothing() throws IOException {
    Command run = diagnosed("REQ-100");
    assertThat(run.out()).doesNotContain("confirmed");
    assertThat(run.err())
        .contains("searched for 1 request id of failed calls: 0 events found and taken");
  }
}

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

  private static final String DENIES =
      """
      {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","arn":\
      "arn:aws:sts::111122223333:assumed-role/platform/ci"},"eventTime":"%s",\
      "eventSource":"s3.amazonaws.com","eventName":"PutBucketPolicy","awsRegion":"eu-west-1",\
      "requestParameters":{"bucketName":"%s","bucketPolicy":{"Version":"2012-10-17","Statement":[{\
      "Sid":"OnlyOffice","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":\
      ["arn:aws:s3:::invoices","arn:aws:s3:::invoices/*"],"Condition":{"NotIpAddress":\
      {"aws:SourceIp":"%s"}}}]}},"recipientAccountId":"111122223333","eventID":"%s"},
      """;

  private static final String REFUSED =
      """
      {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","accountId":"111122223333",\
      "arn":"arn:aws:sts::111122223333:assumed-role/billing/job"},\
      "eventTime":"2026-11-18T15:00:00Z","eventSource":"s3.amazonaws.com",\
      "eventName":"GetObject","awsRegion":"eu-west-1","sourceIPAddress":"203.0.113.7",\
      "errorCode":"AccessDenied","errorMessage":"Access Denied",\
      "requestParameters":{"bucketName":"invoices","key":"1"},"requestID":"REQ-7",\
      "recipientAccountId":"111122223333","eventID":"event-7"}
      """;

  private Path archive(String... changes) throws IOException {
    return Files.writeString(
        Files.createDirectories(folder.resolve("small")).resolve("a.json"),
        "{\"Records\":[" + String.join("", changes) + REFUSED + "]}");
  }

  /** What {@code incident} says of the change, {@code request} says of the call. */
  @Test
  void thePolicyThatWasWrittenLastBeforeACallIsEvidenceForItsRequest() throws IOException {
    String office = "198.51.100.0/24";
    Path archive =
        archive(
            DENIES.formatted("2026-11-18T13:00:00Z", "invoices", "203.0.113.0/24", "c-1"),
            DENIES.formatted("2026-11-18T14:00:00Z", "invoices", office, "c-2"),
            DENIES.formatted("2026-11-18T14:30:00Z", "invoices-2", "203.0.113.0/24", "c-3"),
            DENIES.formatted("2026-11-18T15:00:01Z", "invoices", "203.0.113.0/24", "c-4"));
    Command run = Command.run("trail", "request", "REQ-7", archive.toString());
    assertThat(run.out())
        .contains("confirmed  a condition on `aws:SourceIp` makes the deny apply")
        .contains("Sid `OnlyOffice` turns on NotIpAddress `aws:SourceIp` `198.51.100.0/24`")
        .contains("`PutBucketPolicy` of 2026-11-18T14:00:00Z by")
        .contains("--- bucket/invoices/policy")
        .doesNotContain("add this statement to a policy of role billing");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aPolicyThatWasTakenAwayOrIsOfAnotherBucketIsNone() throws IOException {
    String office = "198.51.100.0/24";
    String gone =
        DENIES
            .formatted("2026-11-18T14:30:00Z", "invoices", office, "c-2")
            .replace("PutBucketPolicy", "DeleteBucketPolicy");
    Path taken = archive(DENIES.formatted("2026-11-18T14:00:00Z", "invoices", office, "c-1"), gone);
    assertThat(Command.run("trail", "request", "REQ-7", taken.toString()).out())
        .doesNotContain("OnlyOffice")
        .doesNotContain("confirmed");
    Path other = archive(DENIES.formatted("2026-11-18T14:00:00Z", "invoices-2", office, "c-1"));
    assertThat(Command.run("trail", "request", "REQ-7", other.toString()).out())
        .doesNotContain("OnlyOffice")
        .doesNotContain("confirmed");
    Path unsure = archive(DENIES.formatted("2026-11-18T15:00:00Z", "invoices", office, "c-1"));
    assertThat(Command.run("trail", "request", "REQ-7", unsure.toString()).out())
        .doesNotContain("OnlyOffice");
  }

  @Test
  void thePolicyIsFoundForATextBesideAnArchiveToo() throws IOException {
    Path archive =
        archive(DENIES.formatted("2026-11-18T14:00:00Z", "invoices", "198.51.100.0/24", "c-1"));
    Files.move(archive, folder.resolve("b.json"));
    Path log =
        Files.writeString(
            folder.resolve("app.log"),
            "ERROR botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling"
                + " the GetObject operation: Access Denied (Request ID: REQ-7)\n");
    for (String large : new String[] {"", folder.resolve("a.json").toString()}) {
      Command run =
          large.isEmpty()
              ? Command.run(log.toString(), folder.resolve("b.json").toString())
              : Command.run(log.toString(), large, folder.resolve("b.json").toString());
      assertThat(run.out()).contains("a condition on `aws:SourceIp` makes the deny apply");
    }
  }
}

package awsleuth.app.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrailCommandTest extends SmallArchive {

  @Test
  void groupsAreToldWithTheirCauseTheLargestFirst() {
    Command run = failures();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            """
            error  AccessDenied calling ListObjects of s3  2 calls
              confirmed  no identity-based policy allows `s3:ListBucket`  permissions/no-identity-allow
                principal arn:aws:iam::111122223333:role/billing
                count    2 calls, 50.0 % of the 4 by this principal, 4.0 an hour
                when     2026-11-18T15:01:00Z to 2026-11-18T15:31:00Z
                requests REQ01, REQ31
            """);
    assertThat(run.out())
        .contains("error  NoSuchKey calling GetObject of s3  1 call\n")
        .endsWith("3 calls of 5 failed\nread: 5 events in 2 files\n");
  }

  @Test
  void filtersLeaveOutEventsAndAnErrorCodeLeavesTheirShare() {
    assertThat(failures("--operation", "Get*").out()).contains("1 call of 1 failed");
    assertThat(failures("--since", "2026-11-18T15:07:00Z", "--until", "2026-11-18T15:08").out())
        .contains("1 call of 1 failed");
    assertThat(failures("--code", "AccessDenied").out())
        .contains("2 calls of 5 failed", "50.0 % of the 4");
    assertThat(failures("--principal", "role/billing", "--service", "s3").out())
        .contains("3 calls of 5 failed");
    assertThat(failures("--principal", "role/other").code()).isZero();
    assertThat(failures("--account", "444455556666").out()).startsWith("0 calls of 0 failed");
  }

  @Test
  void aShareIsNotToldOfAPrincipalWhereNoneIsTold() throws IOException {
    Files.writeString(
        folder.resolve("c.csv"),
        """
        eventSource,eventName,errorCode,eventID
        sqs.amazonaws.com,SendMessage,AccessDenied,1
        sqs.amazonaws.com,SendMessage,,2
        """);
    assertThat(failures("--service", "sqs").out()).contains("count    1 call, 50.0 % of the 2\n");
  }

  @Test
  void eventsThatStandThereAgainAreToldAndCountOnce() throws IOException {
    Files.copy(folder.resolve("b.json"), folder.resolve("c.json"));
    Command run = failures();
    assertThat(run.out())
        .endsWith(
            """
            3 calls of 5 failed
            read: 6 events in 3 files
            1 event tells of a call told already and is not counted
            """);
    assertThat(failures("--format", "json").out()).contains("\"repeated\":1");
  }

  @Test
  void principalsAreNamedAsMessagesOfAwsOrPeopleNameThem() {
    for (String name :
        List.of(
            "arn:aws:sts::111122223333:assumed-role/billing/i-1",
            "billing",
            "role/billing",
            "b*")) {
      assertThat(failures("--principal", name).out()).as(name).contains("3 calls of 5 failed");
    }
    assertThat(failures("--principal", "bill").out()).startsWith("0 calls of 0 failed");
    assertThat(failures("--operation", "getobject").out()).contains("1 call of 1 failed");
    Command range = failures("--address", "10.0.0.0/24");
    assertThat(range.code()).isEqualTo(2);
    assertThat(range.err()).contains("--address takes addresses, not the range 10.0.0.0/24");
  }

  @Test
  void whatHasNoTimeToCompareMayHaveFailed() throws IOException {
    Path log = folder.resolve("app.log");
    Files.writeString(
        log,
        "botocore.exceptions.ClientError: An error occurred (Throttling) when calling the"
            + " DescribeStacks operation: Rate exceeded\n");
    Command run =
        Command.run("trail", "failures", "--since", "2026-11-18T15:00:00Z", log.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("1 event left out: without a time to compare");
  }

  @Test
  void aTimelineOfFailuresThatHaveNoTimeSaysSo() throws IOException {
    Path log = folder.resolve("app.log");
    Path picture = folder.resolve("p.svg");
    String said =
        "botocore.exceptions.ClientError: An error occurred (Throttling) when calling the"
            + " DescribeStacks operation: Rate exceeded\n";
    Files.writeString(log, said);
    Command run = Command.run("trail", "timeline", "--picture", picture.toString(), log.toString());
    assertThat(run.out())
        .isEqualTo("no failure has a time; awsleuth trail failures tells of them\n");
    assertThat(Files.readString(picture)).contains("no failure has a time");
    assertThat(run.err()).contains("1 failure without a time: not shown");
    assertThat(run.code()).isEqualTo(Console.DIAGNOSED);
  }

  @Test
  void theTimelineOfALogTellsSinceWhenThereAreMore() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int minute = 0; minute < 1440; minute++) {
      if (minute % 120 == 7 || minute >= 900) {
        lines.append(
            String.format(
                Locale.ROOT,
                "2026-11-18T%02d:%02d:00Z botocore.exceptions.ClientError: An error occurred"
                    + " (AccessDenied) when calling the GetObject operation: Access Denied%n",
                minute / 60,
                minute % 60));
      }
    }
    Path log = folder.resolve("app.log");
    Files.writeString(log, lines);
    assertThat(Command.run("trail", "timeline", log.toString()).out())
        .contains(": 548 failures, at most", "since 2026-11-18T15:00:00Z", "failures an hour ▲")
        .doesNotContain("calls failed");
    Map<String, ?> json =
        Json.object(Command.run("trail", "timeline", "--format", "json", log.toString()).out());
    JsonSchema schema =
        JsonSchema.of(Files.readString(Path.of("../docs/trail-timeline.schema.json")));
    assertThat(schema.faults(json)).isEmpty();
    assertThat(json.toString()).contains("onset=2026-11-18T15:00:00Z", "per_hour=59.");
    Command incident = Command.run("trail", "incident", log.toString());
    assertThat(incident.out())
        .contains("first failure 2026-11-18T15:00:00Z; ", " an hour, before 0.5 an hour")
        .doesNotContain("calls failed");
    assertThat(incident.code()).isEqualTo(Console.DIAGNOSED);
    schema = JsonSchema.of(Files.readString(Path.of("../docs/trail-incident.schema.json")));
    json = Json.object(Command.run("trail", "incident", "--format", "json", log.toString()).out());
    assertThat(schema.faults(json)).isEmpty();
    assertThat(json.toString()).contains("onset=2026-11-18T15:00:00Z", "per_hour=59.");
  }

  @Test
  void theNumberOfGroupsThatAreShownIsToldBesideThoseThatThereAre() {
    assertThat(failures("--top", "1").out())
        .doesNotContain("NoSuchKey")
        .contains("3 calls of 5 failed, in 2 groups; the largest are shown (--top)");
  }

  @Test
  void theJsonIsThatOfItsSchema() throws IOException {
    JsonSchema schema =
        JsonSchema.of(Files.readString(Path.of("../docs/trail-failures.schema.json")));
    Files.writeString(
        folder.resolve("app.log"),
        "botocore.exceptions.ClientError: An error occurred (Throttling) when calling the"
            + " DescribeStacks operation: Rate exceeded\n");
    Map<String, ?> json = Json.object(failures("--format", "json").out());
    assertThat(schema.faults(json)).isEmpty();
    assertThat((List<?>) json.get("groups")).hasSize(3);
    assertThat(String.valueOf(json.get("failed"))).isEqualTo("4");
  }

  @Test
  void markdownIsATable() {
    assertThat(failures("--format", "markdown").out())
        .contains(
            "| 2 | 50.0 % | AccessDenied calling ListObjects of s3 |"
                + " `arn:aws:iam::111122223333:role/billing` | `permissions/no-identity-allow`,"
                + " confirmed: no identity-based policy allows `s3:ListBucket` |");
  }

  @Test
  void theCallOfARequestIsExplainedAsAnyOther() {
    for (String id : List.of("REQ01", "event-01")) {
      Command run = Command.run("trail", "request", id, folder.toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .startsWith("error  AccessDenied calling ListObjects of s3")
          .contains("permissions/no-identity-allow", "a.json.gz:1");
    }
    Command fine = Command.run("trail", "request", "REQ05", folder.toString());
    assertThat(fine.code()).isZero();
    assertThat(fine.out()).startsWith("ListObjects of s3 did not fail: ");
    Command none = Command.run("trail", "request", "REQ99", folder.toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).startsWith("awsleuth: no event has the id `REQ99`, of 5 events");
  }

  @Test
  void aCallThatDidNotFailIsToldInEachForm() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/diagnosis.schema.json")));
    for (String id : List.of("REQ01", "REQ05")) {
      Command run = Command.run("trail", "request", "--format", "json", id, folder.toString());
      assertThat(schema.faults(Json.object(run.out()))).as(id).isEmpty();
    }
    assertThat(
            Command.run("trail", "request", "--format", "json", "REQ05", folder.toString()).out())
        .contains("\"failures\":[],\"events\":[{\"time\":\"2026-11-18T15:05:00Z\"");
    assertThat(
            Command.run("trail", "request", "--format", "markdown", "REQ05", folder.toString())
                .out())
        .startsWith("- ListObjects of s3 did not fail: `");
  }

  @Test
  void nothingOfAnEventControlsTheTerminalOrGivesASecretAway() throws IOException {
    Files.writeString(
        folder.resolve("h.json"),
        records(
            event(
                9,
                "Get\\u001b[31mObject",
                "Bad\\u0007",
                "key AKIAIOSFODNN7REALKEY secret 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")));
    for (String format : List.of("text", "json", "markdown")) {
      Command run = failures("--format", format);
      assertThat(run.out()).doesNotContain("\u001b", "\u0007", "AKIAIOSFODNN7REALKEY");
    }
  }

  @Test
  void failuresWithoutATimeAreToldOfWhereTheyCannotBeShown() throws IOException {
    Path log = folder.resolve("app.log");
    Files.writeString(
        log,
        "botocore.exceptions.ClientError: An error occurred (Throttling) when calling the"
            + " DescribeStacks operation: Rate exceeded\n");
    Command timeline = Command.run("trail", "timeline", log.toString());
    assertThat(timeline.err()).contains("1 failure without a time: not shown");
    assertThat(timeline.code()).isEqualTo(Console.DIAGNOSED);
    Command incident = Command.run("trail", "incident", log.toString());
    assertThat(incident.out()).contains("1 failures without a time were left out");
    assertThat(incident.code()).isEqualTo(Console.DIAGNOSED);
  }

  @Test
  void aSignInThatFailedIsAFailure() throws IOException {
    Files.writeString(
        folder.resolve("signin.json"),
        """
        {"Records":[{"eventTime":"2026-11-18T15:42:07Z","eventSource":"signin.amazonaws.com",
          "eventName":"ConsoleLogin","errorMessage":"Failed authentication","eventID":"e-signin",
          "userIdentity":{"type":"IAMUser","accountId":"111122223333"},
          "responseElements":{"ConsoleLogin":"Failure"}}]}
        """);
    assertThat(failures("--service", "signin").out())
        .startsWith("error  Failure calling ConsoleLogin of signin  1 call\n");
    Command run = Command.run("trail", "request", "e-signin", folder.toString());
    assertThat(run.out())
        .startsWith("error  failure calling ConsoleLogin of signin  ")
        .contains("no cause that awsleuth knows explains this failure: Failed authentication");
    assertThat(run.code()).isEqualTo(1);
  }
}

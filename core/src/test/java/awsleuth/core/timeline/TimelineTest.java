package awsleuth.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.fact.Citation;
import awsleuth.core.read.Readers;
import awsleuth.core.timeline.Moment.Topic;
import awsleuth.core.timeline.Moment.Zone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What happened when, out of evidence of all kinds. */
class TimelineTest {

  private static final String DENIED =
      "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
          + " ListObjectsV2 operation: Access Denied";

  private static final String LOG =
      """
      2026-10-09 14:31:40,118 INFO importer starting
      2026-10-09 14:31:44,020 ERROR importer failed, request id: Q9EXAMPLE7Z1B2C3
      Traceback (most recent call last):
        File "/srv/app.py", line 22, in main
          pages = list(paginator.paginate(Bucket="b"))
      """
          + DENIED
          + "\n2026-10-09 14:31:45,500 WARNING importer giving up\n";

  private static String event(String name, String time, String more) {
    return """
    {"eventVersion": "1.11", "eventTime": "%s", "eventSource": "s3.amazonaws.com",
     "eventName": "%s", "userIdentity": {"arn": "arn:aws:iam::444455556666:user/ci"},
     "requestParameters": {"bucketName": "b"}, "eventID": "%s"%s}
    """
        .formatted(time, name, name + time, more);
  }

  private static Timeline of(Optional<ZoneId> zone, Artifact... artifacts) {
    List<Evidence> evidence = new ArrayList<>();
    for (Artifact a : artifacts) {
      evidence.addAll(Readers.read(a, AwsCatalog.embedded()));
    }
    return Timeline.of(List.of(artifacts), evidence, zone);
  }

  private static Artifact any(String name, String text) {
    return new Artifact(name, Kind.ANY, text);
  }

  @Test
  void aLogWithoutAZoneIsNotTakenForUtc() {
    Timeline timeline = of(Optional.empty(), any("app.log", LOG));
    assertThat(timeline.dated()).isEmpty();
    assertThat(timeline.undated()).extracting(Moment::zone).containsOnly(Zone.UNKNOWN);
    assertThat(timeline.undated()).extracting(m -> m.source().line()).containsExactly(1, 2, 6, 7);
    assertThat(timeline.notes())
        .extracting(Citation::text)
        .anyMatch(t -> t.contains("have no zone") && t.contains("--log-zone"));
  }

  @Test
  void linesOfRunsThatWentWellAreToldToo() {
    String good =
        "2026-10-08T02:00:07Z INFO 412 keys seen\n2026-10-09T02:00:07Z INFO 398 keys seen\n";
    String bad = "2026-10-10T02:00:04Z INFO sweeping\n" + DENIED + "\n";
    Timeline timeline = of(Optional.empty(), any("app.log", good + bad));
    assertThat(timeline.dated())
        .extracting(Moment::words)
        .contains("INFO 412 keys seen", "INFO 398 keys seen", "INFO sweeping");
    assertThat(timeline.notes()).isEmpty();
  }

  @Test
  void howManyLinesOfALongLogAreLeftOutIsSaid() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      log.append("2026-10-09T02:%02d:00Z INFO %d\n".formatted(i, i));
    }
    log.append(DENIED).append("\n");
    Timeline timeline = of(Optional.empty(), any("app.log", log.toString()));
    assertThat(timeline.dated()).extracting(Moment::words).contains("INFO 0", "INFO 58", "INFO 59");
    long shown = timeline.dated().stream().filter(m -> m.topic() == Topic.LOG).count();
    assertThat(timeline.notes())
        .extracting(Citation::text)
        .contains((60 - shown) + " more lines with a time are not shown");
  }

  @Test
  void aGivenZoneDatesTheLog() {
    Timeline timeline = of(Optional.of(ZoneId.of("Europe/Oslo")), any("app.log", LOG));
    assertThat(timeline.undated()).isEmpty();
    Moment failure =
        timeline.dated().stream().filter(m -> m.topic() == Topic.FAILURE).findFirst().orElseThrow();
    assertThat(failure.at()).contains(Instant.parse("2026-10-09T12:31:44.020Z"));
    assertThat(failure.zone()).isEqualTo(Zone.GIVEN);
  }

  @Test
  void anHourThatComesTwiceStaysWithoutAPlace() {
    String log = "2026-10-25 02:30:00,000 ERROR " + DENIED + "\n";
    Timeline timeline = of(Optional.of(ZoneId.of("Europe/Oslo")), any("app.log", log));
    assertThat(timeline.dated()).isEmpty();
    assertThat(timeline.undated()).hasSize(1);
  }

  @Test
  void whatIsSureInAnyZoneIsSaid() {
    Timeline timeline =
        of(
            Optional.empty(),
            any("app.log", LOG),
            any("a.json", event("PutBucketPolicy", "2026-10-08T12:00:00Z", "")),
            any("b.json", event("GetBucketPolicy", "2026-10-09T12:00:00Z", "")),
            any("c.json", event("DeleteBucketPolicy", "2026-10-11T12:00:00Z", "")));
    Moment first = timeline.undated().getFirst();
    assertThat(timeline.surelyAfter(first)).isEqualTo(1);
    assertThat(timeline.surelyBefore(first)).isEqualTo(3);
  }

  @Test
  void aRequestIdThatATrailHasTellsTheZone() {
    Timeline timeline =
        of(
            Optional.empty(),
            any("app.log", LOG),
            any(
                "event.json",
                event(
                    "ListObjects",
                    "2026-10-09T12:31:44Z",
                    ", \"errorCode\": \"AccessDenied\", \"requestID\": \"Q9EXAMPLE7Z1B2C3\"")));
    assertThat(timeline.dated())
        .filteredOn(m -> m.source().artifact().equals("app.log"))
        .extracting(Moment::zone)
        .contains(Zone.MATCHED)
        .doesNotContain(Zone.UNKNOWN);
    assertThat(timeline.notes()).extracting(Citation::text).anyMatch(t -> t.contains("UTC+02:00"));
  }

  @Test
  void documentsAndSettingsAreDatedToo() {
    String version =
        """
        {"PolicyVersion": {"Document": {"Version": "2012-10-17", "Statement": []},
          "VersionId": "v3", "IsDefaultVersion": true, "CreateDate": "2026-10-08T12:00:00+00:00"}}
        """;
    String role =
        """
        {"UserDetailList": [], "GroupDetailList": [], "Policies": [],
         "RoleDetailList": [{"RoleName": "importer", "Arn": "arn:aws:iam::444455556666:role/importer",
          "CreateDate": "2026-01-02T03:04:05Z", "AttachedManagedPolicies": []}]}
        """;
    Timeline timeline =
        of(
            Optional.empty(),
            new Artifact("v3.json", Kind.POLICY_IDENTITY, version),
            any("account.json", role),
            new Artifact(
                "env.txt", Kind.ENV, "AWS_CREDENTIAL_EXPIRATION=2026-10-09T11:00:00Z\nX=y\n"));
    assertThat(timeline.dated())
        .extracting(Moment::words)
        .containsExactly(
            "role `importer` was made",
            "version `v3` of the policy, the one in force, was made",
            "the credentials of the environment expire (`AWS_CREDENTIAL_EXPIRATION`)");
  }

  @Test
  void deliveryOfTheTrailIsNotedWithItsPage() {
    Timeline timeline =
        of(Optional.empty(), any("a.json", event("PutBucketPolicy", "2026-10-08T12:00:00Z", "")));
    assertThat(timeline.notes().getFirst().source().artifact())
        .startsWith("https://docs.aws.amazon.com/awscloudtrail/");
  }

  @Test
  void theOrderOfTheEvidenceDoesNotMatter() {
    List<Artifact> artifacts =
        new ArrayList<>(
            List.of(
                any("app.log", LOG),
                any("a.json", event("PutBucketPolicy", "2026-10-08T12:00:00Z", "")),
                any("b.json", event("GetBucketPolicy", "2026-10-08T12:00:00Z", "")),
                any("c.json", event("DeleteBucketPolicy", "2026-10-11T12:00:00Z", ""))));
    Timeline once = of(Optional.empty(), artifacts.toArray(Artifact[]::new));
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(artifacts, random);
      assertThat(of(Optional.empty(), artifacts.toArray(Artifact[]::new))).isEqualTo(once);
    }
  }

  @Test
  void noPartOfASecretIsShownWhereALineIsCut() {
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz";
    for (int pad = 100; pad < 300; pad += 3) {
      String tail = "k".repeat(pad) + " AKIAIOSFODNN7ABCDEFG " + secret + "\n";
      String log =
          "aws s3api head-object --key "
              + tail
              + "2026-10-09T12:31:43Z ERROR "
              + DENIED
              + "\n2026-10-09T12:31:44Z ERROR "
              + "k".repeat(400)
              + tail;
      Timeline timeline = of(Optional.empty(), any("app.log", log));
      assertThat(timeline.tried() + "" + timeline.dated()).doesNotContain("wJalrXUt");
    }
  }

  @Test
  void commandsInTheTextAreWhatWasTried() {
    Timeline timeline =
        of(
            Optional.empty(),
            any(
                "job.log",
                "$ aws s3 ls s3://b --profile ops\n"
                    + "\u001b[32;1m$ aws sts get-caller-identity\u001b[0m\n"
                    + DENIED
                    + "\n"));
    assertThat(timeline.tried())
        .extracting(Citation::text)
        .containsExactly(
            "`AccessDenied` calling ListObjectsV2 of s3",
            "command `aws s3 ls s3://b --profile ops`",
            "command `aws sts get-caller-identity`");
  }
}

package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers of another account, of whom events tell an id alone, and AWS's sentence the ARN. */
final class OtherAccountTest {

  private static final String OTHER = "arn:aws:iam::444455556666:";
  private static final String SESSION = "arn:aws:sts::444455556666:assumed-role/app/s";

  @TempDir Path folder;

  private static String trust(String time, String arn, String condition) {
    String document =
        "{'Statement':[{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'sts:AssumeRole'%s}]}"
            .formatted(arn, condition);
    return ToldArchive.event(
        time,
        "iam UpdateAssumeRolePolicy",
        "",
        "",
        "{\"roleName\":\"target\",\"policyDocument\":\"%s\"}"
            .formatted(document.replace("'", "\\\"")));
  }

  private Incident incident(String caller, String before, String after) throws IOException {
    return of(caller, trust("07:50:00", before, ""), trust("08:30:30", after, ""));
  }

  private Incident of(String caller, String before, String after) throws IOException {
    String message =
        "User: "
            + caller
            + " is not authorized to perform: sts:AssumeRole on resource:"
            + " arn:aws:iam::111122223333:role/target";
    List<String> records = new ArrayList<>(List.of(before, after));
    for (int minute = 0; minute < 60; minute++) {
      records.add(
          ToldArchive.event(
                  "08:%02d:00".formatted(minute),
                  "sts AssumeRole",
                  minute < 31 ? "" : "AccessDenied",
                  caller.isEmpty() ? "Access Denied" : message,
                  "{\"roleArn\":\"arn:aws:iam::111122223333:role/target\"}")
              .replace(
                  "\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/ci\"",
                  "\"type\":\"AWSAccount\",\"principalId\":\"AROAAPP:s\",\"accountId\":\"444455556666\""));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }

  private static Certainty first(Incident incident) {
    return incident.suspects().getFirst().certainty();
  }

  @Test
  void a_trust_policy_that_names_another_is_why() throws IOException {
    assertThat(first(incident(SESSION, OTHER + "role/app", OTHER + "role/other")))
        .isEqualTo(Certainty.CONFIRMED);
    assertThat(first(incident(OTHER + "user/a/mary", OTHER + "user/a/mary", OTHER + "user/a/bob")))
        .isEqualTo(Certainty.CONFIRMED);
  }

  @Test
  void one_that_may_name_the_caller_by_the_path_of_its_role_is_not_sure_to_be() throws IOException {
    for (String after : List.of("role/svc/app", "role/app")) {
      Incident incident = incident(SESSION, OTHER + "role/svc/app", OTHER + after);
      assertThat(first(incident)).as(after).isEqualTo(Certainty.POSSIBLE);
      assertThat(incident.suspects().getFirst().missing()).contains("path is not known");
    }
  }

  @Test
  void one_that_lets_the_caller_in_is_not_why() throws IOException {
    assertThat(incident(SESSION, OTHER + "role/app", OTHER + "root").suspects()).isEmpty();
    String named = ",'Condition':{'StringEquals':{'aws:username':'mary'}}";
    assertThat(
            of(
                    OTHER + "user/mary",
                    trust("07:50:00", OTHER + "root", ""),
                    trust("08:30:30", OTHER + "root", named))
                .suspects())
        .isEmpty();
  }

  @Test
  void without_the_sentence_who_called_is_missing() throws IOException {
    Incident incident = incident("", OTHER + "role/app", OTHER + "role/other");
    assertThat(first(incident)).isEqualTo(Certainty.POSSIBLE);
    assertThat(incident.suspects().getFirst().missing())
        .isEqualTo("who of the other account called: the event tells its id alone");
  }

  /** As where a public policy lets the caller in, which the owner's account then forbids. */
  @Test
  void a_setting_of_the_owners_account_may_be_why_where_the_callers_account_is_told_too()
      throws IOException {
    String owner =
        ",\"resources\":[{\"type\":\"AWS::S3::Bucket\",\"accountId\":\"111122223333\","
            + "\"ARN\":\"arn:aws:s3:::b\"}]}";
    for (String told : List.of(owner, "}")) {
      List<String> records = new ArrayList<>();
      for (int minute = 0; minute < 60; minute++) {
        String call =
            ToldArchive.event(
                "08:%02d:00".formatted(minute),
                "s3 GetObject",
                minute < 31 ? "" : "AccessDenied",
                "Access Denied",
                "{\"bucketName\":\"b\",\"key\":\"k\"},\"sharedEventID\":\"s" + minute + "\"");
        records.add(
            call.replace(
                "\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/ci\"",
                "\"type\":\"AWSAccount\",\"principalId\":\"AROAAPP:s\",\"accountId\":\"444455556666\""));
        String callers =
            call.replace("111122223333", "444455556666")
                .replace("\"eventID\":\"", "\"eventID\":\"c");
        records.add(callers.substring(0, callers.length() - 1) + told);
      }
      records.add(
          ToldArchive.event(
              "08:30:30",
              "s3 PutAccountPublicAccessBlock",
              "",
              "",
              "{\"PublicAccessBlockConfiguration\":{\"RestrictPublicBuckets\":true}}"));
      assertThat(new ToldArchive(folder).incidents(records))
          .as(told)
          .singleElement()
          .satisfies(i ->
              assertThat(i.suspects())
                  .extracting(s -> s.change().event().name())
                  .containsExactly("PutAccountPublicAccessBlock"))
          .satisfies(i -> assertThat(first(i)).isEqualTo(Certainty.POSSIBLE));
    }
  }
}

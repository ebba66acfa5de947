package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy whose condition on the time is not met any more, beside another that was added. */
final class RanOutTest {

  private static final String NONE_ALLOWS =
      "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:GetObject on"
          + " resource: arn:aws:s3:::b/k because no identity-based policy allows the s3:GetObject"
          + " action";

  @TempDir Path folder;

  private static String put(String time, String name, String action, String condition) {
    String document =
        "{'Statement':[{'Effect':'Allow','Action':'%s','Resource':'*'%s}]}"
            .formatted(action, condition)
            .replace("'", "\\\"");
    return ToldArchive.event(
        time,
        "iam PutUserPolicy",
        "",
        "",
        "{\"userName\":\"ci\",\"policyName\":\"%s\",\"policyDocument\":\"%s\"}"
            .formatted(name, document));
  }

  private static String until(String time) {
    return ",'Condition':{'DateLessThan':{'aws:CurrentTime':'2026-11-18T%sZ'}}".formatted(time);
  }

  private List<Suspect> suspects(String message, String... changes) throws IOException {
    List<String> records = new ArrayList<>(List.of(changes));
    records.add(put("08:30:10", "other", "sqs:*", ""));
    for (int minute = 0; minute < 60; minute++) {
      records.add(
          ToldArchive.event(
              "08:%02d:00".formatted(minute),
              "s3 GetObject",
              minute < 31 ? "" : "AccessDenied",
              message,
              "{\"bucketName\":\"b\",\"key\":\"k\"}"));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }

  @Test
  void it_is_why_and_not_what_was_added_moments_before() throws IOException {
    Suspect first =
        suspects(NONE_ALLOWS, put("07:00:00", "timed", "s3:*", until("08:30:30"))).getFirst();
    assertThat(first.certainty()).isEqualTo(Certainty.CONFIRMED);
    assertThat(first.change().part()).isEqualTo("timed");
    assertThat(first.why().getLast()).contains("`aws:CurrentTime` to be before");
  }

  @Test
  void where_aws_does_not_say_which_policies_lack_it_another_may_allow() throws IOException {
    Suspect first =
        suspects("Access Denied", put("07:00:00", "timed", "s3:*", until("08:30:30"))).getFirst();
    assertThat(first.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(first.change().part()).isEqualTo("timed");
  }

  @Test
  void not_where_its_time_is_not_over_or_was_over_before() throws IOException {
    for (String time : List.of("12:00:00", "07:30:00")) {
      assertThat(suspects(NONE_ALLOWS, put("07:00:00", "timed", "s3:*", until(time))))
          .as(time)
          .noneMatch(s -> s.change().part().equals("timed"));
    }
  }

  private static final String DENIES =
      "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:GetObject on"
          + " resource: arn:aws:s3:::b/k with an explicit deny in an identity-based policy";

  private static final String CURFEW = "arn:aws:iam::111122223333:policy/curfew";

  /** A managed policy that denies from 08:30:30 on. */
  private static String curfew() {
    String document =
        "{'Statement':[{'Effect':'Deny','Action':'s3:GetObject','Resource':'*','Condition':{"
            + "'DateGreaterThan':{'aws:CurrentTime':'2026-11-18T08:30:30Z'}}}]}";
    return ToldArchive.event(
            "07:00:00",
            "iam CreatePolicy",
            "",
            "",
            "{\"policyName\":\"curfew\",\"policyDocument\":\"%s\"}"
                .formatted(document.replace("'", "\\\"")))
        .replace(
            "\"requestParameters\"",
            "\"responseElements\":{\"policy\":{\"arn\":\"" + CURFEW + "\"}},\"requestParameters\"");
  }

  private static String attached(String time, String name) {
    return ToldArchive.event(
        time,
        "iam " + name,
        "",
        "",
        "{\"userName\":\"ci\",\"groupName\":\"night\",\"policyArn\":\"%s\"}".formatted(CURFEW));
  }

  @Test
  void a_managed_policy_that_was_attached_all_the_time_may_run_out() throws IOException {
    Suspect first = suspects(DENIES, curfew(), attached("07:01:00", "AttachUserPolicy")).getFirst();
    assertThat(first.certainty()).isEqualTo(Certainty.CONFIRMED);
    assertThat(String.join(" ", first.why())).contains("nobody changed it since");
  }

  @Test
  void not_where_it_was_attached_or_detached_after_the_last_success() throws IOException {
    for (String name : List.of("AttachUserPolicy", "DetachUserPolicy")) {
      assertThat(
              suspects(
                  DENIES,
                  curfew(),
                  attached("07:01:00", "AttachUserPolicy"),
                  attached("08:30:20", name)))
          .as(name)
          .noneMatch(s -> String.join(" ", s.why()).contains("nobody changed it since"));
    }
  }

  @Test
  void not_where_the_caller_came_into_the_group_after_the_last_success() throws IOException {
    String night =
        put("07:00:00", "night", "s3:*", until("08:30:30"))
            .replace("PutUserPolicy", "PutGroupPolicy")
            .replace("userName\":\"ci", "groupName\":\"night");
    assertThat(
            suspects(NONE_ALLOWS, night, attached("07:01:00", "AddUserToGroup")).getFirst().why())
        .first()
        .asString()
        .contains("nobody changed it since");
    assertThat(suspects(NONE_ALLOWS, night, attached("08:30:20", "AddUserToGroup")))
        .noneMatch(s -> String.join(" ", s.why()).contains("nobody changed it since"));
  }
}

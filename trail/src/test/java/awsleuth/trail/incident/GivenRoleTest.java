package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GivenRoleTest {

  private static final String SAID =
      "The role defined for the function cannot be assumed by Lambda.";

  @TempDir Path folder;

  private static String trust(String time, String role, String service) {
    return trust(time, role, "Allow", "{'Service':'" + service + ".amazonaws.com'}");
  }

  private static String trust(String time, String role, String effect, String principal) {
    String document =
        "{'Version':'2012-10-17','Statement':[{'Effect':'%s','Principal':%s,'Action':'sts:AssumeRole'}]}"
            .formatted(effect, principal);
    return ToldArchive.event(
        time,
        "iam UpdateAssumeRolePolicy",
        "",
        "",
        "{\"roleName\":\"%s\",\"policyDocument\":\"%s\"}"
            .formatted(role, document.replace("'", "\\\"")));
  }

  private List<Cause> causes(String role, String service) throws IOException {
    return causes("lambda", trust("08:30:30", role, service), SAID);
  }

  private List<Cause> causes(String before, String change, String message) throws IOException {
    List<String> records = new ArrayList<>(List.of(change));
    String role = change.contains("other") ? "other" : "fn";
    records.add(trust("07:59:00", role, before));
    for (int minute = 0; minute < 60; minute++) {
      records.add(
          ToldArchive.event(
              "08:%02d:00".formatted(minute),
              "lambda UpdateFunctionConfiguration20150331v2",
              minute < 31 ? "" : "InvalidParameterValueException",
              message,
              "{\"functionName\":\"f%d\",\"role\":\"arn:aws:iam::111122223333:role/fn\"}"
                  .formatted(minute)));
    }
    return new ToldArchive(folder).causes(records);
  }

  @Test
  void a_trust_policy_that_lost_the_service_is_why_it_cannot_assume_the_role() throws IOException {
    assertThat(causes("fn", "ec2"))
        .singleElement()
        .isInstanceOfSatisfying(
            Cause.Changed.class,
            c -> assertThat(c.suspect().change().event().time() % 60_000).isEqualTo(30_000));
  }

  @Test
  void one_that_kept_it_or_is_of_another_role_is_not_sure_to_be_why() throws IOException {
    assertThat(causes("fn", "lambda")).noneMatch(c -> c instanceof Cause.Changed);
    assertThat(causes("other", "ec2")).noneMatch(c -> c instanceof Cause.Changed);
  }

  @Test
  void one_that_names_the_service_and_denies_it_is_why() throws IOException {
    String denies = trust("08:30:30", "fn", "Deny", "{'Service':'lambda.amazonaws.com'}");
    assertThat(causes("lambda", denies, SAID)).singleElement().isInstanceOf(Cause.Changed.class);
    String all = trust("08:30:30", "fn", "Allow", "'*'");
    assertThat(causes("lambda", all, SAID))
        .as("lets all")
        .noneMatch(Cause.Changed.class::isInstance);
  }

  /** As ECS assumes roles of tasks by the name ecs-tasks. */
  @Test
  void one_that_still_lets_a_service_of_a_like_name_is_not_sure_to_be_why() throws IOException {
    String narrow = trust("08:30:30", "fn", "Allow", "{'Service':'lambda-tasks.amazonaws.com'}");
    assertThat(causes("lambda", narrow, SAID)).noneMatch(Cause.Changed.class::isInstance);
  }

  @Test
  void a_service_whose_name_ends_alike_is_another() throws IOException {
    String change = trust("08:30:30", "fn", "ec2");
    assertThat(causes("edge.lambda", change, SAID)).noneMatch(Cause.Changed.class::isInstance);
  }

  @Test
  void what_says_nothing_of_assuming_has_nothing_to_do_with_it() throws IOException {
    String change = trust("08:30:30", "fn", "ec2");
    assertThat(causes("lambda", change, "We assume that the memory size is too large."))
        .noneMatch(Cause.Changed.class::isInstance);
  }
}

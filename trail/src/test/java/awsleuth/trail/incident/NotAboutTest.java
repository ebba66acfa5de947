package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret's name does not tell its ARN; what policies say of the action is known all the same. */
final class NotAboutTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', s3:GetObject, since PutUserPolicy no statement is about `secretsmanager:GetSecretValue`",
    "secretsmanager:*, s3:*, since PutUserPolicy no statement is about `secretsmanager:GetSecretValue`",
    "s3:*, s3:GetObject, none",
    "'', secretsmanager:*, it changed the caller",
  })
  void a_policy_without_a_statement_about_the_action_is_told_as_such(
      String before, String since, String why) throws IOException {
    List<String> records = new ArrayList<>();
    if (!before.isEmpty()) {
      records.add(put("07:00:00", before));
    }
    records.add(put("07:50:00", since));
    assertThat(first(records).map(s -> s.why().getFirst()).orElse("none")).isEqualTo(why);
  }

  @Test
  void of_a_group_that_was_left_the_group_is_asked_for() throws IOException {
    String left = "{\"userName\":\"ci\",\"groupName\":\"admins\"}";
    List<String> records = new ArrayList<>();
    records.add(ToldArchive.event("07:50:00", "iam RemoveUserFromGroup", "", "", left));
    Suspect first = first(records).orElseThrow();
    assertThat(first.why().getFirst())
        .isEqualTo("since RemoveUserFromGroup the user is not in the group any more");
    assertThat(first.missing()).contains("--group-name admins");
  }

  private Optional<Suspect> first(List<String> changes) throws IOException {
    List<String> records = new ArrayList<>(changes);
    String message =
        "User: arn:aws:iam::111122223333:user/ci is not authorized to perform:"
            + " secretsmanager:GetSecretValue on resource: prod/0 because no identity-based policy"
            + " allows the secretsmanager:GetSecretValue action";
    for (int minute = 0; minute < 40; minute++) {
      String at = "%02d:30".formatted(minute);
      records.add(get("07:" + at, "", ""));
      records.add(get("08:" + at, "AccessDenied", message));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects().stream().findFirst();
  }

  private static String get(String time, String code, String message) {
    String named = "{\"secretId\":\"prod/0\"}";
    return ToldArchive.event(time, "secretsmanager GetSecretValue", code, message, named);
  }

  private static String put(String time, String action) {
    String document =
        "{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"%s\\\",\\\"Resource\\\":\\\"*\\\"}}"
            .formatted(action);
    String parameters =
        "{\"userName\":\"ci\",\"policyName\":\"z\",\"policyDocument\":\"" + document + "\"}";
    return ToldArchive.event(time, "iam PutUserPolicy", "", "", parameters);
  }
}

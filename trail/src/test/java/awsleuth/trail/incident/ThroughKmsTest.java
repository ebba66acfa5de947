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

/** A secret that KMS does not decrypt for the caller any more. */
final class ThroughKmsTest {

  private static final String KEY = "7777abcd-12ab-34cd-56ef-1234567890ab";
  private static final String USER = "arn:aws:iam::111122223333:user/ci";
  private static final String OTHER = "arn:aws:iam::111122223333:user/cd";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "kms:Decrypt, user/ci, kms:Describe*, user/ci, POSSIBLE",
    "kms:Decrypt, user/ci, kms:Decrypt, user/cd, POSSIBLE",
    "kms:Decrypt, user/ci, kms:*, user/ci, none",
    "kms:Describe*, user/ci, kms:Put*, user/ci, none",
  })
  void the_policy_of_a_key_may_be_why_where_it_lets_the_caller_decrypt_no_more(
      String before, String whom, String since, String who, String certainty) throws IOException {
    Optional<Suspect> first = first(key("07:00:00", before, whom), key("07:50:00", since, who));
    assertThat(first.map(s -> s.certainty().name()).orElse("none")).isEqualTo(certainty);
    first.ifPresent(s -> assertThat(s.missing()).contains("--secret-id prod/db"));
  }

  @Test
  void so_may_a_policy_of_the_caller_that_is_about_KMS_no_more() throws IOException {
    Suspect first = first(own("07:00:00", "kms:*"), own("07:50:00", "s3:*")).orElseThrow();
    assertThat(first.why().getFirst())
        .isEqualTo("since PutUserPolicy no statement is about `kms:Decrypt`");
  }

  @Test
  void a_policy_that_never_was_is_not() throws IOException {
    assertThat(first(own("07:00:00", "s3:*"), own("07:50:00", "s3:Get*"))).isEmpty();
  }

  private Optional<Suspect> first(String... changes) throws IOException {
    List<String> records = new ArrayList<>(List.of(changes));
    for (int minute = 0; minute < 40; minute++) {
      records.add(get("07:%02d:30".formatted(minute + 10), ""));
      records.add(get("08:%02d:30".formatted(minute), "AccessDeniedException"));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects().stream().findFirst();
  }

  private static String get(String time, String code) {
    return ToldArchive.event(
        time,
        "secretsmanager GetSecretValue",
        code,
        "Access to KMS is not allowed",
        "{\"secretId\":\"prod/db\"}");
  }

  private static String key(String time, String action, String who) {
    String principal = who.equals("user/ci") ? USER : OTHER;
    String statement =
        "{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'%s','Resource':'*'}"
            .formatted(principal, action);
    String parameters =
        "{\"keyId\":\"%s\",\"policyName\":\"default\",\"policy\":\"%s\"}"
            .formatted(KEY, policy(statement));
    return ToldArchive.event(time, "kms PutKeyPolicy", "", "", parameters);
  }

  private static String own(String time, String action) {
    String statement = "{'Effect':'Allow','Action':'%s','Resource':'*'}".formatted(action);
    String parameters =
        "{\"userName\":\"ci\",\"policyName\":\"data\",\"policyDocument\":\"%s\"}"
            .formatted(policy(statement));
    return ToldArchive.event(time, "iam PutUserPolicy", "", "", parameters);
  }

  private static String policy(String statement) {
    return "{'Version':'2012-10-17','Statement':[%s]}".formatted(statement).replace("'", "\\\"");
  }
}

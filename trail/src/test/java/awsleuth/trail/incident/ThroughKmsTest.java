package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret that KMS does not decrypt for the caller any more. */
final class ThroughKmsTest {

  private static final String KEY = "7777abcd-12ab-34cd-56ef-1234567890ab";

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

  @ParameterizedTest
  @CsvSource({
    "kms:*, kms:Decrypt, PutSecretValue, POSSIBLE",
    "kms:*, kms:GenerateDataKey, PutSecretValue, POSSIBLE",
    "kms:*, kms:Decrypt, GetSecretValue, none",
    "kms:*, kms:GenerateDataKey, GetSecretValue, POSSIBLE",
    "kms:Decrypt, kms:*, PutSecretValue, none",
  })
  void what_is_written_needs_a_new_key_of_its_data(
      String before, String since, String call, String certainty) throws IOException {
    Optional<Suspect> first =
        firstOf(call, key("07:00:00", before, "user/ci"), key("07:50:00", since, "user/ci"));
    assertThat(first.map(s -> s.certainty().name()).orElse("none")).isEqualTo(certainty);
  }

  @Test
  void so_may_a_policy_of_the_caller_take_it_away() throws IOException {
    Suspect first =
        firstOf("PutSecretValue", own("07:00:00", "kms:*"), own("07:50:00", "kms:Decrypt"))
            .orElseThrow();
    assertThat(first.why().getFirst())
        .isEqualTo("since PutUserPolicy no statement is about `kms:GenerateDataKey`");
    assertThat(first.missing()).contains("--secret-id prod/db");
  }

  @ParameterizedTest
  @CsvSource({
    "root user/ci, root, POSSIBLE",
    "root, root user/cd, none",
    "user/cd, root, none",
    "root, user/cd, POSSIBLE",
    "root, root user/ci, none",
  })
  void a_policy_for_the_account_leaves_it_to_those_of_the_caller(
      String before, String since, String certainty) throws IOException {
    Optional<Suspect> first =
        first(key("07:00:00", "kms:*", before), key("07:50:00", "kms:*", since));
    assertThat(first.map(s -> s.certainty().name()).orElse("none")).isEqualTo(certainty);
    first
        .filter(_ -> since.equals("root"))
        .ifPresent(
            s -> assertThat(s.missing()).startsWith("whether a policy of the caller allows"));
  }

  private Optional<Suspect> first(String... changes) throws IOException {
    return firstOf("GetSecretValue", changes);
  }

  private Optional<Suspect> firstOf(String call, String... changes) throws IOException {
    List<String> records = new ArrayList<>(List.of(changes));
    for (int minute = 0; minute < 40; minute++) {
      records.add(ask(call, "07:%02d:30".formatted(minute + 10), ""));
      records.add(ask(call, "08:%02d:30".formatted(minute), "AccessDeniedException"));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects().stream().findFirst();
  }

  private static String ask(String call, String time, String code) {
    return ToldArchive.event(
        time,
        "secretsmanager " + call,
        code,
        "Access to KMS is not allowed",
        "{\"secretId\":\"prod/db\"}");
  }

  private static String key(String time, String action, String who) {
    String statement =
        Stream.of(who.split(" "))
            .map(w ->
                "{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'%s','Resource':'*'}"
                    .formatted("arn:aws:iam::111122223333:" + w, action))
            .collect(Collectors.joining(","));
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

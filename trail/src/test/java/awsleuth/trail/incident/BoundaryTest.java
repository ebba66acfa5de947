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

/** A permissions boundary is a managed policy, and changes with its versions. */
final class BoundaryTest {

  private static final String POLICY = "arn:aws:iam::111122223333:policy/bound";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "iam PutUserPermissionsBoundary, policy/bound, CONFIRMED",
    "iam CreateUser, policy/bound, CONFIRMED",
    "iam PutUserPermissionsBoundary, policy/other, none",
    "iam AttachUserPolicy, policy/bound, POSSIBLE",
  })
  void a_new_version_of_it_is_why_where_it_is_the_callers(
      String given, String policy, String certainty) throws IOException {
    Optional<Suspect> first = first(version("sqs:Receive*"), Optional.of(given), policy);
    assertThat(first.map(s -> s.certainty().name()).orElse("none")).isEqualTo(certainty);
  }

  @Test
  void where_it_is_not_known_whose_it_is_a_command_tells() throws IOException {
    Suspect first = first(version("sqs:Receive*"), Optional.empty(), "").orElseThrow();
    assertThat(first.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(first.missing())
        .isEqualTo(
            "whether the policy is the caller's permissions boundary: aws iam"
                + " list-entities-for-policy --policy-usage-filter PermissionsBoundary --policy-arn "
                + POLICY);
  }

  @Test
  void one_that_allows_the_call_is_not() throws IOException {
    assertThat(first(version("sqs:Send*"), Optional.empty(), "")).isEmpty();
  }

  @Test
  void an_older_version_that_is_made_the_default_is() throws IOException {
    String older =
        ToldArchive.event(
            "08:30:10",
            "iam SetDefaultPolicyVersion",
            "",
            "",
            "{\"policyArn\":\"%s\",\"versionId\":\"v1\"}".formatted(POLICY));
    String second = version("sqs:*").replace("T08:30:10Z", "T02:03:00Z");
    List<String> records = calls();
    records.addAll(List.of(made("s3:*"), second, older, given("iam CreateUser", "policy/bound")));
    assertThat(first(records).orElseThrow().change().event().name())
        .isEqualTo("SetDefaultPolicyVersion");
    assertThat(first(records).orElseThrow().certainty()).isEqualTo(Certainty.CONFIRMED);
  }

  private Optional<Suspect> first(String version, Optional<String> given, String policy)
      throws IOException {
    List<String> records = calls();
    records.add(made("sqs:*"));
    records.add(version);
    given.ifPresent(g -> records.add(given(g, policy)));
    return first(records);
  }

  private Optional<Suspect> first(List<String> records) throws IOException {
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects().stream().findFirst();
  }

  private static List<String> calls() {
    List<String> records = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      records.add(
          ToldArchive.event(
              "08:%02d:00".formatted(minute),
              "sqs SendMessage",
              minute < 31 ? "" : "AccessDenied",
              "User: arn:aws:iam::111122223333:user/ci is not authorized to perform:"
                  + " sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs because"
                  + " no permissions boundary allows the sqs:SendMessage action",
              "{\"queueUrl\":\"https://sqs.eu-west-1.amazonaws.com/111122223333/jobs\"}"));
    }
    return records;
  }

  private static String made(String action) {
    return ToldArchive.event(
            "02:01:00",
            "iam CreatePolicy",
            "",
            "",
            "{\"policyName\":\"bound\",\"policyDocument\":\"%s\"}".formatted(policy(action)))
        .replace(
            "\"requestParameters\"",
            "\"responseElements\":{\"policy\":{\"arn\":\"%s\",\"defaultVersionId\":\"v1\"}},\"requestParameters\""
                .formatted(POLICY));
  }

  private static String version(String action) {
    return ToldArchive.event(
            "08:30:10",
            "iam CreatePolicyVersion",
            "",
            "",
            "{\"policyArn\":\"%s\",\"setAsDefault\":true,\"policyDocument\":\"%s\"}"
                .formatted(POLICY, policy(action)))
        .replace(
            "\"requestParameters\"",
            "\"responseElements\":{\"policyVersion\":{\"versionId\":\"v2\"}},\"requestParameters\"");
  }

  private static String given(String event, String policy) {
    String arn = "arn:aws:iam::111122223333:" + policy;
    return ToldArchive.event(
        "02:05:00",
        event,
        "",
        "",
        "{\"userName\":\"ci\",\"permissionsBoundary\":\"%s\",\"policyArn\":\"%s\"}"
            .formatted(arn, arn));
  }

  private static String policy(String action) {
    return "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'%s','Resource':'*'}]}"
        .formatted(action)
        .replace("'", "\\\"");
  }
}

package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was taken from a caller between the last success and the refusal is told of. */
class TakenPolicyTest {

  private static final String DATA = "arn:aws:iam::111122223333:policy/data";
  private static final String DETACH =
      iam("DetachRolePolicy", "03", "\"roleName\": \"app\", \"policyArn\": \"" + DATA + "\"");
  private static final String ATTACH =
      iam("AttachRolePolicy", "04", "\"roleName\": \"app\", \"policyArn\": \"" + DATA + "\"");
  private static final String PUT =
      iam(
          "PutRolePolicy",
          "05",
          "\"roleName\": \"app\", \"policyName\": \"extra\", \"policyDocument\": "
              + "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\","
              + " \"Resource\": \"*\", \"Condition\":"
              + " {\"IpAddress\": {\"aws:SourceIp\": \"198.51.100.0/24\"}}}}");
  private static final String REFUSED =
      get(
          "09",
          "a",
          "\"errorCode\": \"AccessDenied\", \"errorMessage\": \"User:"
              + " arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform:"
              + " s3:GetObject on resource: \\\"arn:aws:s3:::data/a\\\" because no identity-based"
              + " policy allows the s3:GetObject action\",");

  @Test
  void a_managed_policy_that_was_detached_is_given_back_first() {
    Finding finding = finding(get("02", "a", ""), DETACH, PUT, REFUSED);
    assertThat(finding.because())
        .anyMatch(c ->
            c.text()
                .contains(
                    "`DetachRolePolicy` of 2026-11-03T08:00:00Z by `arn:aws:iam::111122223333:user/ops` took"))
        .anyMatch(c -> c.text().contains("last succeeded at 2026-11-02T08:00:00Z"));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("aws iam attach-role-policy --role-name app --policy-arn " + DATA);
    assertThat(finding.fixes().getFirst().applicability()).isEqualTo(Fix.Applicability.REVIEW);
    assertThat(finding.fixes()).hasSizeGreaterThan(1);
  }

  @Test
  void an_inline_policy_that_was_deleted_is_to_be_written_again() {
    String delete =
        iam("DeleteRolePolicy", "03", "\"roleName\": \"app\", \"policyName\": \"data\"");
    Fix fix = finding(get("02", "a", ""), delete, REFUSED).fixes().getFirst();
    assertThat(fix.text()).startsWith("aws iam put-role-policy --role-name app");
    assertThat(fix.applicability()).isEqualTo(Fix.Applicability.TEMPLATE);
  }

  @Test
  void what_was_given_back_or_never_let_the_call_succeed_is_not() {
    String other = DETACH.replace("\"app\"", "\"others\"");
    String version =
        iam(
            "CreatePolicyVersion",
            "01",
            "\"policyArn\": \""
                + DATA
                + "\", \"setAsDefault\": true, \"policyDocument\": {\"Statement\": {\"Effect\":"
                + " \"Allow\", \"Action\": \"sqs:*\", \"Resource\": \"*\"}}");
    String success = get("02", "a", "");
    assertNone(success, DETACH, ATTACH, PUT, REFUSED);
    assertNone(success, other, PUT, REFUSED);
    assertNone(DETACH, PUT, REFUSED);
    assertNone(get("02", "b", ""), DETACH, PUT, REFUSED);
    assertNone(DETACH, get("04", "a", ""), PUT, REFUSED);
    assertNone(version, success, DETACH, PUT, REFUSED);
  }

  @Test
  void what_was_given_back_after_the_refusal_is_not_to_be_given_again() {
    Finding finding = finding(get("02", "a", ""), DETACH, REFUSED, again("AttachRolePolicy", DATA));
    assertThat(finding.because())
        .anyMatch(
            c -> c.text().contains("`AttachRolePolicy` of 2026-11-10T08:00:00Z gave it back"));
    assertThat(finding.fixes()).noneMatch(f -> f.text().contains("attach-role-policy"));
  }

  @Test
  void what_was_given_back_and_taken_again_is_to_be_given() {
    Finding finding =
        finding(
            get("02", "a", ""),
            DETACH,
            REFUSED,
            again("AttachRolePolicy", DATA),
            again("DetachRolePolicy", DATA).replace("-10T", "-11T"));
    assertThat(finding.fixes().getFirst().text()).startsWith("aws iam attach-role-policy");
    assertThat(finding.because().toString()).doesNotContain("gave it back");
  }

  @Test
  void a_user_that_was_taken_out_of_a_group_is_put_back() {
    String remove =
        iam("RemoveUserFromGroup", "03", "\"userName\": \"app\", \"groupName\": \"data\"");
    Finding finding = finding(asUser(get("02", "a", "")), remove, asUser(REFUSED));
    assertThat(finding.because())
        .anyMatch(c -> c.text().contains("took `app` out of group `data`; the same call last"));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("aws iam add-user-to-group --user-name app --group-name data");
    String given =
        """
        {"GroupName": "data", "PolicyName": "logs", "PolicyDocument": {"Statement":
          {"Effect": "Allow", "Action": "logs:*", "Resource": "*"}}}
        """;
    assertThat(
            finding(
                    List.of(new Artifact("group.json", Artifact.Kind.ANY, given)),
                    asUser(get("02", "a", "")),
                    remove,
                    asUser(REFUSED))
                .fixes())
        .noneMatch(f -> f.text().contains("add-user-to-group"));
  }

  @Test
  void a_policy_that_was_taken_from_the_users_group_is_given_back_to_the_group() {
    String add = iam("AddUserToGroup", "01", "\"userName\": \"app\", \"groupName\": \"data\"");
    String detach = iam("DetachGroupPolicy", "03", "\"groupName\": \"data\", \"policyArn\": \"X\"");
    String success = asUser(get("02", "a", ""));
    assertThat(finding(add, success, detach, asUser(REFUSED)).fixes().getFirst().text())
        .isEqualTo("aws iam attach-group-policy --group-name data --policy-arn X");
    assertThat(finding(success, detach, asUser(REFUSED)).fixes())
        .as("nothing tells that the user is in the group")
        .noneMatch(f -> f.text().contains("attach-group-policy"));
  }

  private static String asUser(String event) {
    return event
        .replace("AssumedRole", "IAMUser")
        .replace(
            "arn:aws:sts::111122223333:assumed-role/app/s", "arn:aws:iam::111122223333:user/app");
  }

  @Test
  void a_policy_that_is_given_and_does_not_allow_the_call_is_not_it() {
    String other =
        """
        {"PolicyArn": "arn:aws:iam::111122223333:policy/data", "PolicyVersion": {"Document":
          {"Statement": {"Effect": "Allow", "Action": "logs:*", "Resource": "*"}},
          "VersionId": "v1", "IsDefaultVersion": true}}
        """;
    Artifact policy = new Artifact("data.json", Artifact.Kind.ANY, other);
    assertThat(finding(List.of(policy), get("02", "a", ""), DETACH, REFUSED).fixes())
        .noneMatch(f -> f.text().contains("attach-role-policy"));
  }

  /** Names in events are not to be trusted, and fixes are pasted. */
  @Test
  void names_are_words_of_the_shell() {
    String hostile = DATA + "; touch /tmp/x $(id)";
    Finding finding = finding(get("02", "a", ""), DETACH.replace(DATA, hostile), REFUSED);
    assertThat(finding.fixes().getFirst().text()).endsWith("--policy-arn '" + hostile + "'");
  }

  private static String again(String name, String arn) {
    return iam(name, "10", "\"roleName\": \"app\", \"policyArn\": \"" + arn + "\"");
  }

  private static void assertNone(String... events) {
    assertThat(finding(events).fixes()).noneMatch(f -> f.text().contains("attach-role-policy"));
  }

  private static Finding finding(String... events) {
    return finding(List.of(), events);
  }

  private static Finding finding(List<Artifact> beside, String... events) {
    List<Artifact> all = new ArrayList<>(beside);
    all.add(new Artifact("trail.json", Artifact.Kind.TRAIL, String.join("\n", events)));
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(all).failures().getFirst().verdicts().stream()
            .flatMap(v ->
                v.outcome() instanceof Outcome.Confirmed(Finding f)
                    ? List.of(f).stream()
                    : List.<Finding>of().stream())
            .findFirst()
            .orElseThrow();
  }

  private static String get(String day, String key, String error) {
    return """
    {"eventSource": "s3.amazonaws.com", "eventName": "GetObject", "awsRegion": "eu-west-1",
     "eventTime": "2026-11-%sT08:00:00Z", "recipientAccountId": "111122223333",
     "userIdentity": {"type": "AssumedRole", "accountId": "111122223333",
       "arn": "arn:aws:sts::111122223333:assumed-role/app/s"}, %s
     "sourceIPAddress": "203.0.113.7", "requestParameters": {"bucketName": "data", "key": "%s"}}
    """
        .formatted(day, error, key);
  }

  private static String iam(String name, String day, String parameters) {
    return """
    {"eventSource": "iam.amazonaws.com", "eventName": "%s", "eventTime": "2026-11-%sT08:00:00Z",
     "recipientAccountId": "111122223333", "userIdentity": {"type": "IAMUser",
       "arn": "arn:aws:iam::111122223333:user/ops"}, "requestParameters": {%s}}
    """
        .formatted(name, day, parameters);
  }
}

package awsleuth.core.written;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the archive has of a caller's policies tells what a part of them can tell. */
class HeldPoliciesTest {

  private static final String DENY =
      "{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"Closed\", \"Effect\": \"Deny\","
          + " \"Action\": \"dynamodb:*\", \"Resource\": \"*\"}}";
  private static final String OTHER =
      "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\","
          + " \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}}";
  private static final String ELSEWHERE =
      "{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"Office\", \"Effect\": \"Allow\","
          + " \"Action\": \"dynamodb:GetItem\", \"Resource\": \"*\", \"Condition\":"
          + " {\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}}}}";

  private static final String NO_ALLOW =
      "User: arn:aws:sts::111122223333:assumed-role/billing/job is not authorized to perform:"
          + " dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
          + " because no identity-based policy allows the dynamodb:GetItem action";

  private static String refused(String message) {
    return """
    {"eventSource": "dynamodb.amazonaws.com", "eventName": "GetItem", "awsRegion": "eu-west-1",
     "eventTime": "2026-11-18T15:00:00Z", "recipientAccountId": "111122223333",
     "userIdentity": {"type": "AssumedRole", "accountId": "111122223333",
       "arn": "arn:aws:sts::111122223333:assumed-role/billing/job"},
     "errorCode": "AccessDenied", "errorMessage": "%s", "requestID": "R1",
     "sourceIPAddress": "198.51.100.7", "requestParameters": {"tableName": "orders"}}
    """
        .formatted(message);
  }

  private static String iam(String name, String time, String parameters) {
    return """
    {"eventSource": "iam.amazonaws.com", "eventName": "%s", "eventTime": "2026-11-18T%sZ",
     "recipientAccountId": "111122223333", "userIdentity": {"type": "IAMUser",
       "arn": "arn:aws:iam::111122223333:user/ops"}, "requestParameters": {%s}}
    """
        .formatted(name, time, parameters);
  }

  private static String put(String time, String policy) {
    return iam(
        "PutRolePolicy",
        time,
        "\"roleName\": \"billing\", \"policyName\": \"p\", \"policyDocument\": " + text(policy));
  }

  private static String text(String policy) {
    return "\"" + policy.replace("\"", "\\\"") + "\"";
  }

  private static List<String> confirmed(String message, String... events) {
    Artifact trail =
        new Artifact(
            "trail.json", Artifact.Kind.TRAIL, String.join("\n", events) + refused(message));
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(trail)).failures().getFirst().verdicts().stream()
            .filter(v -> v.outcome() instanceof Outcome.Confirmed)
            .map(Diagnosis.Verdict::id)
            .toList();
  }

  @Test
  void a_policy_that_denies_decides_whatever_others_say() {
    assertThat(confirmed("", put("14:00:00", DENY)))
        .containsExactly("permissions/explicit-deny-identity");
    assertThat(
            confirmed(
                "",
                put("14:00:00", DENY),
                iam(
                    "DeleteRolePolicy",
                    "14:10:00",
                    "\"roleName\": \"billing\", \"policyName\": \"p\"")))
        .isEmpty();
    assertThat(confirmed("", put("14:00:00", DENY), put("14:10:00", OTHER))).isEmpty();
    assertThat(confirmed("", put("14:58:00", DENY))).as("it may not hold yet").isEmpty();
  }

  @Test
  void a_part_of_the_policies_does_not_show_that_none_allows() {
    assertThat(confirmed("", put("14:00:00", OTHER))).isEmpty();
    assertThat(confirmed("", put("14:00:00", ELSEWHERE))).isEmpty();
  }

  @Test
  void where_aws_says_that_none_allows_the_condition_that_is_not_met_is_found() {
    assertThat(confirmed(NO_ALLOW, put("14:00:00", ELSEWHERE)).getFirst())
        .isEqualTo("permissions/condition-not-met");
  }

  @Test
  void a_managed_policy_says_what_its_default_version_said() {
    String arn = "\"policyArn\": \"arn:aws:iam::111122223333:policy/data\"";
    String attach = iam("AttachRolePolicy", "13:00:00", "\"roleName\": \"billing\", " + arn);
    String version =
        iam(
            "CreatePolicyVersion",
            "14:00:00",
            arn + ", \"setAsDefault\": true, \"policyDocument\": " + text(DENY));
    String other = iam("SetDefaultPolicyVersion", "14:10:00", arn + ", \"versionId\": \"v1\"");
    String detach = iam("DetachRolePolicy", "14:20:00", "\"roleName\": \"billing\", " + arn);
    assertThat(confirmed("", attach, version))
        .containsExactly("permissions/explicit-deny-identity");
    assertThat(confirmed("", version)).as("attached to nobody known").isEmpty();
    assertThat(confirmed("", attach, version, other)).as("an unknown version").isEmpty();
    assertThat(confirmed("", attach, version, detach)).isEmpty();
  }

  @Test
  void the_policies_of_queues_and_topics_are_those_written_last() {
    String deny =
        DENY.replace("dynamodb", "sqs").replace("\"Effect\"", "\"Principal\": \"*\", \"Effect\"");
    String set =
        """
        {"eventSource": "sqs.amazonaws.com", "eventName": "SetQueueAttributes",
         "awsRegion": "eu-west-1", "eventTime": "2026-11-18T14:00:00Z",
         "recipientAccountId": "111122223333", "requestParameters": {
         "queueUrl": "https://sqs.eu-west-1.amazonaws.com/111122223333/orders",
         "attributes": {"Policy": %s}}}
        """
            .formatted(text(deny));
    String permission =
        """
        {"eventSource": "sqs.amazonaws.com", "eventName": "AddPermission",
         "awsRegion": "eu-west-1", "eventTime": "2026-11-18T14:30:00Z",
         "recipientAccountId": "111122223333", "requestParameters": {
         "queueUrl": "https://sqs.eu-west-1.amazonaws.com/111122223333/orders", "label": "x"}}
        """;
    assertThat(ofQueue(set)).containsExactly("permissions/explicit-deny-resource");
    assertThat(ofQueue(set, permission)).as("what it says now is not known").isEmpty();
    assertThat(ofQueue(set.replace("eu-west-1", "eu-west-2"))).as("another queue").isEmpty();
  }

  private static List<String> ofQueue(String... events) {
    String call =
        refused("")
            .replace("dynamodb.amazonaws", "sqs.amazonaws")
            .replace("GetItem", "SendMessage")
            .replace(
                "\"tableName\": \"orders\"",
                "\"queueUrl\": \"https://sqs.eu-west-1.amazonaws.com/111122223333/orders\"");
    Artifact trail =
        new Artifact("trail.json", Artifact.Kind.TRAIL, String.join("\n", events) + call);
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(trail)).failures().getFirst().verdicts().stream()
            .filter(v -> v.outcome() instanceof Outcome.Confirmed)
            .map(Diagnosis.Verdict::id)
            .toList();
  }
}

package awsleuth.core.written;

import static awsleuth.core.written.AfterRefusal.ALLOW;
import static awsleuth.core.written.AfterRefusal.LATER;
import static awsleuth.core.written.AfterRefusal.first;
import static awsleuth.core.written.AfterRefusal.fix;
import static awsleuth.core.written.AfterRefusal.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies of a caller that were changed after they refused a call. */
class UndoneForCallerTest {

  @Test
  void theInlinePolicyThatRefusesAndWasTakenAwayIsNotMended() {
    String file =
        """
        {"RoleName": "billing", "PolicyName": "closed", "PolicyDocument": {"Version": "2012-10-17",
          "Statement": [{"Sid": "No", "Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}}
        """;
    for (String role : List.of("billing", "other")) {
      List<Artifact> all =
          List.of(
              new Artifact("role.json", Artifact.Kind.ANY, ALLOW),
              new Artifact("closed.json", Artifact.Kind.ANY, file),
              new Artifact(
                  "trail.json",
                  Artifact.Kind.TRAIL,
                  read("2026-11-18T15:00:00Z", "AccessDenied", "1") + deleted(role)));
      Outcome first =
          new Diagnoser(AwsCatalog.embedded())
              .diagnose(all)
              .failures()
              .getFirst()
              .verdicts()
              .getFirst()
              .outcome();
      assertThat(fix(((Outcome.Confirmed) first).finding()).title().contains("call again"))
          .as(role)
          .isEqualTo(role.equals("billing"));
    }
  }

  private static String deleted(String role) {
    return """
    {"eventSource": "iam.amazonaws.com", "eventName": "DeleteRolePolicy", "eventTime": "%s",
     "recipientAccountId": "111122223333", "requestParameters": {"roleName": "%s",
     "policyName": "closed"}}
    """
        .formatted(LATER, role);
  }

  private static final String MANAGED =
      """
      {"RoleDetailList": [{"RoleName": "billing", "Arn": "arn:aws:iam::111122223333:role/billing",
        "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::111122223333:policy/closed"}]}],
       "UserDetailList": [], "Policies": [{"Arn": "arn:aws:iam::111122223333:policy/closed",
        "DefaultVersionId": "v1", "PolicyVersionList": [{"VersionId": "v1",
          "IsDefaultVersion": true, "Document": {"Statement": [
            {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
            {"Sid": "No", "Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}}]}]}
      """;

  /** A managed policy is taken from a role, and another version is made of it. */
  @Test
  void theVersionOfAPolicyAndWhoHasItAreTwoThings() {
    String version = version("15:20", "Allow");
    String detach = attached("DetachRolePolicy", "15:10");
    assertThat(undone(MANAGED, detach, version)).as("it has none").isFalse();
    assertThat(undone(MANAGED, version)).isTrue();
    assertThat(undone(MANAGED, version, attached("AttachRolePolicy", "15:30"))).isTrue();
    assertThat(undone(MANAGED, attached("AttachRolePolicy", "15:30"))).isFalse();
    assertThat(undone(MANAGED, version("15:20", "Deny"))).isFalse();
  }

  private static boolean undone(String policies, String... later) {
    String trail = read("2026-11-18T15:00:00Z", "AccessDenied", "1") + String.join("\n", later);
    return first(trail, policies).fixes().stream()
        .anyMatch(f -> f.title().startsWith("call again, without a change"));
  }

  private static String version(String time, String effect) {
    return iam(
        "CreatePolicyVersion",
        time,
        """
        "policyArn": "arn:aws:iam::111122223333:policy/closed", "setAsDefault": true,
        "policyDocument": {"Statement": {"Effect": "%s", "Action": "s3:*", "Resource": "*"}}
        """
            .formatted(effect));
  }

  private static String attached(String name, String time) {
    String parameters =
        "\"roleName\": \"billing\", \"policyArn\": \"arn:aws:iam::111122223333:policy/closed\"";
    return iam(name, time, parameters);
  }

  private static String iam(String name, String time, String parameters) {
    return """
    {"eventSource": "iam.amazonaws.com", "eventName": "%s", "eventTime": "2026-11-18T%s:00Z",
     "recipientAccountId": "111122223333", "userIdentity": {"type": "IAMUser",
       "arn": "arn:aws:iam::111122223333:user/ops"}, "requestParameters": {%s}}
    """
        .formatted(name, time, parameters);
  }

  @Test
  void aBoundaryThatWasTakenAwaySinceIsNotMended() {
    String limit =
        """
        {"Statement": {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}}
        """;
    for (String event :
        List.of("DeleteRolePermissionsBoundary", "PutRolePermissionsBoundary", "AttachPolicy")) {
      String change = iam(event, "15:20", "\"roleName\": \"billing\", \"targetId\": \"r-1\"");
      change =
          event.equals("AttachPolicy") ? change.replace("iam.ama", "organizations.ama") : change;
      List<Artifact> all =
          List.of(
              new Artifact("role.json", Artifact.Kind.ANY, ALLOW),
              new Artifact("limit.json", Artifact.Kind.POLICY_BOUNDARY, limit),
              new Artifact(
                  "trail.json",
                  Artifact.Kind.TRAIL,
                  read("2026-11-18T15:00:00Z", "AccessDenied", "1") + change));
      assertThat(
              new Diagnoser(AwsCatalog.embedded())
                  .diagnose(all)
                  .failures()
                  .getFirst()
                  .verdicts()
                  .getFirst()
                  .toString()
                  .contains("call again, without a change"))
          .as(event)
          .isEqualTo(event.startsWith("Delete"));
    }
  }
}

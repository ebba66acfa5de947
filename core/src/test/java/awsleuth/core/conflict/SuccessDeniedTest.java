package awsleuth.core.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that succeeded although a policy given denies them. */
class SuccessDeniedTest {

  private static final String REFUSED =
      event(
          "10:10",
          "GetObject",
          "new",
          "\"errorCode\": \"AccessDenied\", \"errorMessage\": \"User:"
              + " arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform:"
              + " s3:GetObject on resource: \\\"arn:aws:s3:::new/k\\\" because no identity-based"
              + " policy allows the s3:GetObject action\",");

  private static final String ELSEWHERE = event("10:00", "GetObject", "old", "");

  private static String event(String time, String name, String bucket, String more) {
    return """
    {"eventVersion": "1.09", "eventTime": "2026-11-20T%s:00Z", "awsRegion": "eu-west-1",
     "eventSource": "s3.amazonaws.com", "eventName": "%s", "recipientAccountId": "111122223333",
     "requestParameters": {"bucketName": "%s", "key": "k"}, %s
     "userIdentity": {"type": "AssumedRole", "accountId": "111122223333",
       "arn": "arn:aws:sts::111122223333:assumed-role/app/s"}}\
    """
        .formatted(time, name, bucket, more);
  }

  private static FailureDiagnosis diagnosed(String denied, String... events) {
    Artifact policy =
        new Artifact(
            "policy.json",
            Kind.ANY,
            """
            {"RoleName": "app", "PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": "s3:GetObject",
                "Resource": "arn:aws:s3:::own/*"},
                {"Sid": "X", "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::%s/*"}]}}
            """
                .formatted(denied));
    String trail = "{\"Records\": [" + String.join(",", events) + "," + REFUSED + "]}";
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(policy, new Artifact("trail.json", Kind.ANY, trail)), List.of())
        .failures()
        .getFirst();
  }

  @Test
  void aFileThatDeniesWhatSucceededProvesNothing() {
    FailureDiagnosis failure = diagnosed("old", ELSEWHERE);
    assertThat(failure.conflicts())
        .extracting(Conflict::what)
        .containsExactly("a policy given denies what the trail shows to have succeeded");
    assertThat(failure.verdicts().getFirst().outcome()).isInstanceOf(Outcome.Possible.class);
  }

  @Test
  void whatSucceededBeforeThePolicyWasChangedIsNoContradiction() {
    for (String change :
        List.of(
            iam("PutRolePolicy", "\"roleName\": \"app\", \"policyName\": \"p\""),
            iam("AttachRolePolicy", "\"roleName\": \"app\", \"policyArn\": \"arn:x\""),
            iam("DeleteRole", "\"roleName\": \"app\""),
            iam("CreatePolicyVersion", "\"policyArn\": \"arn:x\", \"setAsDefault\": true"))) {
      assertThat(diagnosed("old", ELSEWHERE, change).conflicts()).as(change).isEmpty();
    }
  }

  /** A deny of the role's own policy holds whatever any bucket's says. */
  @Test
  void whatLeavesTheCallersPoliciesAsTheyAreExplainsNothing() {
    for (String other :
        List.of(
            event("10:05", "PutBucketPolicy", "old", ""),
            event("10:05", "CreateBucket", "made", ""),
            iam("SimulatePrincipalPolicy", ""),
            iam("PutRolePolicy", "\"roleName\": \"other\", \"policyName\": \"p\""),
            iam("PutRolePermissionsBoundary", "\"roleName\": \"app\""),
            iam("AddUserToGroup", "\"userName\": \"app\", \"groupName\": \"g\""))) {
      assertThat(diagnosed("old", ELSEWHERE, other).conflicts()).as(other).hasSize(1);
    }
  }

  private static String bounded(String change) {
    String boundary =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "*", "Resource": "*"},
          {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::old/*"}]}
        """;
    String trail = "{\"Records\": [" + ELSEWHERE + "," + change + REFUSED + "]}";
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(
            List.of(
                new Artifact("boundary.json", Kind.POLICY_BOUNDARY, boundary),
                new Artifact("trail.json", Kind.ANY, trail)),
            List.of())
        .failures()
        .getFirst()
        .conflicts()
        .toString();
  }

  @Test
  void aBoundaryThatWasPutOnInBetweenExplainsTheSuccess() {
    String role = "\"roleName\": \"app\"";
    assertThat(bounded("")).contains("boundary.json");
    assertThat(bounded(iam("PutRolePermissionsBoundary", role) + ",")).isEqualTo("[]");
    assertThat(bounded(iam("PutRolePolicy", role) + ",")).contains("boundary.json");
  }

  /** What succeeded after a change tells nothing, and does not hide what succeeded before. */
  @Test
  void aSuccessBeforeTheRefusalIsSeenBesideALaterOne() {
    String change =
        iam("PutRolePolicy", "\"roleName\": \"app\", \"policyName\": \"p\"")
            .replace("10:05", "10:20");
    assertThat(
            diagnosed("old", ELSEWHERE, change, event("10:30", "GetObject", "old", "")).conflicts())
        .hasSize(1);
  }

  private static String iam(String name, String parameters) {
    return """
    {"eventVersion": "1.09", "eventTime": "2026-11-20T10:05:00Z", "awsRegion": "us-east-1",
     "eventSource": "iam.amazonaws.com", "eventName": "%s", "recipientAccountId": "111122223333",
     "requestParameters": {%s}, "userIdentity": {"type": "IAMUser", "accountId": "111122223333",
       "arn": "arn:aws:iam::111122223333:user/ops"}}\
    """
        .formatted(name, parameters);
  }

  @Test
  void whatDeniesTheRefusedRequestMayHaveBeenAddedSince() {
    assertThat(diagnosed("*", ELSEWHERE).conflicts()).isEmpty();
  }

  @Test
  void aFileThatDeniesOnlyOtherThingsIsBelieved() {
    FailureDiagnosis failure = diagnosed("other", ELSEWHERE);
    assertThat(failure.conflicts()).isEmpty();
    assertThat(failure.verdicts().getFirst().outcome()).isInstanceOf(Outcome.Confirmed.class);
  }
}

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
  void whatSucceededBeforeAPolicyWasChangedIsNoContradiction() {
    assertThat(
            diagnosed("old", ELSEWHERE, event("10:05", "PutBucketPolicy", "old", "")).conflicts())
        .isEmpty();
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

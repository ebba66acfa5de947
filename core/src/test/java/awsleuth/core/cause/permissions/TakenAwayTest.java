package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What to do where the trail tells what took away what allowed a call. */
class TakenAwayTest {

  private static final String DENIED =
      "2026-11-20T10:00:00Z An error occurred (AccessDenied) when calling the PutObject operation:"
          + " User: arn:aws:sts::111122223333:assumed-role/app/x is not authorized to perform:"
          + " s3:PutObject on resource: arn:aws:s3:::acme-w/x because no identity-based policy"
          + " allows the s3:PutObject action";

  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-w/*"}]}
      """;

  private static final String DETACHED =
      """
      {"Records": [{"eventTime": "2026-11-20T09:30:00Z", "eventSource": "iam.amazonaws.com",
        "eventName": "DetachRolePolicy", "recipientAccountId": "111122223333",
        "userIdentity": {"type": "AssumedRole",
          "arn": "arn:aws:sts::111122223333:assumed-role/kim/x"},
        "requestParameters": {"roleName": "app",
          "policyArn": "arn:aws:iam::111122223333:policy/app-write"}}]}
      """;

  @Test
  void thePolicyThatWasDetachedIsAttachedAgain() {
    assertThat(fixes("app-write.json"))
        .singleElement()
        .satisfies(fix ->
            assertThat(fix.text())
                .isEqualTo(
                    "aws iam attach-role-policy --role-name app --policy-arn"
                        + " arn:aws:iam::111122223333:policy/app-write"));
  }

  @Test
  void thatOfAnotherPolicyIsNotTakenForIt() {
    assertThat(fixes("other.json")).noneMatch(fix -> fix.text().contains("attach-role-policy"));
  }

  private static List<Fix> fixes(String policy) {
    return new Diagnoser(AwsCatalog.embedded())
            .diagnose(
                List.of(
                    new Artifact("t.log", Kind.TRACEBACK, DENIED),
                    new Artifact(policy, Kind.POLICY_IDENTITY, POLICY),
                    new Artifact("trail.json", Kind.TRAIL, DETACHED)))
            .failures()
            .getFirst()
            .verdicts()
            .stream()
            .map(Verdict::outcome)
            .flatMap(o ->
                o instanceof Outcome.Confirmed c
                    ? c.finding().fixes().stream()
                    : java.util.stream.Stream.<Fix>of())
            .toList();
  }
}

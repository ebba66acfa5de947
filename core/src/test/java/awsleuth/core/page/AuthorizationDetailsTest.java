package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import awsleuth.core.conflict.Conflict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What AWS kept of a refusal names the policy that denies. */
class AuthorizationDetailsTest {

  private static final String REFUSED =
      "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
          + " ListQueues operation: User: arn:aws:sts::111122223333:assumed-role/billing/job is not"
          + " authorized to perform: sqs:ListQueues with an explicit deny. To get details about"
          + " this authorization call GetRequestAuthorizationDetails API with the following"
          + " authorization id: q1w2";

  private static Verdict first(String effectOfStatement, String type) {
    return diagnosed(REFUSED, effectOfStatement, type).verdicts().getFirst();
  }

  private static Diagnosis.FailureDiagnosis diagnosed(
      String text, String effectOfStatement, String type) {
    String details =
        """
        {"requestContext": {}, "evaluations": [
          {"action": "sqs:ListQueues", "resource": "", "evaluatedEffect": "EXPLICIT_DENY",
           "matchedPolicies": [
             {"uri": "arn:aws:iam::111122223333:policy/p",
              "matchedStatements": [{"sid": "No", "evaluatedEffect": "%s"}]}]}],
         "policies": [{"type": "%s", "inline": false, "uri": "arn:aws:iam::111122223333:policy/p"}]}
        """
            .formatted(effectOfStatement, type);
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(
            List.of(
                new Artifact("error", Kind.TRACEBACK, text),
                new Artifact("details", Kind.AUTHORIZATION, details)))
        .failures()
        .getFirst();
  }

  @Test
  void theStatementThatDeniesTellsTheTypeOfThePolicy() {
    assertThat(first("DENY", "SERVICE_CONTROL_POLICY").id()).isEqualTo("permissions/scp");
    assertThat(first("DENY", "SERVICE_CONTROL_POLICY").outcome())
        .isInstanceOf(Outcome.Confirmed.class);
    assertThat(first("DENY", "PERMISSIONS_BOUNDARY").id()).isEqualTo("permissions/boundary");
  }

  @Test
  void aStatementThatAllowsIsNotTheOneThatDenied() {
    assertThat(first("ALLOW", "SERVICE_CONTROL_POLICY").outcome())
        .isInstanceOf(Outcome.Possible.class);
  }

  @Test
  void aDenyThatTheSentenceDoesNotSayIsAConflict() {
    String scp = "SERVICE_CONTROL_POLICY";
    assertThat(diagnosed(REFUSED, "DENY", scp).conflicts()).isEmpty();
    String silent =
        REFUSED.replace(
            "with an explicit deny",
            "because no identity-based policy allows the sqs:ListQueues action");
    var failure = diagnosed(silent, "DENY", scp);
    assertThat(failure.conflicts())
        .extracting(Conflict::kind, c -> c.says().getLast().text())
        .containsExactly(
            tuple("decision", "its decision in full says that a policy denies it (Sid `No`)"));
    assertThat(failure.verdicts().getFirst().outcome()).isInstanceOf(Outcome.Possible.class);
  }
}

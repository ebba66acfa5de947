package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the policy simulator printed, beside a refusal that does not say which policy decided. */
class SimulationsTest {

  private static final String REFUSED =
      "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject"
          + " operation: Access Denied";
  private static final String OBJECT = "arn:aws:s3:::reports/q1.csv";
  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static Verdict first(String text, String... results) {
    String simulation = "{\n \"EvaluationResults\": [\n" + String.join(",\n", results) + "\n]}";
    return DIAGNOSER
        .diagnose(
            List.of(
                new Artifact("t", Kind.TRACEBACK, text),
                new Artifact("sim.json", Kind.ANY, simulation)))
        .failures()
        .getFirst()
        .verdicts()
        .getFirst();
  }

  private static String result(String action, String resource, String decision, String more) {
    return "{\"EvalActionName\": \"%s\", \"EvalResourceName\": \"%s\", \"EvalDecision\": \"%s\"%s}"
        .formatted(action, resource, decision, more);
  }

  private static String matched(String type) {
    return ", \"MatchedStatements\": [{\"SourcePolicyId\": \"p\", \"SourcePolicyType\": \"%s\"}]"
        .formatted(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "implicitDeny | , \"MatchedStatements\": [] | no-identity-allow",
        "implicitDeny | , \"MatchedStatements\": [{\"SourcePolicyType\": \"IAM Policy\"}],"
            + " \"PermissionsBoundaryDecisionDetail\": {\"AllowedByPermissionsBoundary\": false}"
            + " | boundary",
        "implicitDeny | , \"MatchedStatements\": [{\"SourcePolicyType\": \"IAM Policy\"}],"
            + " \"OrganizationsDecisionDetail\": {\"AllowedByOrganizations\": false} | scp",
        "explicitDeny | , \"MatchedStatements\": [{\"SourcePolicyType\": \"IAM Policy\"}]"
            + " | explicit-deny-identity",
        "explicitDeny | , \"MatchedStatements\": [{\"SourcePolicyType\": \"resource\"}]"
            + " | explicit-deny-resource"
      })
  void theDecisionConfirmsTheCause(String decision, String more, String cause) {
    Verdict verdict = first(REFUSED, result("s3:GetObject", OBJECT, decision, more));
    assertThat(verdict.id()).isEqualTo("permissions/" + cause);
    assertThat(verdict.outcome()).isInstanceOf(Outcome.Confirmed.class);
    assertThat(verdict.outcome().toString()).contains("source=sim.json:3");
  }

  @Test
  void whatTellsTooLittleConfirmsNothing() {
    String deny = result("s3:GetObject", OBJECT, "implicitDeny", "");
    for (List<String> results :
        List.of(
            List.of(result("s3:PutObject", OBJECT, "implicitDeny", "")),
            List.of(result("s3:GetObject", "*", "implicitDeny", "")),
            List.of(result("s3:GetObject", OBJECT, "allowed", matched("IAM Policy"))),
            List.of(deny, result("s3:GetObject", OBJECT + "x", "allowed", "")),
            List.of(
                result(
                    "s3:GetObject",
                    OBJECT,
                    "implicitDeny",
                    ", \"MissingContextValues\": [\"aws:SourceIp\"]")))) {
      assertThat(first(REFUSED, results.toArray(String[]::new)).outcome())
          .as("%s", results)
          .isInstanceOf(Outcome.Possible.class);
    }
  }

  @Test
  void aCallThatWasNotRefusedIsLeftAlone() {
    Verdict verdict =
        first(
            REFUSED.replace("AccessDenied", "NoSuchKey"),
            result("s3:GetObject", OBJECT, "implicitDeny", ""));
    assertThat(verdict.id()).isEqualTo("resource/key-not-found");
  }

  @Test
  void whatTheTextSaysGoesBeforeIt() {
    String sentence =
        REFUSED.replace(
            "Access Denied",
            "User: arn:aws:iam::111122223333:user/u is not authorized to perform: s3:GetObject on"
                + " resource: \"arn:aws:s3:::reports/q1.csv\" with an explicit deny in a service"
                + " control policy");
    assertThat(first(sentence, result("s3:GetObject", OBJECT, "implicitDeny", "")).id())
        .isEqualTo("permissions/scp");
  }
}

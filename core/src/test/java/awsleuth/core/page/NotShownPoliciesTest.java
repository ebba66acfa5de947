package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Need;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy that AWS did not show is none that does not allow. */
class NotShownPoliciesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String REFUSED =
      "An error occurred (AccessDenied) when calling the GetParameter operation: User:"
          + " arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform:"
          + " ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:111122223333:parameter/x";
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "Q", "Effect": "Allow",
        "Action": "sqs:SendMessage", "Resource": "*"}]}
      """;

  private static String unread(String kind, String role) {
    return """
    {"unread": [{"kind": "%s", "attached_to": "arn:aws:iam::111122223333:role/ops/%s",
      "what": "the policy inl of app", "why": "iam:GetRolePolicy is not allowed",
      "how": "aws iam get-role-policy --policy-name inl --role-name app"}]}
    """
        .formatted(kind, role);
  }

  private static Outcome outcome(String error, String manifest) {
    List<Artifact> artifacts =
        List.of(
            new Artifact("error.txt", Artifact.Kind.TRACEBACK, error),
            new Artifact("p.json", Artifact.Kind.POLICY_IDENTITY, POLICY),
            new Artifact("awsleuth.json", Artifact.Kind.ANY, manifest));
    return DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts().stream()
        .filter(v -> v.id().equals("permissions/no-identity-allow"))
        .map(Verdict::outcome)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingFollowsFromTheOthersThen() {
    assertThat(outcome(REFUSED, "{\"files\": {}}")).isInstanceOf(Outcome.Confirmed.class);
    Outcome open = outcome(REFUSED, unread("policy:identity", "app"));
    assertThat(open).isInstanceOf(Outcome.Possible.class);
    assertThat(((Outcome.Possible) open).missing())
        .extracting(Need::how)
        .contains("aws iam get-role-policy --policy-name inl --role-name app");
  }

  @Test
  void whatAwsItselfSaysStaysSo() {
    String told = REFUSED + " because no identity-based policy allows the ssm:GetParameter action";
    assertThat(outcome(told, unread("policy:identity", "app")))
        .isInstanceOf(Outcome.Confirmed.class);
  }

  @Test
  void anEventOfDataIsNotLookedUpWhereThereIsNone() {
    String refused =
        REFUSED
            .replace("GetParameter", "InvokeModel")
            .replace("ssm:InvokeModel", "bedrock:InvokeModel")
            .replaceFirst("arn:aws:ssm:.*", "arn:aws:bedrock:eu-west-1::foundation-model/m");
    String manifest = unread("policy:identity", "app");
    String all = outcome(refused, manifest).toString();
    assertThat(all)
        .contains("aws cloudtrail get-event-selectors")
        .doesNotContain("cloudtrail lookup-events");
  }

  @Test
  void thoseOfAnotherRoleOrOfAnotherTypeSayNothingOfIt() {
    assertThat(outcome(REFUSED, unread("policy:identity", "other")))
        .isInstanceOf(Outcome.Confirmed.class);
    assertThat(outcome(REFUSED, unread("policy:rcp", "app"))).isInstanceOf(Outcome.Confirmed.class);
  }
}

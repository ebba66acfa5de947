package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private static final String ROLE_POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "Read",
            "Effect": "Allow",
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::invoices/*"
          },
          {
            "Sid": "List",
            "Effect": "Allow",
            "Action": "s3:ListBucket",
            "Resource": "arn:aws:s3:::invoices",
            "Condition": {
              "IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "198.51.100.16/28"]}
            }
          }
        ]
      }
      """;

  @Test
  void theConditionThatKeepsTheAllowFromApplyingIsTold() {
    Decision decision = decide("s3:ListBucket", "arn:aws:s3:::invoices", Context.EMPTY);
    assertThat(decision.result()).isEqualTo(Result.IMPLICIT_DENY);
    assertThat(decision.blockers()).extracting(Blocker::layer).containsExactly(Layer.IDENTITY);
    StatementReport nearest = decision.nearest().orElseThrow();
    assertThat(nearest.citation()).isEqualTo("role.json:10");
    assertThat(nearest.mismatches()).hasSize(1);
    Mismatch.OfCondition condition = (Mismatch.OfCondition) nearest.mismatches().getFirst();
    assertThat(condition.condition().key().value()).isEqualTo("aws:SourceIp");
    assertThat(condition.at().line()).isEqualTo(16);
    assertThat(condition.actual()).isEqualTo(ContextValue.ABSENT);
  }

  @Test
  void thePartOfTheArnThatDiffersIsTold() {
    Decision decision = decide("s3:GetObject", "arn:aws:s3:::invoices", Context.EMPTY);
    Mismatch.OfResource part =
        (Mismatch.OfResource) decision.nearest().orElseThrow().mismatches().getFirst();
    assertThat(part.part()).isEqualTo(new ArnPart("resource", "invoices/*", "invoices"));
    assertThat(part.at().line()).isEqualTo(8);
  }

  @Test
  void aBucketAndAnAccessPointDifferAsAWhole() {
    String point = "arn:aws:s3:eu-west-1:111122223333:accesspoint/read";
    String object = point + "/object/k";
    assertThat(ArnPart.of("arn:aws:s3:::a/*", object).name()).isEqualTo("ARN");
    assertThat(ArnPart.of(point + "/object/*", "arn:aws:s3:::a/k").name()).isEqualTo("ARN");
    assertThat(ArnPart.of("arn:aws:s3:eu-west-1::a/*", "arn:aws:s3:::a/k").name())
        .isEqualTo("Region");
    assertThat(ArnPart.of("arn:aws:s3:*:*:accesspoint/other/*", object).name())
        .isEqualTo("resource");
  }

  @Test
  void anOpenDecisionSaysUnderWhichValuesItIsWhat() {
    Decision decision = decide("s3:ListBucket", "arn:aws:s3:::invoices", Context.OPEN);
    assertThat(decision.result()).isEqualTo(Result.UNKNOWN);
    assertThat(decision.blockers()).isEmpty();
    assertThat(decision.dependencies()).hasSize(1);
    assertThat(decision.dependencies().getFirst().outcomes())
        .contains(
            new Dependency.Outcome(Map.of("aws:SourceIp", "in `203.0.113.0/24`"), Result.ALLOWED),
            new Dependency.Outcome(Map.of("aws:SourceIp", "absent"), Result.IMPLICIT_DENY),
            new Dependency.Outcome(
                Map.of("aws:SourceIp", "any other address"), Result.IMPLICIT_DENY));
  }

  @Test
  void aDenyThatMayApplyToWhatNothingAllowsIsADenialEitherWay() {
    Decision decision =
        decide(
            "[{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":"
                + "{\"StringNotEquals\":{\"aws:SourceVpc\":\"vpc-1\"}}}]");
    assertThat(decision.result()).isEqualTo(Result.UNKNOWN);
    assertThat(decision.denied()).isTrue();
    assertThat(decision.blockers()).extracting(Blocker::layer).containsExactly(Layer.IDENTITY);
  }

  @Test
  void whatIsAllowedOnlyWithTheValueThatIsDeniedIsDeniedForCertain() {
    String allow =
        "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":"
            + "{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"false\"}}}";
    String deny =
        "{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":"
            + "{\"%s\":{\"aws:MultiFactorAuthPresent\":\"%s\"}}}";
    Decision opposite = decide("[" + allow + "," + deny.formatted("BoolIfExists", "false") + "]");
    assertThat(opposite.result()).isEqualTo(Result.UNKNOWN);
    assertThat(opposite.denied()).isTrue();
    Decision other = decide("[" + allow + "," + deny.formatted("Bool", "true") + "]");
    assertThat(other.result()).isEqualTo(Result.UNKNOWN);
    assertThat(other.denied()).isFalse();
  }

  @Test
  void allBlockersAreToldInTheOrderOfEvaluation() {
    Policy silent =
        policy(
            "scp.json",
            PolicyType.SCP,
            "[{\"Effect\":\"Allow\",\"Action\":\"ec2:*\",\"Resource\":\"*\"}]");
    Policy denying =
        policy(
            "boundary.json",
            PolicyType.BOUNDARY,
            "[{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]");
    PolicySet set =
        PolicySet.NONE
            .withScps(List.of(new PolicySet.Level("root", List.of(silent))))
            .withBoundary(List.of(denying));
    Decision decision =
        Authorizer.of(set).explain(request("s3:GetObject", "arn:aws:s3:::b/k", Context.EMPTY));
    assertThat(decision.result()).isEqualTo(Result.EXPLICIT_DENY);
    assertThat(decision.blockers())
        .extracting(Blocker::layer)
        .containsExactly(Layer.SCP, Layer.IDENTITY, Layer.BOUNDARY, Layer.BOUNDARY);
    assertThat(decision.blockers())
        .extracting(Blocker::explicit)
        .containsExactly(false, false, true, false);
    assertThat(decision.matched()).extracting(StatementReport::applies).containsOnly(Truth.TRUE);
  }

  private static Decision decide(String action, String resource, Context context) {
    Policy role = PolicyParser.parse("role.json", PolicyType.IDENTITY, ROLE_POLICY).policy().get();
    return Authorizer.of(PolicySet.NONE.withIdentity(List.of(role)))
        .explain(request(action, resource, context));
  }

  private static Decision decide(String statements) {
    Policy policy = policy("role.json", PolicyType.IDENTITY, statements);
    return Authorizer.of(PolicySet.NONE.withIdentity(List.of(policy)))
        .explain(request("s3:GetObject", "arn:aws:s3:::b/k", Context.OPEN));
  }

  private static Request request(String action, String resource, Context context) {
    Principal alice = Principal.parse("arn:aws:iam::111122223333:user/alice").orElseThrow();
    return new Request(alice, action, resource, "", context);
  }

  private static Policy policy(String name, PolicyType type, String statements) {
    String text = "{\"Version\":\"2012-10-17\",\"Statement\":" + statements + "}";
    return PolicyParser.parse(name, type, text).policy().orElseThrow();
  }
}

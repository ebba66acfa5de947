package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of a cause where the account's policies deny the request, by this or another. */
class LayerNowTest {

  private static final String ALLOW = "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}";
  private static final String DENY =
      "{'Sid': 'Lock', 'Effect': 'Deny', 'Principal': '*', 'Action': 's3:*', 'Resource': '*'}";
  private static final String BY_ADDRESS = under(DENY, "NotIpAddress", "aws:SourceIp");
  private static final String WITH_ADDRESS = under(ALLOW, "IpAddress", "aws:SourceIp");
  private static final String ELSEWHERE = "198.51.100.7";
  private static final String INSIDE = "203.0.113.9";
  private static final String ADDRESSES = "203.0.113.0/24";

  private static final Optional<RefusedRequest.Told> BARE = Optional.empty();
  private static final Optional<RefusedRequest.Told> BY_RESOURCE =
      Optional.of(new RefusedRequest.Told(Optional.of(Layer.RESOURCE), true));

  @Test
  void aConditionThatStillRefusesIsStillThere() {
    PolicySet resource = set(PolicyType.RESOURCE, BY_ADDRESS);
    assertThat(said("condition-not-met", BARE, resource, ELSEWHERE)).startsWith("still there");
    assertThat(said("condition-not-met", BY_RESOURCE, resource, ELSEWHERE))
        .startsWith("still there");
    PolicySet alone =
        PolicySet.NONE.withIdentity(List.of(policy(PolicyType.IDENTITY, WITH_ADDRESS)));
    assertThat(said("condition-not-met", BARE, alone, ELSEWHERE)).startsWith("still there");
  }

  @Test
  void aConditionIsGoneWhereAnotherPolicyDeniesWithoutOne() {
    for (PolicyType other : List.of(PolicyType.BOUNDARY, PolicyType.IDENTITY)) {
      PolicySet set = and(set(PolicyType.RESOURCE, BY_ADDRESS), other, ALLOW, DENY);
      for (Optional<RefusedRequest.Told> told : List.of(BARE, BY_RESOURCE)) {
        assertThat(said("condition-not-met", told, set, INSIDE))
            .as("%s denies, refused %s", other, told)
            .startsWith(
                "ruled out: no such condition of the account's policies refuses it now; the call is"
                    + " still denied: Sid `Lock` of the account's");
        assertThat(said("condition-not-met", told, set, ELSEWHERE))
            .as("the condition refuses it as well")
            .startsWith("still there");
      }
    }
  }

  @Test
  void aConditionOnWhatIsNotKnownLeavesItOpen() {
    PolicySet set = and(set(PolicyType.RESOURCE, BY_ADDRESS), PolicyType.BOUNDARY, ALLOW, DENY);
    assertThat(said("condition-not-met", BARE, set, ""))
        .isEqualTo(
            "unknown: the account's policies deny it, which does not tell of this cause: Sid `Lock`"
                + " of the account's permissions boundary denies it");
  }

  @Test
  void conditionsOnMultiFactorAuthenticationAreACauseOfTheirOwn() {
    PolicySet set =
        set(
            PolicyType.RESOURCE,
            under(DENY, "BoolIfExists", "aws:MultiFactorAuthPresent", "false"));
    assertThat(said("mfa-required", BARE, set, INSIDE)).startsWith("still there");
    assertThat(said("condition-not-met", BARE, set, INSIDE)).startsWith("ruled out");
  }

  @Test
  void aBoundaryIsStillThereOnlyWhereItRefuses() {
    PolicySet resource = set(PolicyType.RESOURCE, DENY);
    assertThat(said("boundary", BARE, resource, INSIDE))
        .isEqualTo(
            "ruled out: no such policy of the account denies it now; the call is still denied: Sid"
                + " `Lock` of the account's resource-based policy denies it");
    assertThat(said("boundary", BARE, and(resource, PolicyType.BOUNDARY, ALLOW), INSIDE))
        .startsWith(
            "ruled out: a statement of the account's permissions boundary (boundary.json) allows it"
                + " now");
    assertThat(said("boundary", BARE, and(resource, PolicyType.BOUNDARY, DENY), INSIDE))
        .startsWith("still there");
    assertThat(said("scp", BARE, resource, INSIDE)).startsWith("ruled out");
    PolicySet.Level level =
        new PolicySet.Level("root", List.of(policy(PolicyType.SCP, ALLOW, DENY)));
    assertThat(said("scp", BARE, resource.withScps(List.of(level)), INSIDE))
        .startsWith("still there");
  }

  @Test
  void ofPoliciesThatAreNotReadNothingIsSaid() {
    for (String id :
        List.of(
            "trust-policy",
            "session-policy",
            "vpc-endpoint-policy",
            "s3-public-access-blocked",
            "model-access",
            "kms-key")) {
      assertThat(concern(id, BARE)).as(id).isEmpty();
    }
  }

  private static String under(String statement, String operator, String key) {
    return under(statement, operator, key, ADDRESSES);
  }

  private static String under(String statement, String operator, String key, String value) {
    return statement.substring(0, statement.length() - 1)
        + ", 'Condition': {'%s': {'%s': '%s'}}}".formatted(operator, key, value);
  }

  /** What a caller who may do all is limited by. */
  private static PolicySet set(PolicyType type, String... statements) {
    return and(
        PolicySet.NONE.withIdentity(List.of(policy(PolicyType.IDENTITY, ALLOW))), type, statements);
  }

  private static PolicySet and(PolicySet set, PolicyType type, String... statements) {
    List<Policy> policies = List.of(policy(type, statements));
    return switch (type) {
      case IDENTITY -> set.withIdentity(policies);
      case RESOURCE -> set.withResource(policies);
      case BOUNDARY -> set.withBoundary(policies);
      case TRUST, SESSION, SCP, RCP, VPC_ENDPOINT ->
          throw new IllegalArgumentException(type.toString());
    };
  }

  private static Policy policy(PolicyType type, String... statements) {
    String text =
        "{\"Version\": \"2012-10-17\", \"Statement\": ["
            + String.join(", ", statements).replace('\'', '"')
            + "]}";
    boolean named = type == PolicyType.RESOURCE;
    return PolicyParser.parse(
            "live/" + type.toString().toLowerCase(java.util.Locale.ROOT) + ".json",
            type,
            named ? text : text.replace("\"Principal\": \"*\", ", ""))
        .policy()
        .orElseThrow();
  }

  private static Optional<Concern> concern(String id, Optional<RefusedRequest.Told> told) {
    RefusedRequest request =
        new RefusedRequest("", "s3:GetObject", "arn:aws:s3:::data/k", "", "", "", Map.of());
    return Concerns.of("permissions/" + id, request, told);
  }

  /**
   * What is said.
   *
   * @param address from which it is called; empty where that is not known
   */
  private static String said(
      String id, Optional<RefusedRequest.Told> told, PolicySet set, String address) {
    Context context =
        address.isEmpty()
            ? Context.OPEN
            : Context.EMPTY
                .with("aws:SourceIp", address)
                .with("aws:MultiFactorAuthPresent", "false");
    Principal ann = Principal.parse("arn:aws:iam::111122223333:user/ann").orElseThrow();
    Request request =
        new Request(ann, "s3:GetObject", "arn:aws:s3:::data/k", "111122223333", context);
    Decision decision = Authorizer.of(set).explain(request);
    ToldCause cause =
        new ToldCause(
            "permissions/" + id,
            "confirmed",
            "",
            List.of(),
            List.of(),
            List.of(),
            ToldDiagnosis.Check.POLICIES,
            "",
            "");
    Verified now =
        new LayerNow(decision, concern(id, told).orElseThrow()).of(cause, "AccessDenied");
    return now.state().words() + ": " + now.why();
  }
}

package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.EVERYTHING;
import static awsleuth.iam.repair.Repaired.ROLE;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exceptions from what denies a request. */
class DenyRepairsTest {

  @Test
  void anExplicitDenyGetsAnExceptionInItsOwnDocument() {
    Policy scp =
        policy(
            PolicyType.SCP,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Sid": "Eu", "Effect": "Deny", "NotAction": ["iam:*"], "Resource": "*",
               "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1"]}}}]}
            """);
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(EVERYTHING))
            .withScps(List.of(new PolicySet.Level("root", List.of(scp))));
    List<Proposal> proposals =
        repair(
            set,
            request(
                "s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:RequestedRegion", "us-east-1")));
    assertThat(proposals)
        .extracting(Proposal::title)
        .startsWith(
            "except `s3:GetObject` on `arn:aws:s3:::b/k` by `"
                + ROLE
                + "` from the deny `Eu` (SCP.json:3)",
            "except `s3:GetObject` by `" + ROLE + "` from the deny `Eu` (SCP.json:3)",
            "except `s3:GetObject` from the deny `Eu` (SCP.json:3)");
    assertThat(proposals)
        .flatExtracting(Proposal::policies)
        .allSatisfy(change -> assertThat(change.policy()).contains(scp));
  }

  @Test
  void whatOtherStatementsAllowAgainBehindADenyIsTold() {
    Policy sweeper =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "List", "Effect": "Allow",
               "Action": ["s3:ListBucket", "s3:GetObject", "s3:DeleteObject"],
               "Resource": ["arn:aws:s3:::in", "arn:aws:s3:::in/*"]},
              {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject",
               "Resource": "arn:aws:s3:::out/*"},
              {"Sid": "Office", "Effect": "Deny", "Action": "s3:*", "Resource": "*",
               "Condition": {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}]}
            """);
    Proposal first =
        repair(
                PolicySet.NONE.withIdentity(List.of(sweeper)),
                request(
                    "s3:ListBucket",
                    "arn:aws:s3:::in",
                    Map.of("aws:SourceVpce", "vpce-0aaaabbbbccccdddd")))
            .getFirst();
    assertThat(first.title()).startsWith("except calls through `vpce-0aaaabbbbccccdddd`");
    assertThat(first.widens())
        .containsExactly(
            "`s3:GetObject` and other actions on `arn:aws:s3:::in/*`",
            "`s3:GetObject` on `arn:aws:s3:::out/*`");
  }

  @Test
  void aServiceOfOneEndpointIsLeftOutOfADenyForRegions() {
    Policy scp =
        policy(
            PolicyType.SCP,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Sid": "Eu", "Effect": "Deny", "NotAction": ["iam:*"], "Resource": "*",
               "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1"]}}}]}
            """);
    List<Proposal> proposals =
        repair(
            PolicySet.NONE
                .withIdentity(List.of(EVERYTHING))
                .withScps(List.of(new PolicySet.Level("root", List.of(scp)))),
            request(
                "cloudfront:CreateInvalidation",
                "arn:aws:cloudfront::111122223333:distribution/E1",
                Map.of("aws:RequestedRegion", "us-east-1")));
    assertThat(proposals.getFirst().title())
        .isEqualTo(
            "leave `cloudfront:*`, which has one endpoint, out of the deny `Eu` (SCP.json:3)");
    assertThat(proposals.getFirst().policies().getFirst().diff())
        .contains("\"NotAction\": [\"iam:*\", \"cloudfront:*\"]");
  }

  @Test
  void aDenyThatAppliesBecauseAKeyIsMissingIsKeptForRequestsThatHaveIt() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "ecr:*", "Resource": "*"},
              {"Sid": "Tags", "Effect": "Deny", "Action": "ecr:CreateRepository", "Resource": "*",
               "Condition": {"ForAllValues:StringNotEquals": {"aws:TagKeys": ["Owner"]}}}]}
            """);
    List<Proposal> proposals =
        repair(
            PolicySet.NONE.withIdentity(List.of(role)),
            request(
                "ecr:CreateRepository",
                "arn:aws:ecr:eu-west-1:111122223333:repository/w",
                Map.of()));
    assertThat(proposals.getFirst().policies().getFirst().after())
        .contains("\"Null\": {\"aws:TagKeys\": \"false\"}, \"ForAllValues:StringNotEquals\"");
  }

  private static final String FROM_ENDPOINT =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "Vpc", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
         "Resource": "arn:aws:s3:::b/*",
         "Condition": {"StringNotEquals": {"aws:SourceVpce": ["vpce-1"]}}}]}
      """;

  private static Request through(String endpoint) {
    return request("s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:SourceVpce", endpoint));
  }

  @Test
  void aDenyForNetworksKnowsOneNetworkMoreBeforeItExceptsACaller() {
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(EVERYTHING))
            .withResource(List.of(policy(PolicyType.RESOURCE, FROM_ENDPOINT)));
    Proposal first = repair(set, through("vpce-2")).getFirst();
    assertThat(first.policies().getFirst().after()).contains("[\"vpce-1\", \"vpce-2\"]");
    assertThat(first.proof()).get().extracting(Proof::holds).isEqualTo(true);
  }

  @Test
  void whatRestsOnPoliciesOfTheCallerThatWereNotGivenIsNoProof() {
    PolicySet set =
        PolicySet.NONE
            .withResource(List.of(policy(PolicyType.RESOURCE, FROM_ENDPOINT)))
            .with(new PolicySet.Settings(false, false, false, Set.of(PolicySet.NotGiven.IDENTITY)));
    Proof proof = repair(set, through("vpce-2")).getFirst().proof().orElseThrow();
    assertThat(proof.holds()).isFalse();
    assertThat(proof.dependsOn())
        .containsExactly("the caller's identity-based policies, which were not given, allow it");
  }

  @Test
  void anUnconditionalDenyIsLeftAsWideAsItCanBe() {
    Policy scp =
        policy(
            PolicyType.SCP,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Sid": "No", "Effect": "Deny", "Action": ["s3:DeleteObject", "s3:PutObject"], "Resource": "*"}]}
            """);
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(EVERYTHING))
            .withScps(List.of(new PolicySet.Level("root", List.of(scp))));
    Request request = request("s3:DeleteObject", "arn:aws:s3:::b/k", Map.of());
    List<Proposal> proposals = repair(set, request, "s3:DeleteObject", "s3:PutObject");
    assertThat(proposals)
        .extracting(Proposal::title)
        .containsExactly(
            "except `s3:DeleteObject` on `arn:aws:s3:::b/k` by `"
                + ROLE
                + "` from the deny `No` (SCP.json:3)",
            "except `arn:aws:s3:::b/k` by `" + ROLE + "` from the deny `No` (SCP.json:3)",
            "except `s3:DeleteObject` by `" + ROLE + "` from the deny `No` (SCP.json:3)");
    PolicySet after = Applied.to(set, proposals.getFirst().policies()).orElseThrow();
    assertThat(Authorizer.of(after).decide(request)).isEqualTo(Result.ALLOWED);
    for (Request other :
        List.of(
            request("s3:PutObject", "arn:aws:s3:::b/k", Map.of()),
            request("s3:DeleteObject", "arn:aws:s3:::b/other", Map.of()),
            request("s3:DeleteObject", "arn:aws:s3:::b/k", Map.of())
                .in(Context.of(Map.of("aws:PrincipalArn", ROLE + "-other"))))) {
      assertThat(Authorizer.of(after).decide(other)).isEqualTo(Result.EXPLICIT_DENY);
    }
  }

  @Test
  void aDenyAndALackingAllowOfOneDocumentAreMendedTogether() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Deny\", \"Action\":"
                + " \"s3:*\", \"Resource\": \"*\", \"Condition\": {}}}");
    PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
    Request request = request("s3:GetObject", "arn:aws:s3:::b/k", Map.of());
    assertThat(Authorizer.of(set).explain(request).blockers())
        .extracting(awsleuth.iam.Blocker::explicit)
        .containsExactly(true, false);
    List<Proposal> proposals = repair(set, request);
    assertThat(proposals).isNotEmpty();
    for (Proposal proposal : proposals) {
      assertThat(proposal.policies()).hasSize(1);
      PolicySet after = Applied.to(set, proposal.policies()).orElseThrow();
      assertThat(Authorizer.of(after).decide(request)).isEqualTo(Result.ALLOWED);
    }
  }

  @Test
  void anEmptyConditionGetsNoSecondOne() {
    Policy scp =
        policy(
            PolicyType.SCP,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*", "Condition": {"ArnNotEquals": {}}}]}
            """);
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(EVERYTHING))
            .withScps(List.of(new PolicySet.Level("root", List.of(scp))));
    List<Proposal> proposals = repair(set, request("s3:GetObject", "arn:aws:s3:::b/k", Map.of()));
    assertThat(proposals.getFirst().policies().getFirst().after())
        .contains(
            "\"Condition\": {\"ArnNotLike\": {\"aws:PrincipalArn\": \""
                + ROLE
                + "\"}, \"ArnNotEquals\": {}}");
  }

  @Test
  void aUserWhoIsNamedWithoutThePathIsNamedInFullBeforeTheDenyIsOpened() {
    Policy guard =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
              {"Sid": "No", "Effect": "Deny", "Action": "s3:Delete*", "Resource": "*", "Condition":
               {"StringNotLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:user/nightly"}}}]}
            """);
    String nightly = "arn:aws:iam::111122223333:user/jobs/nightly";
    Request request =
        new Request(
            Principal.parse(nightly).orElseThrow(),
            "s3:DeleteObject",
            "arn:aws:s3:::lake/raw/1",
            "111122223333",
            Context.OPEN);
    Proposal first = repair(PolicySet.NONE.withIdentity(List.of(guard)), request).getFirst();
    assertThat(first.title()).startsWith("except `aws:PrincipalArn` = `" + nightly + "` from");
    assertThat(first.policies().getFirst().after())
        .contains("[\"arn:aws:iam::111122223333:user/nightly\", \"" + nightly + "\"]");
  }

  @Test
  void aCallIsExceptedFromADenyForAWholeBucketByActionAndObject() {
    String bucket =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Sid": "Vpc", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
           "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
           "Condition": {"StringNotEquals": {"aws:SourceVpce": ["vpce-1"]}}}]}
        """;
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(EVERYTHING))
            .withResource(List.of(policy(PolicyType.RESOURCE, bucket)));
    Request request =
        request("s3:GetObject", "arn:aws:s3:::b/k", Map.of())
            .in(
                Context.of(Map.of("aws:PrincipalArn", ROLE))
                    .with("aws:SourceVpce", ContextValue.ABSENT));
    List<Proposal> proposals = repair(set, request, "s3:GetObject", "s3:PutObject");
    assertThat(proposals.getFirst().title())
        .isEqualTo(
            "except `s3:GetObject` on `arn:aws:s3:::b/k` by `"
                + ROLE
                + "` from the deny `Vpc` (RESOURCE.json:2)");
    assertThat(proposals.getFirst().widens())
        .containsExactly("calls with any other value of `aws:SourceVpce`");
  }
}

package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.assertAllowed;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions that a request misses are met, by the policy or by the call. */
class ConditionRepairsTest {

  @Test
  void aConditionOnTheAddressBecomesOneOnTheEndpointThatTheCallCameThrough() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"s3:ListBucket\", \"Resource\": \"arn:aws:s3:::b\", \"Condition\":"
                + " {\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}}}]}");
    List<Proposal> proposals =
        repair(
            PolicySet.NONE.withIdentity(List.of(role)),
            request("s3:ListBucket", "arn:aws:s3:::b", Map.of("aws:SourceVpce", "vpce-1")));
    assertThat(proposals.getFirst().title())
        .isEqualTo("allow `s3:ListBucket` on `arn:aws:s3:::b` through `vpce-1` in identity.json");
    assertThat(proposals.getFirst().policies().getFirst().after())
        .contains("\"Condition\": {\"StringEquals\": {\"aws:SourceVpce\": \"vpce-1\"}}");
    assertThat(proposals)
        .extracting(Proposal::title)
        .contains("make the call with `aws:SourceIp` in `203.0.113.0/24`");
  }

  @Test
  void aStatementThatIsOverEndsAtTheNextMidnightAndDoesNotBeginEarlier() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"sqs:SendMessage\", \"Resource\": \"*\", \"Condition\":"
                + " {\"DateGreaterThan\": {\"aws:CurrentTime\": \"2026-10-01T00:00:00Z\"},"
                + " \"DateLessThanEquals\": {\"aws:CurrentTime\": \"2026-11-01T00:00:00Z\"}}}]}");
    PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
    Request request =
        request(
            "sqs:SendMessage",
            "arn:aws:sqs:eu-west-1:111122223333:q",
            Map.of("aws:CurrentTime", "2026-11-03T10:20:30Z"));
    Proposal later = repair(set, request).getFirst();
    assertThat(later.policies().getFirst().after())
        .contains("{\"aws:CurrentTime\": \"2026-11-04T00:00:00Z\"}", "2026-10-01T00:00:00Z");
    assertThat(later.proof().orElseThrow().holds()).isTrue();
    assertThat(later.proof().orElseThrow().lines())
        .filteredOn(l -> l.part() == Proof.Part.STILL_DENIED)
        .extracting(Proof.Line::what)
        .contains("calls before `2026-10-01T00:00:00Z`", "calls after `2026-11-04T00:00:00Z`");
    Request early =
        request(
            "sqs:SendMessage",
            "arn:aws:sqs:eu-west-1:111122223333:q",
            Map.of("aws:CurrentTime", "2026-09-03T10:20:30Z"));
    assertThat(repair(set, early)).noneMatch(p -> !p.policies().isEmpty());
  }

  @Test
  void aServiceIsLetInForTheAccountThatItActsForAndNotThroughAStatementForAccounts() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                + " \"*\", \"Action\": \"s3:PutObject\", \"Resource\": \"arn:aws:s3:::b/*\","
                + " \"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}}}]}");
    PolicySet set = PolicySet.NONE.withResource(List.of(bucket));
    Proposal told = repair(set, byService(Map.of("aws:SourceAccount", "444455556666"))).getFirst();
    assertThat(told.policies().getFirst().after())
        .contains(
            "\"arn:aws:s3:::b/AWSLogs/444455556666/*\"",
            "{\"aws:SourceAccount\": \"444455556666\"}");
    assertThat(told.proof().orElseThrow().holds()).isTrue();
    assertThat(told.proof().orElseThrow().lines())
        .filteredOn(l -> l.part() == Proof.Part.STILL_DENIED)
        .extracting(Proof.Line::what)
        .contains("calls of the service for other accounts");
    Proposal open = repair(set, byService(Map.of())).getFirst();
    assertThat(open.policies().getFirst().after())
        .contains("{\"aws:SourceAccount\": \"111122223333\"}");
    assertThat(open.proof().orElseThrow().holds()).isFalse();
    assertThat(open.proof().orElseThrow().dependsOn())
        .anyMatch(d -> d.contains("aws:SourceAccount") && d.contains("111122223333"));
  }

  private static Request byService(Map<String, String> told) {
    Principal logs = Principal.parse("delivery.logs.amazonaws.com").orElseThrow();
    Context context = new Context(Context.of(told).values(), ContextValue.UNKNOWN);
    return new Request(
        logs,
        "s3:PutObject",
        "arn:aws:s3:::b/AWSLogs/444455556666/vpcflowlogs/eu-west-1/2026/11/03/x.log.gz",
        "111122223333",
        DocumentedKeys.complete(context, logs));
  }

  @Test
  void allValuesOfAKeyAreAddedWhereTheConditionIsAboutAll() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"ec2:CreateTags\", \"Resource\": \"*\", \"Condition\":"
                + " {\"ForAllValues:StringEquals\": {\"aws:TagKeys\": [\"Owner\"]}}}]}");
    PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
    Request plain =
        request("ec2:CreateTags", "arn:aws:ec2:eu-west-1:111122223333:instance/i-1", Map.of());
    Request request =
        plain.in(plain.context().with("aws:TagKeys", List.of("Owner", "Team", "Cost")));
    List<Proposal> proposals = repair(set, request);
    assertThat(proposals.getFirst().policies().getFirst().after())
        .contains("\"aws:TagKeys\": [\"Owner\", \"Team\", \"Cost\"]");
    assertAllowed(set, proposals, request);
  }

  @Test
  void oneCallMeetsAllConditionsThatItCan() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"s3:GetObject\", \"Resource\": \"*\", \"Condition\": {\"Bool\":"
                + " {\"aws:MultiFactorAuthPresent\": \"true\"}, \"StringEquals\":"
                + " {\"aws:SourceVpce\": \"vpce-1\"}}}]}");
    List<Proposal> proposals =
        repair(
            PolicySet.NONE.withIdentity(List.of(role)),
            request(
                "s3:GetObject",
                "arn:aws:s3:::b/k",
                Map.of("aws:MultiFactorAuthPresent", "false", "aws:SourceIp", "192.0.2.1")));
    assertThat(proposals)
        .singleElement()
        .satisfies(p -> {
          assertThat(p.title())
              .isEqualTo(
                  "make the call with `aws:MultiFactorAuthPresent` = `true` and with"
                      + " `aws:SourceVpce` = `vpce-1`");
          assertThat(p.context()).containsOnlyKeys("aws:MultiFactorAuthPresent", "aws:SourceVpce");
        });
  }

  @Test
  void anotherRegionIsNoWayForWhatIsBoundToOne() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"*\", \"Resource\": \"*\", \"Condition\": {\"StringEquals\":"
                + " {\"aws:RequestedRegion\": \"eu-west-1\"}}}]}");
    PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
    Map<String, String> context = Map.of("aws:RequestedRegion", "us-east-1");
    String elsewhere = "make the call with `aws:RequestedRegion` = `eu-west-1`";
    assertThat(repair(set, request("ec2:DescribeInstances", "*", context)))
        .extracting(Proposal::title)
        .contains(elsewhere);
    for (Request bound :
        List.of(
            request("sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:q", context),
            request("cloudfront:ListDistributions", "*", context))) {
      assertThat(repair(set, bound)).extracting(Proposal::title).doesNotContain(elsewhere);
    }
  }

  @Test
  void theOrganizationOfTheCallerIsOpenedToWhereTheConditionSaysSo() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                + " \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\","
                + " \"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-1\","
                + " \"aws:RequestedRegion\": \"eu-west-1\"}}}]}");
    List<Proposal> proposals =
        repair(
            PolicySet.NONE.withResource(List.of(bucket)),
            request(
                "s3:GetObject",
                "arn:aws:s3:::b/k",
                Map.of("aws:RequestedRegion", "us-east-1", "aws:PrincipalOrgID", "o-1")));
    assertThat(proposals)
        .filteredOn(p -> p.title().startsWith("add `us-east-1`"))
        .singleElement()
        .satisfies(p ->
            assertThat(p.widens())
                .contains(
                    "principals of other accounts of `o-1` as far as their own policies allow"));
  }

  @Test
  void oneOfSeveralKeysIsComparedByPatterns() {
    for (String keys :
        List.of(
            "\"aws:PrincipalTag/team\": \"a\", \"aws:PrincipalTag/repo\": \"acme/*\"",
            "\"aws:PrincipalTag/repo\": \"acme/*\", \"aws:PrincipalTag/team\": \"a\"")) {
      Policy role =
          policy(
              PolicyType.IDENTITY,
              "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                  + " \"s3:GetObject\", \"Resource\": \"*\", \"Condition\": {\"StringEquals\": {"
                  + keys
                  + "}}}]}");
      PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
      Map<String, String> tags =
          Map.of("aws:PrincipalTag/team", "a", "aws:PrincipalTag/repo", "acme/shop");
      Request request = request("s3:GetObject", "arn:aws:s3:::b/k", tags);
      List<Proposal> proposals = repair(set, request);
      assertThat(proposals.getFirst().policies().getFirst().after())
          .contains(
              "{\"StringEquals\": {\"aws:PrincipalTag/team\": \"a\"},"
                  + " \"StringLike\": {\"aws:PrincipalTag/repo\": \"acme/*\"}}");
      assertAllowed(set, proposals, request);
    }
  }

  @Test
  void aRoleIsPassedToOneMoreServiceAloneBeforeAllRolesAre() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"iam:PassRole\", \"Resource\": \"arn:aws:iam::111122223333:role/*\","
                + " \"Condition\": {\"StringEquals\":"
                + " {\"iam:PassedToService\": \"ecs-tasks.amazonaws.com\"}}}]}");
    PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
    Request request =
        request(
            "iam:PassRole",
            "arn:aws:iam::111122223333:role/etl",
            Map.of("iam:PassedToService", "lambda.amazonaws.com"));
    List<Proposal> proposals = repair(set, request);
    assertThat(proposals.getFirst().policies().getFirst().after())
        .contains(
            "\"Resource\": \"arn:aws:iam::111122223333:role/etl\", \"Condition\":"
                + " {\"StringEquals\": {\"iam:PassedToService\": \"lambda.amazonaws.com\"}}");
    assertThat(proposals.getFirst().widens()).isEmpty();
    assertAllowed(set, proposals, request);
  }
}

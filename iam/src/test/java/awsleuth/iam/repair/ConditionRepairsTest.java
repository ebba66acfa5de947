package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.assertAllowed;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
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
}

package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.EVERYTHING;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a proposal opens besides the request that was refused, and for whom, is told. */
class OpenedForOthersTest {

  @Test
  void whatAProposalAllowsBesidesIsTold() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b\"}]}");
    List<Proposal> proposals =
        repair(
            PolicySet.NONE.withIdentity(List.of(role)),
            request("s3:GetObject", "arn:aws:s3:::b/k", Map.of()));
    Proposal objects =
        proposals.stream().filter(p -> p.title().contains("objects")).findFirst().orElseThrow();
    assertThat(objects.widens()).contains("every object of the bucket `b`");
    assertThat(objects.policies().getFirst().after())
        .contains("\"Resource\": [\"arn:aws:s3:::b\", \"arn:aws:s3:::b/*\"]");
  }

  @Test
  void whatAnSCPAnEndpointOrARcpOpensForOthersIsTold() {
    Policy scp =
        policy(
            PolicyType.SCP,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"ec2:*\", \"Resource\": \"*\"}]}");
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(EVERYTHING))
            .withScps(List.of(new PolicySet.Level("root", List.of(scp))));
    assertThat(
            repair(set, request("s3:GetObject", "arn:aws:s3:::b/k", Map.of())).getFirst().widens())
        .contains("other roles of the account as far as their own policies allow");
    Policy endpoint =
        policy(
            PolicyType.VPC_ENDPOINT,
            "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\":"
                + " \"s3:PutObject\", \"Resource\": \"*\"}]}");
    List<Proposal> proposals =
        repair(
            PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withEndpoint(List.of(endpoint)),
            request("s3:GetObject", "arn:aws:s3:::b/k", Map.of()));
    assertThat(proposals.getFirst().widens()).isEmpty();
    assertThat(proposals.getLast().widens())
        .contains("other roles of the account as far as their own policies allow");
  }

  @Test
  void othersWhomAResourcesPolicyNamesAreTold() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                + " {\"AWS\": [\"arn:aws:iam::111122223333:role/app\","
                + " \"arn:aws:iam::111122223333:user/bob\", \"444455556666\"], \"Service\":"
                + " \"delivery.logs.amazonaws.com\"}, \"Action\": \"s3:GetObject\", \"Resource\":"
                + " \"arn:aws:s3:::b/*\", \"Condition\": {\"StringEquals\":"
                + " {\"aws:RequestedRegion\": [\"eu-west-1\"]}}}]}");
    List<Proposal> proposals =
        repair(
            PolicySet.NONE.withResource(List.of(bucket)),
            request(
                "s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:RequestedRegion", "us-east-1")));
    assertThat(proposals)
        .filteredOn(p -> p.title().startsWith("add `us-east-1`"))
        .singleElement()
        .satisfies(p ->
            assertThat(p.widens())
                .contains(
                    "`arn:aws:iam::111122223333:user/bob`, principals of account `444455556666`"
                        + " as far as their own policies allow, `delivery.logs.amazonaws.com`"));
  }

  @Test
  void aTrustPolicyThatNamesTheAccountOpensForOthersOfIt() {
    Policy trust =
        policy(
            PolicyType.TRUST,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                + " {\"AWS\": \"arn:aws:iam::111122223333:root\"}, \"Action\":"
                + " \"sts:AssumeRole\", \"Condition\": {\"StringEquals\": {\"sts:ExternalId\":"
                + " \"a\"}}}]}");
    List<Proposal> proposals =
        repair(
            PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withResource(List.of(trust)),
            request(
                "sts:AssumeRole",
                "arn:aws:iam::111122223333:role/target",
                Map.of("sts:ExternalId", "b")));
    assertThat(proposals)
        .filteredOn(p -> p.title().startsWith("add `b`"))
        .singleElement()
        .satisfies(p ->
            assertThat(p.widens())
                .contains("other roles of the account as far as their own policies allow"));
  }

  @Test
  void otherRolesOfTheAccountAreToldWhereItsOrganizationIsLetIn() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Principal\":"
                + " \"*\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::b/*\", \"Condition\":"
                + " {\"StringNotEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}}}]}");
    Request request =
        request("s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:PrincipalOrgID", "o-2"));
    Proposal organization =
        repair(
                PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withResource(List.of(bucket)),
                request.in(new Context(request.context().values(), ContextValue.ABSENT)))
            .stream()
            .filter(p -> p.policies().stream().anyMatch(c -> c.after().contains("o-2")))
            .findFirst()
            .orElseThrow();
    assertThat(organization.widens())
        .contains("other roles of the account as far as their own policies allow");
  }

  @Test
  void othersWithTheTagThatIsLetInAreTold() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                + " \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\","
                + " \"Condition\": {\"StringEquals\": {\"aws:PrincipalTag/team\": \"core\"}}}]}");
    Request request =
        request("s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:PrincipalTag/team", "web"));
    assertThat(repair(PolicySet.NONE.withResource(List.of(bucket)), request))
        .filteredOn(p -> p.title().startsWith("add `web`"))
        .singleElement()
        .satisfies(p ->
            assertThat(p.widens())
                .contains(
                    "other roles of the account with `aws:PrincipalTag/team` = `web`",
                    "principals of other accounts with `aws:PrincipalTag/team` = `web`"
                        + " as far as their own policies allow"));
  }

  @Test
  void aNameIsOnePrincipalsInItsAccountAndOthersInOthers() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                + " \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\","
                + " \"Condition\": {\"StringEquals\": {\"aws:username\": \"ann\"}}}]}");
    Request request = request("s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:username", "etl"));
    assertThat(repair(PolicySet.NONE.withResource(List.of(bucket)), request))
        .filteredOn(p -> p.title().startsWith("add `etl`"))
        .singleElement()
        .satisfies(p ->
            assertThat(p.widens())
                .contains(
                    "principals of other accounts with `aws:username` = `etl`"
                        + " as far as their own policies allow")
                .noneMatch(w -> w.startsWith("other roles of the account")));
  }

  @Test
  void anExceptionOfOneComesBeforeOneOfAllWhoHaveATag() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Principal\":"
                + " \"*\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::b/*\", \"Condition\":"
                + " {\"StringNotEquals\": {\"aws:PrincipalTag/team\": [\"core\"]}}}]}");
    List<Proposal> proposals =
        repair(
            PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withResource(List.of(bucket)),
            request("s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:PrincipalTag/team", "web")),
            "s3:GetObject",
            "s3:PutObject");
    assertThat(proposals.getFirst().title())
        .startsWith("except `s3:GetObject` by `" + Repaired.ROLE + "`");
  }
}

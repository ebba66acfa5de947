package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.EVERYTHING;
import static awsleuth.iam.repair.Repaired.ROLE;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is added to policies that do not allow a request. */
class RepairsTest {

  @Test
  void aMissingResourceIsAddedWhereTheOthersStand() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "Read",
                  "Effect": "Allow",
                  "Action": "s3:GetObject",
                  "Resource": [
                    "arn:aws:s3:::a/*",
                    "arn:aws:s3:::b"
                  ]
                }
              ]
            }
            """);
    Proposal first =
        repair(
                PolicySet.NONE.withIdentity(List.of(role)),
                request("s3:GetObject", "arn:aws:s3:::b/k", Map.of()))
            .getFirst();
    assertThat(first.title())
        .isEqualTo("add the resource `arn:aws:s3:::b/k` to `Read` (identity.json:4)");
    assertThat(first.widens()).isEmpty();
    assertThat(first.policies().getFirst().diff())
        .isEqualTo(
            """
            --- identity.json
            +++ identity.json
            @@ -7,7 +7,8 @@
                   "Action": "s3:GetObject",
                   "Resource": [
                     "arn:aws:s3:::a/*",
            -        "arn:aws:s3:::b"
            +        "arn:aws:s3:::b",
            +        "arn:aws:s3:::b/k"
                   ]
                 }
               ]
            """);
  }

  @Test
  void aVersionWithoutVariablesIsExchanged() {
    for (String version : List.of("\"Version\": \"2008-10-17\", ", "")) {
      Policy role =
          policy(
              PolicyType.IDENTITY,
              "{"
                  + version
                  + "\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\","
                  + " \"Resource\": \"arn:aws:s3:::b/${aws:PrincipalTag/team}/*\"}]}");
      Proposal first =
          repair(
                  PolicySet.NONE.withIdentity(List.of(role)),
                  request(
                      "s3:GetObject", "arn:aws:s3:::b/x/k", Map.of("aws:PrincipalTag/team", "x")))
              .getFirst();
      assertThat(first.title())
          .isEqualTo("give identity.json the Version 2012-10-17, which has policy variables");
      assertThat(first.policies().getFirst().after())
          .startsWith("{\"Version\": \"2012-10-17\", \"Statement\":");
    }
  }

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
    assertThat(objects.widens()).contains("everything in `arn:aws:s3:::b`");
    assertThat(objects.policies().getFirst().after())
        .contains("\"Resource\": [\"arn:aws:s3:::b\", \"arn:aws:s3:::b/*\"]");
  }

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
    assertThat(proposals.getFirst().widens())
        .contains("other roles of the account as far as their own policies allow");
    assertThat(proposals.getLast().widens()).isEmpty();
  }

  @Test
  void aKeyPolicyIsAboutItsKeyAlone() {
    Policy key =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                + " {\"AWS\": \"arn:aws:iam::111122223333:role/other\"}, \"Action\": \"kms:*\","
                + " \"Resource\": \"*\"}]}");
    Proposal first =
        repair(
                PolicySet.NONE.withResource(List.of(key)),
                request("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/1", Map.of()))
            .getFirst();
    assertThat(first.policies().getFirst().after()).contains(ROLE);
    assertThat(first.widens()).isEmpty();
  }

  @Test
  void wildcardsOfARequestAreWrittenAsText() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::a/*\"}]}");
    Proposal first =
        repair(
                PolicySet.NONE.withIdentity(List.of(role)),
                request("s3:GetObject", "arn:aws:s3:::b/w?y*${x}", Map.of()))
            .getFirst();
    assertThat(first.policies().getFirst().after())
        .contains("\"arn:aws:s3:::b/w${?}y${*}${$}{x}\"");
    assertThat(first.widens()).isEmpty();
  }
}

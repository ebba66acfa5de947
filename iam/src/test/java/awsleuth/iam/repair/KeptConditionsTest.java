package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions that a new statement takes from another one, and where that is put. */
class KeptConditionsTest {

  @Test
  void noStatementGoesRoundAConditionThatExcludesAService() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole",
              "Resource": "arn:aws:iam::111122223333:role/*", "Condition": {"StringNotEquals":
              {"iam:PassedToService": "ec2.amazonaws.com"}}}]}
            """);
    assertThat(
            repair(
                PolicySet.NONE.withIdentity(List.of(role)),
                request(
                    "iam:PassRole",
                    "arn:aws:iam::111122223333:role/admin",
                    Map.of("iam:PassedToService", "ec2.amazonaws.com"))))
        .allSatisfy(p -> assertThat(p.policies()).isEmpty());
  }

  @Test
  void aStatementForAnEndpointStandsBesideTheOneForAddressesWhateverTheOrderOfThePolicies() {
    Policy home =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::b/*", "Condition": {
                "IpAddress": {"aws:SourceIp": "203.0.113.0/24"},
                "StringLike": {"s3:ExistingObjectTag/owner": "${aws:username}"}}}]}
            """);
    Policy old =
        PolicyParser.parse(
                "old.json",
                PolicyType.IDENTITY,
                """
                {"Version": "2008-10-17", "Statement": [{"Effect": "Allow",
                  "Action": "s3:ListAllMyBuckets", "Resource": "*"}]}
                """)
            .policy()
            .orElseThrow();
    for (List<Policy> order : List.of(List.of(old, home), List.of(home, old))) {
      assertThat(
              repair(
                      PolicySet.NONE.withIdentity(order),
                      request(
                          "s3:GetObject",
                          "arn:aws:s3:::b/k",
                          Map.of(
                              "aws:SourceVpce",
                              "vpce-1",
                              "aws:username",
                              "ann",
                              "s3:ExistingObjectTag/owner",
                              "ann")))
                  .getFirst()
                  .title())
          .isEqualTo(
              "allow `s3:GetObject` on `arn:aws:s3:::b/k` through `vpce-1` in identity.json");
    }
  }
}

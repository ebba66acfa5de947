package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.EVERYTHING;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which documents are changed, and how they look afterwards. */
class RepairedDocumentsTest {

  @Test
  void everyBlockerIsMendedInItsOwnDocument() {
    Policy boundary =
        policy(
            PolicyType.BOUNDARY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"ec2:*\", \"Resource\": \"*\"}]}");
    PolicySet set = PolicySet.NONE.withBoundary(List.of(boundary));
    Request request = request("s3:GetObject", "arn:aws:s3:::b/k", Map.of());
    Proposal both = repair(set, request).getFirst();
    assertThat(both.policies()).hasSize(2);
    assertThat(Authorizer.of(Applied.to(set, both.policies()).orElseThrow()).decide(request))
        .isEqualTo(Result.ALLOWED);
  }

  @Test
  void anIdentityAllowIsNotProposedWhereItCannotHelp() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                + " {\"AWS\": \"arn:aws:iam::111122223333:role/other\"}, \"Action\":"
                + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}");
    PolicySet set = PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withResource(List.of(bucket));
    Principal outside =
        Principal.parse("arn:aws:sts::444455556666:assumed-role/app/s").orElseThrow();
    Request request =
        new Request(outside, "s3:GetObject", "arn:aws:s3:::b/k", "111122223333", Context.EMPTY);
    assertThat(repair(set, request))
        .isNotEmpty()
        .flatExtracting(Proposal::policies)
        .allSatisfy(change -> assertThat(change.policy()).contains(bucket))
        .allSatisfy(change ->
            assertThat(change.after())
                .contains("{\"AWS\": \"arn:aws:iam::444455556666:role/app\"}"));
  }

  @Test
  void lineBreaksAndIndentsAreKept() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            """
            {
            \t"Version": "2012-10-17",
            \t"Statement": [
            \t\t{
            \t\t\t"Effect": "Allow",
            \t\t\t"Action": "ec2:*",
            \t\t\t"Resource": "*"
            \t\t}
            \t]
            }
            """
                .replace("\n", "\r\n"));
    Proposal first =
        repair(
                PolicySet.NONE.withIdentity(List.of(role)),
                request("s3:GetObject", "arn:aws:s3:::b/k", Map.of()))
            .getFirst();
    assertThat(first.policies().getFirst().after())
        .contains(
            "},\r\n\t\t{\r\n\t\t\t\"Effect\": \"Allow\",\r\n\t\t\t\"Action\": \"s3:GetObject\"");
  }

  @Test
  void aFileThatIsGivenAsTwoKindsOfPolicyChangesOnce() {
    String text =
        "{\"Version\": \"2012-10-17\", \"Statement\": [\n{\"Effect\": \"Allow\", \"Action\":"
            + " \"ec2:*\", \"Resource\": \"*\"}\n]}\n";
    Policy identity =
        PolicyParser.parse("p.json", PolicyType.IDENTITY, text).policy().orElseThrow();
    Policy boundary =
        PolicyParser.parse("p.json", PolicyType.BOUNDARY, text).policy().orElseThrow();
    PolicySet set = PolicySet.NONE.withIdentity(List.of(identity)).withBoundary(List.of(boundary));
    Proposal first = repair(set, request("s3:GetObject", "arn:aws:s3:::b/k", Map.of())).getFirst();
    assertThat(first.policies()).hasSize(1);
    assertThat(first.title())
        .endsWith("(p.json is given as permissions boundary and as identity-based policy)");
    assertThat(Patch.apply(text, first.policies().getFirst().diff()))
        .isEqualTo(first.policies().getFirst().after());
  }

  @Test
  void aProofHasEachDocumentOfAFileAlone() {
    String file =
        """
        {
          "RoleDetailList": [
            {
              "AssumeRolePolicyDocument": {"Statement": []},
              "RolePolicyList": [
                {
                  "PolicyName": "queues",
                  "PolicyDocument": {
                    "Statement": [
                      {"Effect": "Allow", "Action": "sqs:ListQueues", "Resource": "*"}
                    ]
                  }
                },
                {
                  "PolicyName": "topics",
                  "PolicyDocument": {
                    "Statement": [
                      {"Effect": "Allow", "Action": "sns:ListTopics", "Resource": "*"}
                    ]
                  }
                }
              ]
            }
          ]
        }
        """;
    List<Policy> role =
        PolicyFinder.only("account.json", PolicyType.IDENTITY, file).stream()
            .flatMap(reading -> reading.policy().stream())
            .toList();
    Proposal first =
        repair(
                PolicySet.NONE.withIdentity(role),
                request("s3:GetObject", "arn:aws:s3:::b/k", Map.of()))
            .getFirst();
    List<Proof.Document> documents = first.proof().orElseThrow().documents();
    assertThat(documents).hasSize(2);
    assertThat(documents.get(1).before())
        .isEqualTo(
            """
            {
              "Statement": [
                {"Effect": "Allow", "Action": "sns:ListTopics", "Resource": "*"}
              ]
            }
            """);
    assertThat(documents)
        .anySatisfy(d -> assertThat(d.after()).startsWith("{").contains("\"s3:GetObject\""));
  }
}

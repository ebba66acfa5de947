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

/** What a changed statement is about besides what is near the request is told. */
class ChangedStatementsTest {

  private static final String OFFICE =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "Office", "Effect": "Allow",
        "Action": ACTIONS, "Resource": "*",
        "Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}}]}
      """;
  private static final Map<String, String> ELSEWHERE = Map.of("aws:SourceIp", "198.51.100.7");

  @Test
  void otherServicesOfAnAllowAreTold() {
    assertThat(ofOffice("[\"s3:GetObject\", \"dynamodb:*\", \"iam:PassRole\", \"kms:Decrypt\"]"))
        .contains(
            "what else the statement allows, of `dynamodb`, `iam`",
            "what else the statement allows, of `kms`, as far as other policies and conditions"
                + " allow");
    assertThat(ofOffice("\"*\"")).contains("what else the statement allows, of all services");
    assertThat(ofOffice("\"s3:GetObject\"")).noneMatch(w -> w.startsWith("what else"));
  }

  private static List<String> ofOffice(String actions) {
    Policy office = policy(PolicyType.IDENTITY, OFFICE.replace("ACTIONS", actions));
    return repair(
            PolicySet.NONE.withIdentity(List.of(office)),
            request("s3:GetObject", "arn:aws:s3:::b/k", ELSEWHERE))
        .getFirst()
        .widens();
  }

  @Test
  void otherServicesOfADenyAreToldWhereTheExceptionIsOfThem() {
    Policy perimeter =
        policy(
            PolicyType.SCP,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Effect": "Deny", "Action": ["s3:*", "dynamodb:*", "sqs:*"], "Resource": "*",
               "Condition": {"StringNotEquals": {"aws:PrincipalTag/team": ["core"]}}}]}
            """);
    PolicySet.Level root = new PolicySet.Level("root", List.of(perimeter));
    List<Proposal> all =
        repair(
            PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withScps(List.of(root)),
            request("s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:PrincipalTag/team", "web")));
    String others = "what else the statement denies, of `dynamodb`, `sqs`";
    assertThat(all)
        .anySatisfy(p -> {
          assertThat(p.title()).startsWith("except `aws:PrincipalTag/team` = `web`");
          assertThat(p.widens()).contains(others);
        });
    assertThat(all.getFirst().title()).startsWith("except `arn:aws:s3:::b/k` by");
    assertThat(all.getFirst().widens()).doesNotContain(others);
  }

  @Test
  void aBucketPolicyIsOfNoOtherService() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
              "Action": "*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
              "Condition": {"StringNotEquals": {"aws:PrincipalTag/team": ["core"]}}}]}
            """);
    assertThat(
            repair(
                PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withResource(List.of(bucket)),
                request(
                    "s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:PrincipalTag/team", "web"))))
        .hasSize(3)
        .allSatisfy(p -> assertThat(p.widens()).noneMatch(w -> w.startsWith("what else")));
  }

  @Test
  void whatADenyLeavesOpenIsToldWhereAConditionIsNotKnownToo() {
    Policy team =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject",
              "Resource": "*", "Condition": {"StringEquals": {"s3:ExistingObjectTag/a": "x"}}}]}
            """);
    Policy regions =
        policy(
            PolicyType.SCP,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Effect": "Deny", "Action": "*", "Resource": "*",
               "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1"]}}}]}
            """);
    PolicySet.Level root = new PolicySet.Level("root", List.of(regions));
    Request request =
        request("s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:RequestedRegion", "us-east-1"));
    List<Proposal> all =
        repair(
            PolicySet.NONE.withIdentity(List.of(team)).withScps(List.of(root)),
            request.in(new Context(request.context().values(), ContextValue.UNKNOWN)));
    assertThat(all.getFirst().title()).startsWith("except `s3:GetObject` on");
    assertThat(all)
        .anySatisfy(p -> {
          assertThat(p.title()).contains(", whatever it does; make the call with");
          assertThat(p.widens())
              .contains(
                  "what else the statement denies, of all services, as far as other policies and"
                      + " conditions allow");
        });
  }

  @Test
  void resourcesThatTheStatementNamesAreTold() {
    Policy guarded =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
              {"Effect": "Deny", "Action": "s3:*",
               "Resource": ["arn:aws:s3:::prod-*", "arn:aws:s3:::prod-*/*"],
               "Condition": {"StringNotEquals": {"aws:SourceVpce": ["vpce-1"]}}}]}
            """);
    assertThat(
            repair(
                    PolicySet.NONE.withIdentity(List.of(guarded)),
                    request(
                        "s3:GetObject",
                        "arn:aws:s3:::prod-1/k",
                        Map.of("aws:SourceVpce", "vpce-2")))
                .stream()
                .filter(p -> p.title().startsWith("except `aws:SourceVpce`"))
                .findFirst()
                .orElseThrow()
                .widens())
        .anyMatch(w -> w.endsWith(" and other actions on `arn:aws:s3:::prod-*`"))
        .contains("`s3:GetObject` and other actions on `arn:aws:s3:::prod-*/*`");
  }

  @Test
  void statementsThatAnotherVersionMakesLiveAreTold() {
    Policy old =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2008-10-17", "Statement": [
              {"Sid": "Home", "Effect": "Allow", "Action": "s3:GetObject",
               "Resource": "arn:aws:s3:::home/${aws:username}/*"},
              {"Sid": "Old", "Effect": "Allow", "Action": "dynamodb:*",
               "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/${aws:username}"},
              {"Sid": "Shared", "Effect": "Allow", "Action": ["s3:PutObject", "s3:DeleteObject"],
               "Resource": "arn:aws:s3:::shared/${aws:username}/*"},
              {"Sid": "Fixed", "Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]}
            """);
    Proposal version =
        repair(
                PolicySet.NONE.withIdentity(List.of(old)),
                request("s3:GetObject", "arn:aws:s3:::home/ann/k", Map.of("aws:username", "ann")))
            .getFirst();
    assertThat(version.title())
        .isEqualTo(
            "give identity.json the Version 2012-10-17, which has policy variables; `Old`"
                + " (identity.json:4) and `Shared` (identity.json:6) have some too");
    assertThat(version.widens())
        .contains(
            "`s3:PutObject` and other actions on `arn:aws:s3:::shared/${aws:username}/*`",
            "what else the statement allows, of `dynamodb`");
  }
}

package awsleuth.iam.repair;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
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

class RepairsTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/app";
  private static final Policy EVERYTHING =
      policy(
          PolicyType.IDENTITY,
          "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
              + " \"Resource\": \"*\"}}");

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
            "except `s3:GetObject` from the deny `Eu` (SCP.json:3)",
            "except `aws:RequestedRegion` = `us-east-1` from the deny `Eu` (SCP.json:3)",
            "except `arn:aws:s3:::b/k` by `" + ROLE + "` from the deny `Eu` (SCP.json:3)");
    assertThat(proposals)
        .flatExtracting(Proposal::policies)
        .allSatisfy(change -> assertThat(change.policy()).contains(scp));
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
            "{\r\n\t\"Version\": \"2012-10-17\",\r\n\t\"Statement\": [\r\n\t\t{\r\n\t\t\t\"Effect\":"
                + " \"Allow\",\r\n\t\t\t\"Action\": \"ec2:*\",\r\n\t\t\t\"Resource\": \"*\"\r\n\t\t}\r\n\t]\r\n}\r\n");
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
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
            + " \"ec2:*\", \"Resource\": \"*\"}]}";
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
    List<Proposal> proposals = repair(set, request);
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

  private static List<Proposal> repair(PolicySet set, Request request) {
    Decision decision = Authorizer.of(set).explain(request);
    assertThat(decision.result().denied()).isTrue();
    return Repairs.of(set, decision, _ -> List.of());
  }

  private static Request request(String action, String resource, Map<String, String> context) {
    Context given = Context.of(context).with("aws:PrincipalArn", ContextValue.Present.of(ROLE));
    Principal app = Principal.parse("arn:aws:sts::111122223333:assumed-role/app/s").orElseThrow();
    return new Request(app, action, resource, "111122223333", given);
  }

  private static Policy policy(PolicyType type, String text) {
    String name = type == PolicyType.IDENTITY ? "identity.json" : type + ".json";
    return PolicyParser.parse(name, type, text).policy().orElseThrow();
  }
}

package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.EVERYTHING;
import static awsleuth.iam.repair.Repaired.ROLE;
import static awsleuth.iam.repair.Repaired.assertAllowed;
import static awsleuth.iam.repair.Repaired.obstacle;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
  void anActionThatTakesNoResourceGetsAStatementOfItsOwnBesideOthers() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Pull", "Effect": "Allow",
               "Action": ["ecr:GetAuthorizationToken", "ecr:BatchGetImage"],
               "Resource": "arn:aws:ecr:eu-west-1:111122223333:repository/app"}
            ]}
            """);
    PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
    Request request = request("ecr:GetAuthorizationToken", "*", Map.of());
    List<Proposal> all = repair(set, request, "ecr:GetAuthorizationToken");
    assertAllowed(set, all, request);
    assertThat(all)
        .extracting(Proposal::title)
        .containsExactly("allow `ecr:GetAuthorizationToken` on `*` in identity.json");
    assertThat(all.getFirst().widens()).isEmpty();
    assertThat(all.getFirst().proof().orElseThrow().lines())
        .extracting(Proof.Line::what)
        .contains("the actions of `ecr` that take resources, on every resource");
  }

  @Test
  void whatAllResourcesOpenForOtherActionsIsTold() {
    Policy before =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": ["kms:ListAliases", "kms:Decrypt"],
               "Resource": "arn:aws:kms:eu-west-1:111122223333:key/k"}
            ]}
            """);
    Policy after =
        policy(
            PolicyType.IDENTITY,
            before.text().replace("\"arn:aws:kms:eu-west-1:111122223333:key/k\"", "\"*\""));
    PolicySet set = PolicySet.NONE.withIdentity(List.of(before));
    Neighbours neighbours =
        new Neighbours(
            Authorizer.of(set).explain(request("kms:ListAliases", "*", Map.of())),
            _ -> List.of(),
            List.of());
    Widened widened =
        neighbours.widened(set, PolicySet.NONE.withIdentity(List.of(after)), List.of());
    assertThat(widened.words()).containsExactly("`kms:Decrypt` on every resource");
  }

  @Test
  void aNewStatementKeepsTheConditionsOfTheOneThatNamesTheAction() {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Lead", "Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:Query"],
               "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/t",
               "Condition": {"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": "a"}}}
            ]}
            """);
    Request request =
        request(
            "dynamodb:Query", "arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i", Map.of());
    Request open =
        request.in(request.context().with("dynamodb:LeadingKeys", new ContextValue.Unknown(true)));
    List<Proposal> all = repair(PolicySet.NONE.withIdentity(List.of(role)), open);
    assertThat(all).isNotEmpty();
    for (Proposal p : all) {
      assertThat(p.proof().orElseThrow().dependsOn()).isNotEmpty();
      assertThat(p.policies().getFirst().after().split("LeadingKeys", -1).length)
          .isEqualTo(p.title().startsWith("allow") ? 3 : 2);
    }
    assertThat(all.getFirst().title())
        .startsWith(
            "add the resource `arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i` to `Lead`");
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

  private static final String NETWORK =
      "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"Read\", \"Effect\": \"Allow\","
          + " \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\", \"Condition\":"
          + " {\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}, \"StringEquals\":"
          + " {\"aws:PrincipalTag/team\": [\"red\"], \"aws:RequestedRegion\":"
          + " \"eu-west-1\"}}}]}";

  @Test
  void allThatAStatementMissesByIsAddedTogether() {
    Policy role = policy(PolicyType.IDENTITY, NETWORK);
    PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
    Map<String, String> context =
        Map.of(
            "aws:SourceIp", "192.0.2.1",
            "aws:PrincipalTag/team", "blue",
            "aws:RequestedRegion", "us-east-1");
    List<Proposal> proposals = repair(set, request("s3:GetObject", "arn:aws:s3:::b/k", context));
    assertThat(proposals.getFirst().title())
        .isEqualTo(
            "add `192.0.2.1` to the `aws:SourceIp` of `Read` (identity.json:1), `blue` to the"
                + " `aws:PrincipalTag/team` and `us-east-1` to the `aws:RequestedRegion`");
    assertThat(proposals.getFirst().policies().getFirst().after())
        .contains("\"aws:SourceIp\": [\"203.0.113.0/24\", \"192.0.2.1\"]")
        .contains("\"aws:PrincipalTag/team\": [\"red\", \"blue\"]")
        .contains("\"aws:RequestedRegion\": [\"eu-west-1\", \"us-east-1\"]");
    assertAllowed(set, proposals, request("s3:GetObject", "arn:aws:s3:::b/k", context));
  }

  @Test
  void aResourceAndItsConditionsAreAddedTogether() {
    Policy role = policy(PolicyType.IDENTITY, NETWORK.replace("b/*", "b"));
    PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
    Map<String, String> context =
        Map.of(
            "aws:SourceIp", "192.0.2.1",
            "aws:PrincipalTag/team", "red",
            "aws:RequestedRegion", "eu-west-1");
    Request request = request("s3:GetObject", "arn:aws:s3:::b/k", context);
    List<Proposal> proposals = repair(set, request);
    assertThat(proposals)
        .extracting(Proposal::title)
        .contains(
            "add the resource `arn:aws:s3:::b/k` to `Read` (identity.json:1) and `192.0.2.1` to"
                + " the `aws:SourceIp`");
    assertAllowed(set, proposals, request);
  }

  @Test
  void whereNothingCanBeProposedOneSentenceSaysWhy() {
    Policy own =
        policy(
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"s3:GetObject\", \"Resource\": \"*\", \"Condition\": {\"StringEquals\":"
                + " {\"aws:username\": \"bob\"}}}]}");
    assertThat(
            obstacle(
                PolicySet.NONE.withIdentity(List.of(own)),
                request("s3:GetObject", "arn:aws:s3:::b/k", Map.of())))
        .isEqualTo(
            "no value that is added to `StringEquals` on `aws:username` (identity.json:1:135)"
                + " meets it, and the caller cannot choose the key's value");
  }

  @Test
  void aSearchThatEndsEarlyIsSaidTo() {
    String deny =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "*", "Resource": "*"},
          {"Sid": "No%d", "Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}
        """;
    List<PolicySet.Level> levels =
        IntStream.range(0, 12)
            .mapToObj(i -> policy(PolicyType.SCP, deny.replace("%d", String.valueOf(i))))
            .map(p -> new PolicySet.Level("ou", List.of(p)))
            .toList();
    PolicySet set = PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withScps(levels);
    assertThat(obstacle(set, request("s3:GetObject", "arn:aws:s3:::b/k", Map.of())))
        .isEqualTo(
            "each blocker has a change of its own, but the first 64 that were tried do not allow"
                + " it");
  }

  @Test
  void whatHasNoExceptionsIsNamed() {
    Policy open =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
                + " \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}");
    Request nobody =
        new Request(
            Principal.parse(Principal.ANONYMOUS).orElseThrow(),
            "s3:GetObject",
            "arn:aws:s3:::b/k",
            "111122223333",
            Context.EMPTY);
    PolicySet blocked =
        PolicySet.NONE
            .withResource(List.of(open))
            .with(new PolicySet.Settings(false, false, true, Set.of()));
    assertThat(obstacle(blocked, nobody)).startsWith("S3 Block Public Access denies it");
  }

  @Test
  void aDocumentInsideOtherJsonIsChangedAsWhatItIs() {
    String text =
        "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"ec2:*\", \"Resource\": \"*\"}]}";
    Policy inside =
        PolicyFinder.find(
                "BOUNDARY.json",
                PolicyType.BOUNDARY,
                "{\n  \"PolicyDocument\": \"" + text.replace("\"", "\\\"") + "\"\n}")
            .getFirst()
            .policy()
            .orElseThrow();
    assertThat(inside.isInString()).isTrue();
    assertThat(inside.statements().getFirst().at().line()).isEqualTo(2);
    PolicySet limited =
        PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withBoundary(List.of(inside));
    Proposal first =
        repair(limited, request("s3:GetObject", "arn:aws:s3:::b/k", Map.of())).getFirst();
    assertThat(first.policies().getFirst().diff())
        .startsWith("# the policy in the string at BOUNDARY.json:2, laid out\n--- BOUNDARY.json\n")
        .contains("+      \"Action\": \"s3:GetObject\"");
    assertThat(first.proof().orElseThrow().documents())
        .anySatisfy(d -> assertThat(d.before()).isEqualTo(text));
  }
}

package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.fact.Facts;
import awsleuth.testkit.ScriptedAws;
import awsleuth.testkit.ScriptedAws.Reply;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whose policies are read of a call that was refused, and how. */
class PolicyQuestionsTest {

  @AutoClose private final Account account = new Account();

  @Test
  void theNamesakeInAnotherAccountIsNotAskedAbout() {
    Facts facts =
        Account.facts(
            Kind.TRACEBACK,
            "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
                + " ListUsers operation: User: arn:aws:sts::111122223333:assumed-role/app/i-1 is"
                + " not authorized to perform: iam:ListUsers on resource:"
                + " arn:aws:iam::111122223333:user/ because no identity-based policy allows the"
                + " iam:ListUsers action");
    account
        .aws()
        .on(
            "GetCallerIdentity",
            ScriptedAws.result(
                "GetCallerIdentity",
                "<Arn>arn:aws:iam::123456789012:user/ann</Arn><Account>123456789012</Account>"));
    assertThat(Account.lines(account.ask(facts)))
        .contains(
            "the policies of arn:aws:sts::111122223333:assumed-role/app/i-1: the credentials that"
                + " ask are of another account, 123456789012");
    assertThat(account.aws().asked("GetRole")).isEmpty();
  }

  @Test
  void whoCallsIsNotAskedTwice() {
    account.askPolicies(Account.denied(), "arn:aws:iam::123456789012:user/ann");
    assertThat(account.aws().asked("GetCallerIdentity")).isEmpty();
    assertThat(account.aws().asked("GetRole")).isNotEmpty();
    Gathering other = account.askPolicies(Account.denied(), "arn:aws:iam::444455556666:user/ann");
    assertThat(Account.lines(other)).anyMatch(line -> line.contains("of another account"));
  }

  @Test
  void aDocumentThatCannotBeDecodedIsKeptAsItIsAndTheRestGoesOn() {
    account
        .aws()
        .on("ListRolePolicies", policies("<member>broken</member><member>spaced</member>"))
        .on(
            "GetRolePolicy",
            asked ->
                new Reply(
                    200,
                    ScriptedAws.result(
                        "GetRolePolicy",
                        "<PolicyDocument>"
                            + (asked.fields().containsValue("broken")
                                ? "%7B%zz"
                                : "%0A%7B%22Version%22%3A%222012-10-17%22%7D")
                            + "</PolicyDocument>")))
        .on("LookupEvents", "{\"Events\": []}");
    Gathering gathering = account.ask(Account.denied());
    assertThat(gathering.files().get("identity-policy-app-broken.json")).contains("%7B%zz");
    assertThat(gathering.files().get("identity-policy-app-spaced.json"))
        .contains("\"Version\": \"2012-10-17\"");
    assertThat(account.aws().asked("LookupEvents")).isNotEmpty();
  }

  private static String policies(String members) {
    return ScriptedAws.result("ListRolePolicies", "<PolicyNames>" + members + "</PolicyNames>");
  }

  @Test
  void whatIsThrottledIsAskedAgainTwiceAndThenUnknown() {
    String throttled =
        "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error>"
            + "</ErrorResponse>";
    AtomicInteger asked = new AtomicInteger();
    account
        .aws()
        .on(
            "ListRolePolicies",
            _ ->
                asked.incrementAndGet() < 3
                    ? new Reply(400, throttled)
                    : new Reply(200, policies("<member>inline</member>")))
        .on("GetRolePolicy", _ -> new Reply(400, throttled));
    Gathering gathering = account.ask(Account.denied());
    assertThat(account.aws().asked("GetRolePolicy")).hasSize(3);
    assertThat(Account.lines(gathering))
        .anyMatch(line -> line.endsWith(": GetRolePolicy gives 400 Throttling"))
        .noneMatch(line -> line.contains("ListRolePolicies gives"));
  }

  @Test
  void thePoliciesThatAreNotShownAreToldInTheManifest() {
    account
        .aws()
        .on("ListRolePolicies", policies("<member>inline</member>"))
        .on("GetRolePolicy", _ -> new Reply(403, error("AccessDenied", "no")));
    Gathering gathering =
        account.askPolicies(Account.denied(), "arn:aws:iam::123456789012:user/ann");
    assertThat(gathering.files().getOrDefault("awsleuth.json", ""))
        .contains(
            "\"kind\": \"policy:identity\"",
            "\"why\": \"iam:GetRolePolicy is not allowed\"",
            "\"how\": \"aws iam get-role-policy --policy-name inline --role-name app\"");
  }

  @Test
  void thePoliciesOfWhomADecodedMessageNamesAreRead() {
    String message =
        "{\"allowed\": false, \"context\": {\"principal\": {\"arn\": \""
            + Account.ROLE
            + "\"}, \"action\": \"ec2:RunInstances\", \"resource\": \"*\"}}";
    account
        .aws()
        .on(
            "DecodeAuthorizationMessage",
            ScriptedAws.result(
                "DecodeAuthorizationMessage",
                "<DecodedMessage>" + message.replace("\"", "&quot;") + "</DecodedMessage>"))
        .on(
            "GetCallerIdentity",
            ScriptedAws.result(
                "GetCallerIdentity", "<Arn>arn:aws:iam::123456789012:user/ann</Arn>"));
    Facts facts =
        Account.facts(
            Kind.TRACEBACK,
            "botocore.exceptions.ClientError: An error occurred (UnauthorizedOperation) when"
                + " calling the RunInstances operation: You are not authorized to perform this"
                + " operation. Encoded authorization failure message: 4gSP4lbG");
    assertThat(account.questions(facts).permissions()).contains("iam:ListRolePolicies");
    account.ask(facts);
    assertThat(account.aws().asked("ListRolePolicies")).hasSize(1);
    assertThat(account.aws().asked("ListParents")).isNotEmpty();
  }

  @Test
  void theTrustPolicyOfARoleThatWasToBeAssumedIsRead() {
    account
        .aws()
        .on(
            "GetRole",
            ScriptedAws.result(
                "GetRole",
                "<Role><RoleName>target</RoleName>"
                    + "<Arn>arn:aws:iam::123456789012:role/svc/target</Arn>"
                    + "<AssumeRolePolicyDocument>%7B%22Statement%22%3A[]%7D"
                    + "</AssumeRolePolicyDocument></Role>"));
    Facts facts =
        Account.facts(
            Kind.TRACEBACK,
            "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
                + " AssumeRole operation: User: arn:aws:iam::123456789012:user/ann is not"
                + " authorized to perform: sts:AssumeRole on resource:"
                + " arn:aws:iam::123456789012:role/svc/target");
    assertThat(account.ask(facts).files()).containsKey("trust-policy-target.json");
  }

  @Test
  void aSecretThatIsToldByItsNameIsAskedForByIt() {
    account
        .aws()
        .on("GetResourcePolicy", "{\"Name\": \"db/prod\", \"ResourcePolicy\": \"{}\"}")
        .on("LookupEvents", "{\"Events\": []}");
    Gathering gathering =
        account.ask(refused("GetSecretValue", "secretsmanager:GetSecretValue", "db/prod"));
    assertThat(account.aws().asked("GetResourcePolicy"))
        .singleElement()
        .matches(a -> a.body().contains("\"SecretId\": \"db/prod\""));
    assertThat(account.aws().asked("SimulatePrincipalPolicy")).isEmpty();
    assertThat(Account.lines(gathering)).anyMatch(l -> l.contains("takes the ARN of a resource"));
  }

  @Test
  void credentialsThatHaveExpiredAreNoMissingPermission() {
    account
        .aws()
        .on("GetCallerIdentity", _ -> new Reply(403, error("ExpiredToken", "it has expired")));
    Gathering gathering = account.ask(Account.denied());
    assertThat(Account.lines(gathering).stream().distinct())
        .containsExactly(
            "who is calling: the credentials that ask have expired: log in again (ExpiredToken)",
            "all that AWS could tell: the credentials that ask have expired: log in again");
    assertThat(gathering.knows(Gathering.About.PRINCIPAL)).isFalse();
    assertThat(account.aws().asked()).hasSize(1);
    account
        .aws()
        .on("GetCallerIdentity", _ -> new Reply(403, error("InvalidClientTokenId", "invalid")));
    assertThat(Account.lines(account.ask(Account.denied())))
        .contains(
            "who is calling: AWS does not take the credentials that ask (InvalidClientTokenId)");
  }

  private static String error(String code, String message) {
    return "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
        .formatted(code, message);
  }

  @Test
  void thatTagsOfTheResourceAreLookedAtIsTold() {
    String queue = "arn:aws:sqs:eu-west-1:123456789012:q";
    Facts denied = refused("SendMessage", "sqs:SendMessage", queue);
    String policy = "{\"Condition\": {\"StringEquals\": {\"%s/env\": \"prod\"}}}";
    account.aws().on("ListRolePolicies", policies("<member>inline</member>"));
    for (String key : List.of("aws:ResourceTag", "aws:PrincipalTag")) {
      account
          .aws()
          .on(
              "GetRolePolicy",
              ScriptedAws.result(
                  "GetRolePolicy",
                  "<PolicyDocument>" + policy.formatted(key) + "</PolicyDocument>"));
      assertThat(Account.lines(account.ask(denied)))
          .filteredOn(l -> l.startsWith("the tags of " + queue))
          .hasSize(key.equals("aws:ResourceTag") ? 1 : 0)
          .allMatch(
              l -> l.endsWith("get-resources --region eu-west-1 --resource-arn-list " + queue));
    }
  }

  @Test
  void whereAwsDoesNotSayWhoWasRefusedTheKeyOfTheCallTells() {
    account
        .aws()
        .on(
            "ListUserPolicies",
            ScriptedAws.result("ListUserPolicies", "<PolicyNames><member>p</member></PolicyNames>"))
        .on(
            "GetUserPolicy",
            ScriptedAws.result("GetUserPolicy", "<PolicyDocument>%7B%7D</PolicyDocument>"));
    Facts same = Account.facts(Kind.ANY, refused("AKIA…MPLE"));
    assertThat(account.questions(same).permissions()).contains("iam:GetUserPolicy");
    assertThat(account.ask(same).files()).containsKey("identity-policy-ann-p.json");
    assertThat(account.questions(Account.facts(Kind.ANY, refused("AKIA…ABCD"))).permissions())
        .doesNotContain("iam:GetUserPolicy");
  }

  /** A record of a call that S3 refused without saying whom. */
  static String refused(String key) {
    return """
    {"awsleuth": "record", "version": 1}
    {"kind": "client", "number": 1, "service": "s3", "region": "eu-west-1", "endpoint": \
    "https://s3.eu-west-1.amazonaws.com", "method": "env", "key": "%s", "mode": "standard", \
    "attempts": 4, "asked": {}, "place": ["/srv/app.py", 3, "main"], "pid": 7}
    {"kind": "call", "number": 1, "exception": "botocore.exceptions.ClientError", "message": \
    "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied", \
    "seconds": 0.5, "service": "s3", "operation": "GetObject", "client": 1, "attempts": \
    [{"waited": 0.01, "seconds": 0.2, "url": "https://reports.s3.eu-west-1.amazonaws.com", \
    "status": 403, "code": "AccessDenied"}], "stack": [], "place": ["/srv/app.py", 9, "main"], \
    "params": {"Bucket": "reports", "Key": "a.csv"}, "pid": 7}
    {"kind": "end", "command": ["python", "app.py"], "exit": 1, "seconds": 2.5}
    """
        .formatted(key);
  }

  @Test
  void aFunctionWithoutAPolicyIsAnotherThingThanOneThatIsNotThere() {
    String function = "arn:aws:lambda:eu-west-1:123456789012:function:f";
    String asked = "GET /2015-03-31/functions/" + function + "/policy";
    Facts facts = refused("Invoke", "lambda:InvokeFunction", function);
    for (String none :
        List.of(
            "The resource you requested does not exist.",
            "No policy is associated with the given resource.")) {
      account.aws().on(asked, _ -> new Reply(404, lambda(none)));
      assertThat(Account.lines(account.ask(facts)))
          .as(none)
          .noneMatch(l -> l.startsWith("the policy of"));
    }
    account.aws().on(asked, _ -> new Reply(404, lambda("Function not found: " + function)));
    assertThat(Account.lines(account.ask(facts)))
        .contains("the policy of " + function + ": GetPolicy gives 404 ResourceNotFoundException");
  }

  private static String lambda(String message) {
    return "{\"__type\": \"ResourceNotFoundException\", \"Message\": \"" + message + "\"}";
  }

  @Test
  void aRepositoryOfTheSameNameInAnotherRegionOrAccountIsNotAskedAbout() {
    account.aws().on("GetRepositoryPolicy", "{\"policyText\": \"{}\"}");
    account.ask(
        refused(
            "BatchGetImage",
            "ecr:BatchGetImage",
            "arn:aws:ecr:us-west-2:210987654321:repository/app"));
    ScriptedAws.Asked asked = account.aws().asked("GetRepositoryPolicy").getFirst();
    assertThat(asked.region()).isEqualTo("us-west-2");
    assertThat(asked.body()).contains("\"registryId\": \"210987654321\"");
  }

  private static Facts refused(String operation, String action, String resource) {
    return Account.facts(
        Kind.TRACEBACK,
        "An error occurred (AccessDeniedException) when calling the "
            + operation
            + " operation: User: "
            + Account.ROLE
            + " is not authorized to perform: "
            + action
            + " on resource: "
            + resource
            + " because no resource-based policy allows the "
            + action
            + " action");
  }

  @Test
  void anAccessPointIsNoBucket() {
    Facts facts =
        Account.facts(
            Kind.TRACEBACK,
            "An error occurred (AccessDenied) when calling the GetObject operation: User: "
                + Account.ROLE
                + " is not authorized to perform: s3:GetObject on resource:"
                + " \"arn:aws:s3:us-east-1:123456789012:accesspoint/my-ap/object/k\" because no"
                + " identity-based policy allows the s3:GetObject action");
    assertThat(account.questions(facts).permissions())
        .contains("iam:GetRole")
        .doesNotContain("s3:GetBucketPolicy");
  }

  @Test
  void theSimulatorIsAskedForTheRoleWithItsPath() {
    account
        .aws()
        .on(
            "GetCallerIdentity",
            ScriptedAws.result(
                "GetCallerIdentity",
                "<Arn>arn:aws:iam::123456789012:user/ann</Arn><Account>123456789012</Account>"))
        .on(
            "GetRole",
            ScriptedAws.result(
                "GetRole",
                "<Role><RoleName>app</RoleName><RoleId>AROAEXAMPLEROLEID123</RoleId>"
                    + "<Arn>arn:aws:iam::123456789012:role/ops/app</Arn></Role>"));
    account.ask(Account.denied());
    assertThat(account.aws().asked("SimulatePrincipalPolicy"))
        .isNotEmpty()
        .allMatch(a ->
            "arn:aws:iam::123456789012:role/ops/app".equals(a.fields().get("PolicySourceArn")));
  }
}

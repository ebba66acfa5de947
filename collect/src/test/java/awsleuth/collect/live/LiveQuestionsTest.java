package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.fact.Facts;
import awsleuth.testkit.ScriptedAws;
import awsleuth.testkit.ScriptedAws.Asked;
import awsleuth.testkit.ScriptedAws.Reply;
import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What AWS is asked about a failure, and what is kept of the answers. */
class LiveQuestionsTest {

  private static final String ROLE = "arn:aws:sts::123456789012:assumed-role/app/i-1";
  private static final String THROTTLED =
      "botocore.exceptions.ClientError: An error occurred (ThrottlingException) when calling the"
          + " GetMetricData operation (reached max retries: 4): Rate exceeded";

  private Account account;

  @BeforeEach
  void open() throws IOException {
    account = new Account();
  }

  @AfterEach
  void close() {
    account.close();
  }

  private static Facts denied(String more) {
    return Account.facts(
        Kind.TRACEBACK,
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " ListUsers operation: User: "
            + ROLE
            + " is not authorized to perform: iam:ListUsers on resource:"
            + " arn:aws:iam::123456789012:user/ because no identity-based policy allows the"
            + " iam:ListUsers action"
            + more);
  }

  @Test
  void thePermissionsAreNamedBeforeAnythingIsAsked() {
    assertThat(account.questions(denied("")).permissions())
        .startsWith("iam:GetRole", "iam:ListRolePolicies")
        .contains("iam:SimulatePrincipalPolicy", "cloudtrail:LookupEvents");
    assertThat(account.aws().asked()).isEmpty();
  }

  @Test
  void whatMayNotBeReadIsUnknownWithThePermissionAndTheRestGoesOn() {
    account.aws().on("LookupEvents", "{\"Events\": []}");
    Gathering gathering = account.ask(denied(""));
    assertThat(Account.lines(gathering))
        .contains(
            "the policies of " + ROLE + ": iam:GetRole is not allowed",
            "what IAM's simulator says of iam:ListUsers: iam:SimulatePrincipalPolicy is not"
                + " allowed")
        .anyMatch(line -> line.startsWith("CloudTrail's events of ListUsers: none near"));
    assertThat(gathering.files()).containsOnlyKeys("caller-identity.json");
  }

  @Test
  void theSimulatorIsToldTheContextThatIsKnown() {
    account.ask(
        Account.facts(
            Kind.TRACEBACK,
            "An error occurred (UnauthorizedOperation) when calling the RunInstances operation:"
                + " You are not authorized to perform this operation. Encoded authorization"
                + " failure message: 4gSP4lbG",
            Kind.AUTHORIZATION,
            """
            {"allowed": false, "explicitDeny": true, "matchedStatements": {"items": []},
             "context": {"principal": {"arn": "arn:aws:sts::123456789012:assumed-role/app/i-1"},
              "action": "ec2:RunInstances", "resource": "arn:aws:ec2:eu-west-1:123456789012:instance/*",
              "conditions": {"items": [{"key": "aws:SourceIp", "values": {"items": [{"value": "203.0.113.9"}]}}]}}}
            """));
    assertThat(account.aws().asked("SimulatePrincipalPolicy").getFirst().fields())
        .containsEntry("PolicySourceArn", "arn:aws:iam::123456789012:role/app")
        .containsEntry("ActionNames.member.1", "ec2:RunInstances")
        .containsEntry("ContextEntries.member.1.ContextKeyName", "aws:SourceIp")
        .containsEntry("ContextEntries.member.1.ContextKeyValues.member.1", "203.0.113.9")
        .containsEntry("ContextEntries.member.1.ContextKeyType", "ip");
  }

  @Test
  void anEncodedMessageIsDecodedAndKept() {
    account
        .aws()
        .on(
            "DecodeAuthorizationMessage",
            ScriptedAws.result(
                "DecodeAuthorizationMessage",
                "<DecodedMessage>{&quot;allowed&quot;:false}</DecodedMessage>"));
    Gathering gathering =
        account.ask(
            Account.facts(
                Kind.TRACEBACK,
                "An error occurred (UnauthorizedOperation) when calling the RunInstances operation:"
                    + " You are not authorized to perform this operation. Encoded authorization"
                    + " failure message: 4gSP4lbG"));
    assertThat(account.aws().asked("DecodeAuthorizationMessage").getFirst().fields())
        .containsEntry("EncodedMessage", "4gSP4lbG");
    assertThat(gathering.files().get("authorization-message.json")).contains("\"allowed\": false");
  }

  @Test
  void ofAThrottledCallQuotasAndUseAreAskedForAndOnlyItsOwnKept() {
    account
        .aws()
        .on(
            "ListServiceQuotas",
            "{\"Quotas\": [{\"QuotaName\": \"Rate of GetMetricData requests\", \"QuotaCode\":"
                + " \"L-5E141212\", \"Value\": 50.0}, {\"QuotaName\": \"Alarms\", \"QuotaCode\":"
                + " \"L-2\", \"Value\": 5000.0}]}")
        .on(
            "ListMetrics",
            "{\"Metrics\": [{\"Namespace\": \"AWS/Usage\", \"MetricName\": \"CallCount\","
                + " \"Dimensions\": [{\"Name\": \"Resource\", \"Value\": \"GetMetricData\"}]}]}")
        .on(
            "GetMetricData",
            "{\"MetricDataResults\": [{\"Id\": \"calls\", \"Label\": \"GetMetricData\","
                + " \"Values\": [2940.0]}]}");
    Gathering gathering = account.ask(Account.facts(Kind.TRACEBACK, THROTTLED));
    assertThat(gathering.files().get("quotas.json")).contains("L-5E141212").doesNotContain("L-2");
    assertThat(gathering.files().get("usage.json")).contains("2940");
    assertThat(account.aws().asked("ListServiceQuotas").getFirst().body()).contains("monitoring");
    assertThat(account.aws().asked("GetMetricData").getFirst().body())
        .contains("\"Label\": \"GetMetricData\"");
  }

  @Test
  void ofAQuotaThatWasReachedTheOneOnWhatWasMadeIsAskedFor() {
    account
        .aws()
        .on(
            "ListServiceQuotas",
            "{\"Quotas\": [{\"QuotaName\": \"Roles per account\", \"QuotaCode\": \"L-FE177D64\","
                + " \"Value\": 1000.0, \"UsageMetric\": {\"MetricNamespace\": \"AWS/Usage\","
                + " \"MetricName\": \"ResourceCount\", \"MetricDimensions\": {\"Resource\":"
                + " \"Role\"}, \"MetricStatisticRecommendation\": \"Maximum\"}}, {\"QuotaName\":"
                + " \"Role trust policy length\", \"QuotaCode\": \"L-2\", \"Value\": 2048.0}]}")
        .on(
            "GetMetricData",
            "{\"MetricDataResults\": [{\"Id\": \"used\", \"Label\": \"Roles per account\","
                + " \"Values\": [1000.0]}]}");
    String reached =
        "botocore.errorfactory.LimitExceededException: An error occurred (LimitExceeded) when"
            + " calling the CreateRole operation: Cannot exceed quota for RolesPerAccount: 1000";
    Gathering gathering = account.ask(Account.facts(Kind.TRACEBACK, reached));
    assertThat(gathering.files().get("quotas.json")).contains("L-FE177D64").doesNotContain("L-2");
    assertThat(gathering.files().get("usage.json")).contains("1000");
    assertThat(account.aws().asked("ListServiceQuotas").getFirst().region()).isEqualTo("us-east-1");
    assertThat(account.aws().asked("GetMetricData").getFirst().body())
        .contains("\"Stat\": \"Maximum\"", "\"Value\": \"Role\"");
  }

  @Test
  void everyCauseOfThrottlingIsAskedAbout() {
    for (String code :
        List.of("ThrottlingException", "SlowDown", "ProvisionedThroughputExceededException")) {
      Facts facts = Account.facts(Kind.TRACEBACK, THROTTLED.replace("ThrottlingException", code));
      assertThat(account.questions(facts).permissions())
          .as(code)
          .contains("servicequotas:ListServiceQuotas", "cloudwatch:GetMetricData");
    }
  }

  @Test
  void anEventThatMayNotBeLookedForIsNotSaidToBeNone() {
    assertThat(Account.lines(account.ask(denied(""))))
        .contains("CloudTrail's events of ListUsers: cloudtrail:LookupEvents is not allowed")
        .noneMatch(line -> line.contains("none near"));
    assertThat(account.aws().asked("LookupEvents"))
        .as("IAM's events are kept in one Region")
        .filteredOn(a -> a.body().contains("ListUsers"))
        .extracting(Asked::region)
        .containsExactly("us-east-1");
  }

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
  void theTrailIsAskedAtMostTwiceASecondAndNotWithoutEnd() {
    account
        .aws()
        .on(
            "LookupEvents",
            "{\"Events\": [{\"CloudTrailEvent\": \"{\\\"eventName\\\": \\\"ListUsers\\\"}\"}],"
                + " \"NextToken\": \"more\"}");
    Gathering gathering = account.ask(denied(""));
    List<Asked> asked = account.aws().asked("LookupEvents");
    assertThat(asked).hasSizeBetween(2, 10);
    for (int i = 1; i < asked.size(); i++) {
      assertThat(asked.get(i).nanos() - asked.get(i - 1).nanos()).isGreaterThan(500_000_000L);
    }
    assertThat(Account.lines(gathering))
        .anyMatch(line -> line.startsWith("CloudTrail's events of ListUsers: there are more"));
  }

  /** An event as LookupEvents gives it. */
  private static String event(String name, String id, String time) {
    return "{\"CloudTrailEvent\": \"{\\\"eventName\\\": \\\"%s\\\", \\\"requestID\\\": \\\"%s\\\", \\\"eventTime\\\": \\\"%s\\\"}\"}"
        .formatted(name, id, time);
  }

  @Test
  void theCallsOwnEventComesFirstAndItsNeighboursStay() {
    account
        .aws()
        .on(
            "LookupEvents",
            asked ->
                new Reply(
                    200,
                    asked.body().contains("EventName")
                        ? "{\"Events\": ["
                            + event("ListUsers", "other", "2026-11-20T10:13:00Z")
                            + ", "
                            + event(
                                "ListUsers",
                                "11111111-2222-3333-4444-555555555555",
                                "2026-11-20T10:12:00Z")
                            + "]}"
                        : "{\"Events\": ["
                            + event("PutRolePolicy", "third", "2026-11-20T10:11:30Z")
                            + "]}"));
    Facts facts =
        Account.facts(
            Kind.TRACEBACK,
            """
            An error occurred (AccessDenied) when calling the ListUsers operation: no
            {'Error': {'Code': 'AccessDenied', 'Message': 'no'}, 'ResponseMetadata': \
            {'RequestId': '11111111-2222-3333-4444-555555555555', 'HTTPStatusCode': 403}}
            """);
    assertThat(facts.call().requestId()).isEqualTo("11111111-2222-3333-4444-555555555555");
    String trail = account.ask(facts).files().getOrDefault("trail.json", "");
    assertThat(trail.indexOf("11111111")).isLessThan(trail.indexOf("other")).isPositive();
    assertThat(trail).contains("PutRolePolicy");
    String neighbours = account.aws().asked("LookupEvents").getLast().body();
    assertThat(neighbours).contains("\"StartTime\": 1795169460", "\"EndTime\": 1795169521");
  }

  @Test
  void aLogGroupIsSearchedForTheRequestPageByPage() {
    List<String> bodies = new ArrayList<>();
    account
        .logGroup("/aws/lambda/invoices")
        .aws()
        .on(
            "FilterLogEvents",
            asked -> {
              bodies.add(asked.body());
              return new Reply(
                  200,
                  bodies.size() == 1
                      ? "{\"events\": [], \"nextToken\": \"t\"}"
                      : "{\"events\": [{\"message\": \"RequestId: r-1 Task timed out\"}]}");
            });
    Gathering gathering = account.ask(denied(""));
    assertThat(gathering.files().get("log-_aws_lambda_invoices.log"))
        .isEqualTo("RequestId: r-1 Task timed out\n");
    assertThat(bodies.getFirst()).contains("/aws/lambda/invoices", "\\\"AccessDenied\\\"");
    assertThat(bodies.getLast()).contains("\"nextToken\": \"t\"");
  }

  @Test
  void aRegionThatIsTheFaultIsNotAskedIn() {
    String text =
        "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint"
            + " URL: \"https://dynamodb.eu-west-9.amazonaws.com/\"";
    account.ask(Account.facts(Kind.TRACEBACK, text));
    assertThat(account.aws().asked("GetCallerIdentity").getFirst().region()).isEqualTo("eu-west-1");
    account.sessionIn("eu-west-9").ask(Account.facts(Kind.TRACEBACK, text));
    assertThat(account.aws().asked("GetCallerIdentity").getLast().region()).isEqualTo("us-east-1");
  }

  @Test
  void aRegionThatIsNoneOfTheFaultsIsAskedIn() {
    account.ask(
        Account.facts(
            Kind.TRACEBACK,
            "An error occurred (AccessDeniedException) when calling the ListTables operation: User:"
                + " arn:aws:iam::123456789012:user/ann is not authorized to perform:"
                + " dynamodb:ListTables on resource:"
                + " arn:aws:dynamodb:eu-central-1:123456789012:table/* because no identity-based"
                + " policy allows the dynamodb:ListTables action"));
    assertThat(account.aws().asked("LookupEvents").getFirst().region()).isEqualTo("eu-central-1");
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
    Gathering gathering = account.ask(denied(""));
    assertThat(gathering.files().get("identity-policy-app-broken.json")).contains("%7B%zz");
    assertThat(gathering.files().get("identity-policy-app-spaced.json"))
        .contains("\"Version\": \"2012-10-17\"");
    assertThat(account.aws().asked("LookupEvents")).isNotEmpty();
  }

  private static String policies(String members) {
    return ScriptedAws.result("ListRolePolicies", "<PolicyNames>" + members + "</PolicyNames>");
  }

  @Test
  void theTrailIsAskedAroundTheTimeOfTheCall() {
    account.aws().on("LookupEvents", "{\"Events\": []}");
    account.at("2026-11-20T08:15:31Z");
    assertThat(Account.lines(account.ask(denied(""))))
        .anyMatch(line -> line.contains("none near 2026-11-20T08:15:31Z (events of data"));
    assertThat(account.aws().asked("LookupEvents"))
        .anyMatch(a ->
            a.body().contains("\"StartTime\": 1795161631")
                && a.body().contains("\"EndTime\": 1795163431"));
  }

  @Test
  void whereNothingTellsTheTimeThatIsSaid() {
    account.aws().on("LookupEvents", "{\"Events\": []}");
    assertThat(Account.lines(account.ask(denied(""))))
        .anyMatch(line -> line.contains("which is now: nothing tells when the call was made"));
  }

  @Test
  void aHostThatDoesNotAnswerIsWaitedForOnce() throws IOException {
    AtomicInteger connections = new AtomicInteger();
    try (ScriptedServer silent =
        ScriptedServer.of(socket -> {
          connections.incrementAndGet();
          ScriptedServer.silent().with(socket);
        })) {
      Gathering gathering = account.askAt(silent.http(), denied(""));
      assertThat(Account.lines(gathering))
          .contains(
              "the policies of "
                  + ROLE
                  + ": 127.0.0.1:"
                  + silent.port()
                  + " was not reached before");
    }
    assertThat(connections).hasValue(1);
  }

  @Test
  void whatIsAskedNextIsTold() {
    List<String> told = new ArrayList<>();
    account.ask(denied(""), told::add);
    assertThat(told).startsWith("who is calling", "the policies of " + ROLE);
  }

  @Test
  void detailsThatThisBotocoreCannotAskForAreNamedWithTheCommand() {
    Facts facts =
        Account.facts(
            Kind.TRACEBACK,
            "An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You"
                + " are not authorized to perform: ec2:RunInstances. Go to the console, or call the"
                + " GetRequestAuthorizationDetails API with the following authorization id: q1w2");
    assertThat(Account.lines(account.ask(facts)))
        .anyMatch(line ->
            line.startsWith("the authorization details q1w2: this botocore does not know")
                && line.endsWith("--authorization-id q1w2"));
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
  private static String refused(String key) {
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
  void anAccessPointIsNoBucket() {
    Facts facts =
        Account.facts(
            Kind.TRACEBACK,
            "An error occurred (AccessDenied) when calling the GetObject operation: User: "
                + ROLE
                + " is not authorized to perform: s3:GetObject on resource:"
                + " \"arn:aws:s3:us-east-1:123456789012:accesspoint/my-ap/object/k\" because no"
                + " identity-based policy allows the s3:GetObject action");
    assertThat(account.questions(facts).permissions())
        .contains("iam:GetRole")
        .doesNotContain("s3:GetBucketPolicy");
  }

  @Test
  void theUseOfAnotherServicesOperationOfThatNameIsNotItsUse() {
    account
        .aws()
        .on("ListMetrics", "{\"Metrics\": [" + metric("KMS") + ", " + metric("CloudWatch") + "]}")
        .on("GetMetricData", "{\"MetricDataResults\": []}");
    account.ask(Account.facts(Kind.TRACEBACK, THROTTLED));
    assertThat(account.aws().asked("GetMetricData"))
        .singleElement()
        .satisfies(a -> assertThat(a.body()).contains("\"Value\": \"CloudWatch\""));
    account.aws().on("ListMetrics", "{\"Metrics\": [" + metric("KMS") + "]}");
    assertThat(Account.lines(account.ask(Account.facts(Kind.TRACEBACK, THROTTLED))))
        .contains("the use of GetMetricData: CloudWatch has no metric of it, but of KMS");
  }

  private static String metric(String service) {
    return "{\"Namespace\": \"AWS/Usage\", \"MetricName\": \"CallCount\", \"Dimensions\":"
        + " [{\"Name\": \"Service\", \"Value\": \""
        + service
        + "\"}, {\"Name\": \"Resource\", \"Value\": \"GetMetricData\"}]}";
  }

  @Test
  void anAccountOutsideAnOrganizationSurelyHasNoPolicyOfOne() {
    account
        .aws()
        .on(
            "ListParents",
            _ ->
                new Reply(
                    400,
                    "{\"__type\": \"AWSOrganizationsNotInUseException\", \"Message\": \"no\"}"));
    assertThat(account.ask(denied("")).unknown())
        .isNotEmpty()
        .noneMatch(u -> u.about() == Gathering.About.ORGANIZATION);
  }

  @Test
  void aPolicyThatIsAttachedOnSeveralLevelsIsDescribedOnce() {
    account
        .aws()
        .on(
            "ListParents",
            asked ->
                new Reply(
                    200,
                    asked.body().contains("r-1")
                        ? "{\"Parents\": []}"
                        : "{\"Parents\": [{\"Id\": \"r-1\"}]}"))
        .on("ListPoliciesForTarget", "{\"Policies\": [{\"Id\": \"p-1\", \"Name\": \"Full\"}]}")
        .on("DescribePolicy", "{\"Policy\": {\"Content\": \"{}\"}}");
    Gathering gathering = account.ask(denied(""));
    assertThat(account.aws().asked("DescribePolicy")).hasSize(1);
    assertThat(gathering.files())
        .containsKeys(
            "scp-r-1-Full.json",
            "scp-123456789012-Full.json",
            "rcp-r-1-Full.json",
            "rcp-123456789012-Full.json");
    assertThat(gathering.files().get("awsleuth.json"))
        .contains("\"scp-r-1-Full.json\": {", "\"attached_to\": \"r-1\"");
  }

  @Test
  void howTheSessionWasMadeIsLookedForInTheTrail() {
    String other = assumed("app", "i-2").replace("eventTime", "ignored");
    account
        .aws()
        .on(
            "LookupEvents",
            asked ->
                new Reply(
                    200,
                    asked.body().contains("\"AssumeRole\"")
                        ? "{\"Events\": [" + other + ", " + assumed("app", "i-1") + "]}"
                        : "{\"Events\": []}"));
    account.at("2026-11-20T08:15:31Z");
    Gathering gathering = account.ask(denied(""));
    assertThat(gathering.files().get("session-trail.json"))
        .contains("\"roleSessionName\": \"i-1\"", "\"policy\": \"{}\"")
        .doesNotContain("i-2");
  }

  private static String assumed(String role, String session) {
    return """
    {"CloudTrailEvent": "{\\"eventName\\": \\"AssumeRole\\", \\"eventTime\\": \
    \\"2026-11-20T08:00:00Z\\", \\"requestParameters\\": {\\"roleArn\\": \
    \\"arn:aws:iam::123456789012:role/%s\\", \\"roleSessionName\\": \\"%s\\", \
    \\"policy\\": \\"{}\\"}}"}\
    """
        .formatted(role, session);
  }

  @Test
  void aLogGroupIsSearchedForAPatternThatIsGiven() {
    account.logPattern("/aws/lambda/invoices", "?ERROR ?denied");
    account.ask(denied(""));
    assertThat(account.aws().asked("FilterLogEvents").getFirst().body())
        .contains("\"filterPattern\": \"?ERROR ?denied\"");
  }

  @Test
  void aRegionOfAnotherPartitionThatIsTheFaultHasItsOwnInstead() {
    String text =
        "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint"
            + " URL: \"https://dynamodb.cn-east-9.amazonaws.com.cn/\"";
    account.sessionIn("cn-east-9").ask(Account.facts(Kind.TRACEBACK, text));
    assertThat(account.aws().asked("GetCallerIdentity").getLast().region()).isEqualTo("cn-north-1");
  }
}

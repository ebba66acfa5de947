package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.NotRead;
import awsleuth.core.fact.Facts;
import awsleuth.testkit.ScriptedAws;
import awsleuth.testkit.ScriptedAws.Reply;
import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What AWS is asked about a failure, and what is kept of the answers. */
class LiveQuestionsTest {

  private static final String NOT_FOUND =
      "{\"__type\": \"ResourceNotFoundException\", \"Message\": \"no\"}";

  @AutoClose private final Account account = new Account();

  @Test
  void thePermissionsAreNamedBeforeAnythingIsAsked() {
    assertThat(account.questions(Account.denied()).permissions())
        .startsWith("iam:GetRole", "iam:ListRolePolicies")
        .contains("iam:SimulatePrincipalPolicy", "cloudtrail:LookupEvents");
    assertThat(account.aws().asked()).isEmpty();
  }

  @Test
  void whatMayNotBeReadIsUnknownWithThePermissionAndTheRestGoesOn() {
    account.aws().on("LookupEvents", "{\"Events\": []}");
    Gathering gathering = account.ask(Account.denied());
    assertThat(Account.lines(gathering))
        .contains(
            "the policies of " + Account.ROLE + ": iam:GetRole is not allowed",
            "what IAM's simulator says of iam:ListUsers: iam:SimulatePrincipalPolicy is not"
                + " allowed")
        .anyMatch(line -> line.startsWith("CloudTrail's events of ListUsers: none near"));
    assertThat(gathering.files()).containsOnlyKeys("caller-identity.json", "awsleuth.json");
  }

  @Test
  void aWebPageIsNoAnswerAndNothingOfItIsKept() {
    for (String operation : List.of("GetCallerIdentity", "GetRole", "SimulatePrincipalPolicy")) {
      account.aws().on(operation, "<html><body>Login please</body></html>");
    }
    Gathering gathering = account.ask(Account.denied());
    assertThat(Account.lines(gathering))
        .contains("who is calling: what answers is a web page, not sts");
    assertThat(gathering.files()).isEmpty();
  }

  @Test
  void whatHasNoArnIsNotSts() {
    account.aws().on("GetCallerIdentity", "{\"body\": \"Login please\"}");
    Gathering gathering = account.ask(Account.denied());
    assertThat(Account.lines(gathering)).contains("who is calling: what answers is not STS");
    assertThat(gathering.files()).isEmpty();
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
  void thatAwsDoesNotDecodeAMessageIsInTheManifest() {
    String text =
        "An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are"
            + " not authorized to perform this operation. Encoded authorization failure message:"
            + " 4gSP4lbG";
    account
        .aws()
        .on(
            "DecodeAuthorizationMessage",
            _ ->
                new Reply(
                    400,
                    "<ErrorResponse><Error><Code>InvalidAuthorizationMessageException</Code>"
                        + "</Error></ErrorResponse>"));
    Gathering gathering = account.ask(Account.facts(Kind.TRACEBACK, text));
    String manifest = gathering.files().getOrDefault("awsleuth.json", "");
    Facts facts = Account.facts(Kind.TRACEBACK, text, Kind.MANIFEST, manifest);
    assertThat(facts.given(NotRead.class))
        .extracting(NotRead::of, NotRead::why)
        .containsExactly(tuple("4gSP4lbG", "InvalidAuthorizationMessageException"));
    assertThat(new Diagnoser(AwsCatalog.embedded()).verdicts(facts).getFirst().outcome())
        .isInstanceOfSatisfying(
            Outcome.Confirmed.class,
            c ->
                assertThat(c.finding().fixes())
                    .noneMatch(f -> f.text().contains("decode-authorization-message")));
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
                      : """
                      {"events": [{"timestamp": 1795894560123, "message": "RequestId: r-1 Task timed out\\n"},
                        {"timestamp": 1795894561000, "message": "{\\"level\\": \\"ERROR\\"}"},
                        {"message": "without a time"}]}
                      """);
            });
    Gathering gathering = account.ask(Account.denied());
    assertThat(gathering.files().get("log-_aws_lambda_invoices.log"))
        .isEqualTo(
            """
            2026-11-28T19:36:00.123Z RequestId: r-1 Task timed out
            {"level": "ERROR"}
            without a time
            """);
    assertThat(bodies.getFirst()).contains("/aws/lambda/invoices", "\\\"AccessDenied\\\"");
    assertThat(bodies.getLast()).contains("\"nextToken\": \"t\"");
  }

  @Test
  void ofALogGroupThatIsNotThereOrMayNotBeReadThatAloneIsSaid() {
    account.logGroup("/none/such");
    assertThat(Account.lines(account.ask(Account.denied())))
        .filteredOn(line -> line.contains("/none/such"))
        .containsExactly("the log group /none/such: logs:FilterLogEvents is not allowed");
    account.aws().on("FilterLogEvents", _ -> new Reply(400, NOT_FOUND));
    assertThat(Account.lines(account.ask(Account.denied())))
        .filteredOn(line -> line.contains("/none/such"))
        .containsExactly(
            "the log group /none/such: FilterLogEvents gives 400 ResourceNotFoundException");
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
  void aHostThatDoesNotAnswerIsWaitedForOnce() throws IOException {
    AtomicInteger connections = new AtomicInteger();
    try (ScriptedServer silent =
        ScriptedServer.of(socket -> {
          connections.incrementAndGet();
          ScriptedServer.silent().with(socket);
        })) {
      Gathering gathering = account.askAt(silent.http(), Account.denied());
      assertThat(Account.lines(gathering))
          .contains(
              "the organization's policies on 123456789012: 127.0.0.1:"
                  + silent.port()
                  + " was not reached before");
    }
    assertThat(connections).hasValue(1);
  }

  @Test
  void whatIsAskedNextIsTold() {
    List<String> told = new ArrayList<>();
    account.ask(Account.denied(), told::add);
    assertThat(told).startsWith("who is calling", "the policies of " + Account.ROLE);
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
            line.startsWith("the authorization details q1w2: the AWS data that count here do not")
                && line.contains("--botocore auto")
                && line.endsWith("--authorization-id q1w2"));
  }

  @Test
  void aLogGroupIsSearchedForAPatternThatIsGiven() {
    account.logPattern("/aws/lambda/invoices", "?ERROR ?denied");
    account.ask(Account.denied());
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

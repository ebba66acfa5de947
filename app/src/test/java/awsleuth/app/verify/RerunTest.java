package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.Proxies;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Keys;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.CallResult;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.wire.CaBundle;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Route;
import awsleuth.core.Diagnoser;
import awsleuth.testkit.ScriptedAws;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which commands are done again, and as whom. */
class RerunTest {

  private static final String COMMAND = "aws sts get-caller-identity";

  private ScriptedAws aws;

  @BeforeEach
  void open() throws IOException {
    aws = new ScriptedAws();
    aws.on("GetCallerIdentity", ScriptedAws.result("GetCallerIdentity", "<Arn>a</Arn>"));
  }

  @AfterEach
  void close() {
    aws.close();
  }

  private CallResult rerun(String command, String profile, boolean byCredentials) {
    return rerun(command, profile, byCredentials, failed("", ""));
  }

  private static ToldFailure failed(String region, String endpoint) {
    return ToldDiagnosis.in(
            "{\"version\": 1, \"failures\": [{\"call\": {\"region\": \""
                + region
                + "\", \"endpoint\": \""
                + endpoint
                + "\"}}]}")
        .orElseThrow()
        .failures()
        .getFirst();
  }

  private CallResult rerun(
      String command, String profile, boolean byCredentials, ToldFailure failed) {
    String cause = byCredentials ? "credentials/expired-token" : "network/dns";
    return rerun(profile).of(command, failed, cause).orElseThrow().result();
  }

  private Rerun rerun(String profile) {
    AwsCatalog catalog = AwsCatalog.embedded();
    Map<String, String> environment =
        Map.of("AWS_ENDPOINT_URL", aws.url(), "AWS_DEFAULT_REGION", "eu-west-1");
    Session session =
        ((Session.Open) Session.open(environment, Optional.empty(), Session.Files.NONE)).session();
    Route route = new Route(Proxies.NONE, () -> new Route.Trust.Bundle(CaBundle.UNVERIFIED));
    Keys keys = new Keys("AKIAIOSFODNN7EXAMPLE", "made-up", null, null);
    AwsCalls calls =
        new AwsCalls(
            catalog,
            session,
            keys,
            route,
            Duration.ofSeconds(10),
            Deadline.in(Duration.ofSeconds(60)));
    return new Rerun(catalog, calls, Optional.of(profile).filter(p -> !p.isEmpty()));
  }

  @Test
  void aCommandOfAnotherProfileIsNotDoneWithTheseCredentials() {
    assertThat(rerun(COMMAND + " --profile prod", "", true))
        .isEqualTo(new CallResult.NotSent("the command has --profile prod: ask with that"));
    assertThat(rerun(COMMAND + " --profile='prod'", "audit", false))
        .isInstanceOf(CallResult.NotSent.class);
    assertThat(rerun(COMMAND, "audit", true)).isInstanceOf(CallResult.NotSent.class);
    assertThat(aws.asked()).isEmpty();
    assertThat(rerun(COMMAND + " --profile prod", "prod", true))
        .isInstanceOf(CallResult.Answered.class);
  }

  @Test
  void aCommandThatCallsAnotherEndpointIsLeftToPeople() {
    assertThat(rerun(COMMAND + " --endpoint-url http://127.0.0.1:1", "", false))
        .isEqualTo(new CallResult.NotSent("the command has --endpoint-url, which is left to you"));
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void aCallThatWentToAnotherPlaceIsNotMadeHere() {
    String told = "https://sts.eu-west-1.amazonaws.com/";
    assertThat(rerun(COMMAND, "", false, failed("eu-west-1", told)))
        .isEqualTo(
            new CallResult.NotSent(
                "the call went to " + told + ", the settings here lead to " + aws.url() + "/"));
    assertThat(rerun(COMMAND + " --region us-east-1", "", false, failed("eu-west-1", told)))
        .as("another Region of AWS is no server of this machine")
        .isInstanceOf(CallResult.NotSent.class);
    assertThat(aws.asked()).isEmpty();
    assertThat(rerun(COMMAND, "", false, failed("eu-west-1", aws.url() + "/bucket")))
        .isInstanceOf(CallResult.Answered.class);
  }

  @Test
  void aCallThatFailsEarlierThanACauseActsTellsNothingOfTheCause() {
    assertThat(verified("ExpiredToken", "permissions/no-identity-allow"))
        .isEqualTo("unknown: the call fails with ExpiredToken now, which comes before");
    assertThat(verified("ValidationError", "permissions/no-identity-allow"))
        .isEqualTo("ruled out: the call fails with ValidationError now");
  }

  @Test
  void oneCallAtRestTellsNothingOfALoadOrOfTheTimeThatAProgramWaits() {
    assertThat(now("throttling/api-rate"))
        .isEqualTo(
            "unknown: the call succeeds now, by itself; under the program's load it may be"
                + " throttled again");
    assertThat(now("network/read-timeout"))
        .isEqualTo(
            "unknown: the call succeeds now, with more time for its answer than the program may"
                + " give it");
    assertThat(now("permissions/no-identity-allow")).isEqualTo("ruled out: the call succeeds now");
  }

  /** What is said of a cause whose call is refused with a code now. */
  private String verified(String code, String cause) {
    aws.on(
        "GetCallerIdentity",
        _ ->
            new ScriptedAws.Reply(
                403,
                "<ErrorResponse><Error><Code>"
                    + code
                    + "</Code><Message>no</Message></Error></ErrorResponse>"));
    return now(cause);
  }

  /** What is said of a cause whose call is made again. */
  private String now(String cause) {
    ToldFailure failure =
        ToldDiagnosis.in(
                """
                {"version": 1, "failures": [{"call": {"service": "sts", "code": "AccessDenied",
                  "operation": "GetCallerIdentity", "message": "no"}, "causes": [{"id": "%s",
                  "outcome": "confirmed", "verification": {"kind": "rerun",
                    "command": "aws sts get-caller-identity", "expect": "it answers"}}]}]}
                """
                    .formatted(cause))
            .orElseThrow()
            .failures()
            .getFirst();
    AwsCatalog catalog = AwsCatalog.embedded();
    Verified now =
        new Verifier(
                new Asked(
                    new Diagnoser(catalog), new FilesNow(catalog, List.of(), List.of(), List.of())),
                List.of(),
                new ChainNow(Map.of(), new LocalOutside()),
                new Deciding((_, _) -> 0),
                Optional.of(rerun("")),
                Optional.empty(),
                Optional.empty())
            .verify(failure, List.of())
            .getFirst();
    return now.state().words() + ": " + now.why();
  }

  @Test
  void theRegionIsTheCommandsHoweverItIsWritten() {
    for (String region : new String[] {"--region us-west-2", "--region=us-west-2"}) {
      rerun(COMMAND + " " + region, "", false);
      assertThat(aws.asked().getLast().region()).as(region).isEqualTo("us-west-2");
    }
  }
}

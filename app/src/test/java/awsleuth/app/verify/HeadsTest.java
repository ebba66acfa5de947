package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.Opened;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.credentials.MfaCodes;
import awsleuth.collect.wire.Deadline;
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

/** What answers without a body tell. */
class HeadsTest {

  private static final String SAME =
      "HeadObject, which takes the same permission and gives no content, ";
  private static final String BY_ANN = ", asked as arn:aws:iam::111122223333:user/ann";

  private ScriptedAws aws;

  @BeforeEach
  void open() throws IOException {
    aws = new ScriptedAws();
    aws.on(
        "GetCallerIdentity",
        ScriptedAws.result("GetCallerIdentity", "<Arn>arn:aws:iam::111122223333:user/ann</Arn>"));
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void aBucketThatAnswersIsThereAndOneThatIsNotFoundIsStillNot() {
    String gone = "resource/bucket-not-found";
    answer("HEAD /data", 404);
    assertThat(now(gone, "query", "head-bucket --bucket data"))
        .isEqualTo(
            "still there: the answer is 404: there is no such bucket; where the name was wrong, ask"
                + " with the other");
    answer("HEAD /data", 403);
    assertThat(now(gone, "query", "head-bucket --bucket data"))
        .startsWith("unknown: the answer is 403; wanted: ");
    answer("HEAD /data", 200);
    assertThat(now(gone, "query", "head-bucket --bucket data"))
        .isEqualTo("ruled out: there is such a bucket now");
  }

  @Test
  void anObjectIsLookedForLikewise() {
    String gone = "resource/key-not-found";
    answer("HEAD /data/k", 404);
    assertThat(now(gone, "query", "head-object --bucket data --key k"))
        .startsWith("still there: the answer is 404: there is no such object");
    answer("HEAD /data/k", 200);
    assertThat(now(gone, "query", "head-object --bucket data --key k"))
        .isEqualTo("ruled out: there is such an object now");
  }

  @Test
  void thatAnObjectMayBeReadIsShownWithoutReadingIt() {
    String get = "get-object --bucket data --key k /dev/null";
    answer("HEAD /data/k", 403);
    assertThat(now("permissions/boundary", "rerun", get))
        .isEqualTo(
            "unknown: " + SAME + "is refused now, too" + BY_ANN + "; by what it does not say");
    answer("HEAD /data/k", 404);
    assertThat(now("permissions/boundary", "rerun", get))
        .as("S3 says so only to those who may read it")
        .isEqualTo("ruled out: the call fails with 404 now");
    answer("HEAD /data/k", 200);
    assertThat(now("permissions/boundary", "rerun", get))
        .isEqualTo("ruled out: " + SAME + "succeeds now" + BY_ANN);
    assertThat(now("permissions/kms-key", "rerun", get))
        .as("to decrypt it is no part of that")
        .isEqualTo(
            "unknown: GetObject reads, but is none of the calls that awsleuth makes: run it yourself");
    assertThat(aws.asked("GET /data/k")).isEmpty();
  }

  @Test
  void aRefusalDoesNotSayThatItIsByAConfirmedCause() {
    String get = "get-object --bucket data --key k /dev/null";
    answer("HEAD /data/k", 403);
    assertThat(now("permissions/condition-not-met", "confirmed", "Access Denied", get))
        .isEqualTo(
            "unknown: " + SAME + "is refused now, too" + BY_ANN + "; by what it does not say");
    String denied =
        "User: arn:aws:iam::111122223333:user/ann is not authorized to perform: s3:GetObject on"
            + " resource: arn:aws:s3:::data/k with an explicit deny in a resource-based policy";
    user("Allow");
    assertThat(now("permissions/explicit-deny-resource", "confirmed", denied, get))
        .as("the policies that were read do not have what refuses it")
        .isEqualTo(
            "unknown: " + SAME + "is refused now, too" + BY_ANN + "; by what it does not say");
    user("Deny");
    assertThat(now("permissions/explicit-deny-resource", "confirmed", denied, get))
        .as("the account's policies say by what")
        .isEqualTo(
            "ruled out: no such policy of the account denies it now; the call is still denied: a"
                + " statement of the account's identity-based policy (identity-policy-ann-p.json)"
                + " denies it; no identity-based policy allows it");
  }

  /** The caller has one policy, and the bucket has none. */
  private void user(String effect) {
    aws.on(
            "GetCallerIdentity",
            ScriptedAws.result(
                "GetCallerIdentity",
                "<Arn>arn:aws:iam::111122223333:user/ann</Arn><Account>111122223333</Account>"))
        .on("GetUser", ScriptedAws.result("GetUser", "<User><UserName>ann</UserName></User>"))
        .on(
            "ListUserPolicies",
            ScriptedAws.result("ListUserPolicies", "<PolicyNames><member>p</member></PolicyNames>"))
        .on(
            "GetUserPolicy",
            ScriptedAws.result(
                "GetUserPolicy",
                "<PolicyDocument>{\"Statement\": {\"Effect\": \""
                    + effect
                    + "\", \"Action\": \"*\", \"Resource\": \"*\"}}</PolicyDocument>"))
        .on(
            "ListAttachedUserPolicies",
            ScriptedAws.result("ListAttachedUserPolicies", "<AttachedPolicies/>"))
        .on("ListGroupsForUser", ScriptedAws.result("ListGroupsForUser", "<Groups/>"))
        .on(
            "GET /data", // its policy, then its public access block
            _ ->
                refusal(
                    aws.asked("GET /data").size() % 2 == 1
                        ? "NoSuchBucketPolicy"
                        : "NoSuchPublicAccessBlockConfiguration"));
  }

  private static ScriptedAws.Reply refusal(String code) {
    return new ScriptedAws.Reply(404, "<Error><Code>" + code + "</Code></Error>");
  }

  private void answer(String what, int status) {
    aws.on(what, _ -> new ScriptedAws.Reply(status, ""));
  }

  /** What is said of a possible cause of an AccessDenied that says nothing more. */
  private String now(String cause, String kind, String command) {
    return now(cause, "possible", kind, "Access Denied", command);
  }

  /** The same of a message, by a rerun. */
  private String now(String cause, String outcome, String message, String command) {
    return now(cause, outcome, "rerun", message, command);
  }

  private String now(String cause, String outcome, String kind, String message, String command) {
    ToldFailure failure =
        ToldDiagnosis.in(
                """
                {"version": 1, "failures": [{"call": {"service": "s3", "code": "AccessDenied",
                  "operation": "GetObject", "message": "%s"}, "causes": [{"id": "%s",
                  "outcome": "%s", "verification": {"kind": "%s",
                    "command": "aws s3api %s", "expect": "it answers"}}]}]}
                """
                    .formatted(message, cause, outcome, kind, command))
            .orElseThrow()
            .failures()
            .getFirst();
    AwsCatalog catalog = AwsCatalog.embedded();
    AwsCalls calls = calls(catalog);
    Verified now =
        new Verifier(
                new Asked(
                    new Diagnoser(catalog), new FilesNow(catalog, List.of(), List.of(), List.of())),
                List.of(),
                new ChainNow(Map.of(), new LocalOutside()),
                new Deciding((_, _) -> Console.FINE),
                Optional.of(new Rerun(catalog, calls, Optional.empty())),
                Optional.of(new AccountNow(catalog, calls, _ -> {})),
                Optional.empty())
            .verify(failure, List.of())
            .getFirst();
    return now.state().words() + ": " + now.why();
  }

  private AwsCalls calls(AwsCatalog catalog) {
    Opened opened =
        Opened.open(
            catalog,
            Map.of(
                "HOME", "/nowhere",
                "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", aws.url()),
            Optional.empty(),
            new LocalOutside(),
            MfaCodes.unattended(),
            Deadline.in(Duration.ofSeconds(10)));
    return ((Opened.Open) opened).calls();
  }
}

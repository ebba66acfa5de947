package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.fact.Facts;
import awsleuth.testkit.ScriptedAws.Asked;
import awsleuth.testkit.ScriptedAws.Reply;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What CloudTrail is asked about a failure: when, how fast, and of which session. */
class TrailQuestionsTest {

  @AutoClose private final Account account = new Account();

  @Test
  void anEventThatMayNotBeLookedForIsNotSaidToBeNone() {
    assertThat(Account.lines(account.ask(Account.denied())))
        .contains("CloudTrail's events of ListUsers: cloudtrail:LookupEvents is not allowed")
        .noneMatch(line -> line.contains("none near"));
    assertThat(account.aws().asked("LookupEvents"))
        .as("IAM's events are kept in one Region")
        .filteredOn(a -> a.body().contains("ListUsers"))
        .extracting(Asked::region)
        .containsExactly("us-east-1");
  }

  @Test
  void theTrailIsAskedAtMostTwiceASecondAndNotWithoutEnd() {
    account
        .aws()
        .on(
            "LookupEvents",
            "{\"Events\": [{\"CloudTrailEvent\": \"{\\\"eventName\\\": \\\"ListUsers\\\"}\"}],"
                + " \"NextToken\": \"more\"}");
    Gathering gathering = account.ask(Account.denied());
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
  void theTrailIsAskedAroundTheTimeOfTheCall() {
    account.aws().on("LookupEvents", "{\"Events\": []}");
    account.at("2026-11-20T08:15:31Z");
    assertThat(Account.lines(account.ask(Account.denied())))
        .anyMatch(line -> line.contains("none near 2026-11-20T08:15:31Z (events of data"));
    assertThat(account.aws().asked("LookupEvents"))
        .anyMatch(a ->
            a.body().contains("\"StartTime\": 1795161631")
                && a.body().contains("\"EndTime\": 1795163431"));
  }

  @Test
  void whereNothingTellsTheTimeThatIsSaid() {
    account.aws().on("LookupEvents", "{\"Events\": []}");
    assertThat(Account.lines(account.ask(Account.denied())))
        .anyMatch(line -> line.contains("which is now: nothing tells when the call was made"));
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
    Gathering gathering = account.ask(Account.denied());
    assertThat(gathering.files().get("session-trail.json"))
        .contains("\"roleSessionName\": \"i-1\"", "\"policy\": \"{}\"")
        .doesNotContain("i-2");
  }

  @Test
  void aSessionThatBeganByAWebIdentityIsFoundToo() {
    account
        .aws()
        .on(
            "LookupEvents",
            asked ->
                new Reply(
                    200,
                    asked.body().contains("\"AssumeRoleWithWebIdentity\"")
                        ? "{\"Events\": [" + assumed("app", "i-1") + "]}"
                        : "{\"Events\": []}"));
    account.at("2026-11-20T08:15:31Z");
    assertThat(account.ask(Account.denied()).files().get("session-trail.json"))
        .contains("\"roleSessionName\": \"i-1\"");
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
}

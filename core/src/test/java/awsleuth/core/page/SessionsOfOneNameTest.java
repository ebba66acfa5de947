package awsleuth.core.page;

import static awsleuth.core.page.Incident.file;
import static awsleuth.core.page.Incident.outcome;
import static awsleuth.core.page.Incident.trail;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions of one name that were passed different policies. */
class SessionsOfOneNameTest {

  private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/broker/job";
  private static final String REFUSED =
      "An error occurred (AccessDenied) when calling the GetBucketTagging operation: User: "
          + SESSION
          + " is not authorized to perform: s3:GetBucketTagging on resource:"
          + " \"arn:aws:s3:::tenants\"";
  private static final String TOLD =
      REFUSED + " because no session policy allows the s3:GetBucketTagging action";
  private static final String ONLY_SQS =
      "{\\\"Version\\\": \\\"2012-10-17\\\", \\\"Statement\\\": [{\\\"Effect\\\": \\\"Allow\\\","
          + " \\\"Action\\\": \\\"sqs:*\\\", \\\"Resource\\\": \\\"*\\\"}]}";

  private static String allow(String action) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
        + action
        + "\", \"Resource\": \"*\"}]}";
  }

  private static final Artifact IDENTITY = file(Kind.POLICY_IDENTITY, allow("s3:*"));

  private static String start(String time, String key, String policy) {
    return """
    {"eventTime": "%s", "eventSource": "sts.amazonaws.com", "eventName": "AssumeRole",
     "userIdentity": {"arn": "arn:aws:iam::111122223333:user/ops"},
     "requestParameters": {"roleSessionName": "job"%s},
     "responseElements": {"credentials": {"accessKeyId": "%s"}, "assumedRoleUser": {"arn": "%s"}}}
    """
        .formatted(time, policy, key, SESSION);
  }

  private static String limited(String time) {
    return start(time, "ASIALIMITED", ", \"policy\": \"" + ONLY_SQS + "\"");
  }

  private static String free(String time) {
    return start(time, "ASIAFREE", "");
  }

  private static String call(String key) {
    return """
    {"eventTime": "2026-10-05T09:30:00Z", "eventSource": "s3.amazonaws.com",
     "eventName": "GetBucketTagging", "errorCode": "AccessDenied", "errorMessage": "Access Denied",
     "userIdentity": {"type": "AssumedRole", "arn": "%s", "accessKeyId": "%s"},
     "requestParameters": {"bucketName": "tenants"}}
    """
        .formatted(SESSION, key);
  }

  private static List<Citation> cited(Outcome outcome) {
    return outcome instanceof Outcome.Confirmed(var f)
        ? f.because()
        : ((Outcome.Possible) outcome).finding().because();
  }

  private static String words(Outcome outcome) {
    return cited(outcome).stream().map(Citation::text).toList().toString();
  }

  @Test
  void whichOfThemCalledIsAskedForWhicheverBeganLast() {
    for (String trail :
        List.of(
            limited("2026-10-05T09:00:00Z") + "," + free("2026-10-05T09:10:00Z"),
            free("2026-10-05T09:00:00Z") + "," + limited("2026-10-05T09:10:00Z"))) {
      Outcome first = outcome(REFUSED, IDENTITY, trail(trail));
      assertThat(first).isInstanceOf(Outcome.Possible.class);
      assertThat(words(first))
          .contains("passed a policy, which does not allow `s3:GetBucketTagging`; another session");
      assertThat(((Outcome.Possible) first).missing().getLast().how()).contains("access_key");
    }
  }

  @Test
  void theKeyOfTheCallTells() {
    String both = limited("2026-10-05T09:00:00Z") + "," + free("2026-10-05T09:10:00Z");
    assertThat(words(outcome(REFUSED, IDENTITY, trail(both, call("ASIALIMITED")))))
        .contains("passed the session its policy");
    assertThat(words(outcome(REFUSED, IDENTITY, trail(both, call("ASIAFREE")))))
        .doesNotContain("policy; another", "passed the session");
  }

  @Test
  void oneThatWasPassedNoneIsNotThatWhosePolicyRefuses() {
    String both = limited("2026-10-05T09:00:00Z") + "," + free("2026-10-05T09:10:00Z");
    Outcome first = outcome(TOLD, IDENTITY, trail(both));
    assertThat(first).isInstanceOf(Outcome.Confirmed.class);
    assertThat(words(first)).contains("passed the session its policy");
  }

  @Test
  void whatTheProgramPassesIsToChangeAndNotTheTrail() {
    Outcome first = outcome(TOLD, IDENTITY, trail(limited("2026-10-05T09:00:00Z")));
    assertThat(((Outcome.Confirmed) first).finding().fixes())
        .anySatisfy(f -> {
          assertThat(f.text()).contains("+++ session/job/policy").doesNotContain("+++ trail.json");
          assertThat(((Fix.PolicyEdit) f).title()).endsWith("is meant to reach that");
        });
  }

  @Test
  void oneThatBeganTooLongBeforeIsOver() {
    String both = limited("2026-10-04T20:00:00Z") + "," + free("2026-10-05T09:10:00Z");
    assertThat(words(outcome(REFUSED, IDENTITY, trail(both)))).doesNotContain("another session");
  }

  @Test
  void oneThatWasOverWhenTheCallWasMadeIsNotTheCallers() {
    String refused = call("").replace("\"Access Denied\"", "\"" + said() + "\"");
    String asked = limited("2026-10-05T06:00:00Z").replace("\"job\"", "\"job\", %s");
    String hours = asked.formatted("\"durationSeconds\": 14400");
    String ended = asked.formatted("\"durationSeconds\": 7200");
    assertThat(words(outcome(TOLD, IDENTITY, trail(hours, refused)))).contains("its policy");
    for (String over :
        List.of(ended, limited("2026-10-02T09:00:00Z"), limited("2026-10-05T08:00:00Z"))) {
      assertThat(words(outcome(TOLD, IDENTITY, trail(over, refused)))).doesNotContain("its policy");
    }
  }

  private static String said() {
    return TOLD.substring(TOLD.indexOf("User: ")).replace("\"", "\\\"");
  }

  @Test
  void aBoundaryThatAllowsIsNotSuspected() {
    Outcome first =
        outcome(
            REFUSED,
            IDENTITY,
            file(Kind.POLICY_BOUNDARY, allow("s3:GetBucketTagging")),
            trail(limited("2026-10-05T09:00:00Z"), free("2026-10-05T09:10:00Z")));
    assertThat(((Outcome.Possible) first).finding().summary()).contains("session policy");
  }
}

package awsleuth.core.written;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.cause.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What CloudTrail saw written last before a failed call decides it. */
class WrittenPoliciesTest {

  private static final String REFUSED =
      """
      {"eventSource": "s3.amazonaws.com", "eventName": "GetObject",
       "eventTime": "2026-11-18T15:00:00Z", "recipientAccountId": "111122223333",
       "userIdentity": {"type": "AssumedRole",
         "arn": "arn:aws:sts::111122223333:assumed-role/billing/job"},
       "errorCode": "AccessDenied", "errorMessage": "Access Denied", "requestID": "R1",
       "requestParameters": {"bucketName": "invoices", "key": "1"}}
      """;

  private static final String DENY =
      "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"Closed\", \"Effect\": \"Deny\","
          + " \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": [%s]}]}";

  private static String write(String name, String time, String policy) {
    return """
    {"eventSource": "s3.amazonaws.com", "eventName": "%s", "eventTime": "%s",
     "recipientAccountId": "111122223333", "userIdentity": {"type": "IAMUser",
       "arn": "arn:aws:iam::111122223333:user/ops"},
     "requestParameters": {"bucketName": "invoices"%s}}
    """
        .formatted(name, time, policy.isEmpty() ? "" : ", \"bucketPolicy\": " + policy);
  }

  private static Optional<Outcome.Confirmed> denied(String... events) {
    Artifact trail =
        new Artifact("trail.json", Artifact.Kind.TRAIL, String.join("\n", events) + REFUSED);
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(trail)).failures().getFirst().verdicts().stream()
            .filter(v -> v.id().equals("permissions/explicit-deny-resource"))
            .map(Diagnosis.Verdict::outcome)
            .filter(Outcome.Confirmed.class::isInstance)
            .map(Outcome.Confirmed.class::cast)
            .findFirst();
  }

  @Test
  void aBucketsPolicyIsTheOneThatWasWrittenLast() {
    String deny = DENY.formatted("\"arn:aws:s3:::invoices/*\"");
    assertThat(denied(write("PutBucketPolicy", "2026-11-18T14:00:00Z", deny)))
        .hasValueSatisfying(c ->
            assertThat(c.finding().because().toString())
                .contains("`PutBucketPolicy` of 2026-11-18T14:00:00Z"));
    assertThat(
            denied(
                write("PutBucketPolicy", "2026-11-18T14:00:00Z", deny),
                write("DeleteBucketPolicy", "2026-11-18T14:30:00Z", "")))
        .isEmpty();
    assertThat(
            denied(
                write("PutBucketPolicy", "2026-11-18T14:00:00Z", deny),
                write("DeleteBucket", "2026-11-18T14:10:00Z", ""),
                write("CreateBucket", "2026-11-18T14:20:00Z", "")))
        .isEmpty();
    assertThat(denied(write("PutBucketPolicy", "2026-11-18T15:00:00Z", deny))).isEmpty();
    assertThat(denied(write("PutBucketPolicy", "2026-11-18T15:10:00Z", deny))).isEmpty();
  }

  @Test
  void theLastIsByTimeWhateverTheOrderOfEvents() {
    String deny = DENY.formatted("\"arn:aws:s3:::invoices/*\"");
    assertThat(
            denied(
                write("DeleteBucketPolicy", "2026-11-18T14:30:00Z", ""),
                write("PutBucketPolicy", "2026-11-18T14:00:00Z", deny)))
        .isEmpty();
  }

  @Test
  void aPolicyThatIsNotReadWholeIsNone() {
    String many = "\"arn:aws:s3:::invoices/a/*\", ".repeat(2100) + "\"arn:aws:s3:::invoices/*\"";
    assertThat(denied(write("PutBucketPolicy", "2026-11-18T14:00:00Z", DENY.formatted(many))))
        .isEmpty();
  }

  @Test
  void parametersThatAreATextAreReadLikewise() {
    String deny = DENY.formatted("\"arn:aws:s3:::invoices/*\"");
    String parameters =
        ("{\"bucketName\": \"invoices\", \"bucketPolicy\": " + deny + "}").replace("\"", "\\\"");
    String write =
        """
        {"eventSource": "s3.amazonaws.com", "eventName": "PutBucketPolicy",
         "eventTime": "2026-11-18T14:00:00Z", "requestParameters": "%s"}
        """
            .formatted(parameters);
    assertThat(denied(write)).isPresent();
  }
}

package awsleuth.core.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The policy of a bucket or key that was given, and what CloudTrail saw written. */
class ResourcePolicyBesideTrailTest {

  private static final String KEY =
      "arn:aws:kms:eu-west-1:111122223333:key/0d9c8b7a-1234-4321-aaaa-0123456789ab";

  private static final Artifact OF_BUCKET =
      denied("GetObject", "s3:GetObject", "\"arn:aws:s3:::quotes/a.csv\"");
  private static final Artifact OF_KEY = denied("Decrypt", "kms:Decrypt", KEY);

  private static final String TLS =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "Vpc", "Effect": "Deny", "Principal": %s,
        "Action": %s, "Resource": "arn:aws:s3:::quotes/*",
        "Condition": {"StringNotEquals": {"aws:SourceVpc": %s}}}]}
      """;

  private static final String OF_READER =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "%s", "Effect": "Deny",
        "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*",
        "Resource": "*"}]}
      """;

  private static Artifact denied(String operation, String action, String resource) {
    return new Artifact(
        "app.log",
        Kind.TRACEBACK,
        "An error occurred (AccessDenied) when calling the "
            + operation
            + " operation: User: arn:aws:sts::111122223333:assumed-role/reader/r1 is not"
            + " authorized to perform: "
            + action
            + " on resource: "
            + resource
            + " with an explicit deny in a resource-based policy\n");
  }

  private static Artifact policy(String text) {
    return new Artifact("p.json", Kind.POLICY_RESOURCE, text);
  }

  private static Artifact trail(String source, String event, String parameters) {
    return new Artifact(
        "trail.json",
        Kind.TRAIL,
        """
        {"Records": [{"eventVersion": "1.11", "eventTime": "2026-11-19T12:00:00Z",
         "eventSource": "%s.amazonaws.com", "eventName": "%s", "awsRegion": "eu-west-1",
         "recipientAccountId": "111122223333",
         "userIdentity": {"type": "AssumedRole",
           "arn": "arn:aws:sts::111122223333:assumed-role/guard/g", "accountId": "111122223333"},
         "requestParameters": %s, "eventID": "w-1"}]}
        """
            .formatted(source, event, parameters));
  }

  private static Artifact bucketWrite(String bucket, String document) {
    return trail(
        "s3",
        "PutBucketPolicy",
        "{\"bucketName\": \""
            + bucket
            + "\", \"bucketPolicy\": "
            + document
            + ", \"policy\": \"\"}");
  }

  private static Artifact keyWrite(String key, String document) {
    String text = document.replace("\n", " ").replace("\"", "\\\"");
    return trail(
        "kms", "PutKeyPolicy", "{\"keyId\": \"" + key + "\", \"policy\": \"" + text + "\"}");
  }

  private static List<Conflict> conflicts(Artifact... artifacts) {
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(artifacts))
        .failures()
        .getFirst()
        .conflicts();
  }

  private static String vpc(String id) {
    return TLS.formatted("\"*\"", "\"s3:GetObject\"", "\"" + id + "\"");
  }

  @Test
  void aBucketsPolicyThatWasWrittenOtherwiseLeavesWhatRestsOnItOpen() {
    Artifact[] all = {OF_BUCKET, policy(vpc("vpc-01")), bucketWrite("quotes", vpc("vpc-02"))};
    List<Conflict> conflicts = conflicts(all);
    assertThat(conflicts).extracting(Conflict::kind).containsExactly("policy");
    assertThat(conflicts.getFirst().what()).contains("not the one that was written last");
    assertThat(
            new Diagnoser(AwsCatalog.embedded())
                .diagnose(List.of(all))
                .failures()
                .getFirst()
                .verdicts()
                .getFirst()
                .outcome())
        .isInstanceOf(Outcome.Possible.class);
  }

  @Test
  void theSamePolicyInAnotherFormIsNoConflict() {
    String written = TLS.formatted("{\"AWS\": \"*\"}", "[\"s3:GetObject\"]", "[\"vpc-01\"]");
    assertThat(conflicts(OF_BUCKET, policy(vpc("vpc-01")), bucketWrite("quotes", written)))
        .isEmpty();
  }

  @Test
  void thePolicyOfAnotherBucketSaysNothing() {
    assertThat(conflicts(OF_BUCKET, policy(vpc("vpc-01")), bucketWrite("quotes-2", vpc("vpc-02"))))
        .isEmpty();
  }

  @Test
  void aPolicyThatWasTakenAwayWasNotInForce() {
    Artifact deleted = trail("s3", "DeleteBucketPolicy", "{\"bucketName\": \"quotes\"}");
    assertThat(conflicts(OF_BUCKET, policy(vpc("vpc-01")), deleted))
        .extracting(Conflict::what)
        .containsExactly("the policy given had been taken away");
  }

  @Test
  void aKeysPolicyIsThatOfTheRefusedKey() {
    Artifact given = policy(OF_READER.formatted("A"));
    String id = KEY.substring(KEY.lastIndexOf('/') + 1);
    String other = OF_READER.replace("kms:*", "kms:Decrypt").formatted("A");
    assertThat(conflicts(OF_KEY, given, keyWrite(id, other)))
        .extracting(Conflict::kind)
        .containsExactly("policy");
    assertThat(conflicts(OF_KEY, given, keyWrite(KEY, OF_READER.formatted("A")))).isEmpty();
    assertThat(conflicts(OF_KEY, given, keyWrite(KEY.replace("0d9c", "1111"), other))).isEmpty();
  }
}

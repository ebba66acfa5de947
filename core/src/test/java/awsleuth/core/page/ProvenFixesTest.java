package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.repair.Proof.Part;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CloudTrail's events of the same caller show of a fix. */
class ProvenFixesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/etl/job-1";
  private static final String USER = "arn:aws:iam::111122223333:user/etl";
  private static final String REFUSED =
      "An error occurred (AccessDenied) when calling the GetObject operation: User: "
          + ROLE
          + " is not authorized to perform: s3:GetObject on resource:"
          + " \"arn:aws:s3:::raw/in/a.csv\" because no identity-based policy allows the"
          + " s3:GetObject action";
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::done/*"}]}
      """;

  private static String event(String principal, String key, String error) {
    return """
    {"eventSource": "s3.amazonaws.com", "eventName": "GetObject", "awsRegion": "eu-west-1",
     "eventTime": "2026-11-18T08:00:01Z", %s
     "userIdentity": {"type": "AssumedRole", "arn": "%s", "accountId": "111122223333"},
     "requestParameters": {"bucketName": "done", "key": "%s"},
     "resources": [{"type": "AWS::S3::Object", "ARN": "arn:aws:s3:::done/%s"},
       {"type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::done", "accountId": "111122223333"}]}
    """
        .formatted(error, principal, key, key);
  }

  private static List<String> stillAllowed(String... events) {
    List<Artifact> artifacts =
        List.of(
            new Artifact("err.txt", Artifact.Kind.TRACEBACK, REFUSED),
            new Artifact("etl.json", Artifact.Kind.POLICY_IDENTITY, POLICY),
            new Artifact("trail.json", Artifact.Kind.TRAIL, "[" + String.join(",", events) + "]"));
    Proof proof =
        DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts().stream()
            .flatMap(v ->
                v.outcome() instanceof Outcome.Confirmed c
                    ? c.finding().fixes().stream()
                    : Stream.<Fix>empty())
            .flatMap(f -> f instanceof Fix.PolicyEdit edit ? edit.proof().stream() : Stream.empty())
            .findFirst()
            .orElseThrow();
    assertThat(proof.holds()).isTrue();
    return proof.lines().stream()
        .filter(l -> l.part() == Part.STILL_ALLOWED)
        .map(Proof.Line::what)
        .toList();
  }

  @Test
  void aRequestThatWasAllowedIsStillAllowed() {
    assertThat(stillAllowed(event(ROLE, "b.csv", ""))).containsExactly("trail.json:1");
  }

  @Test
  void anotherSessionOfTheRoleCountsToo() {
    assertThat(stillAllowed(event(ROLE.replace("job-1", "job-2"), "b.csv", ""))).hasSize(1);
  }

  @Test
  void requestsOfOthersAndThoseThatFailedDoNotCount() {
    assertThat(
            stillAllowed(
                event(ROLE.replace("etl", "other"), "b.csv", ""),
                event(ROLE, "c.csv", "\"errorCode\": \"NoSuchKey\",")))
        .isEmpty();
  }

  private static final String DENIED =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:::done/*"},
        {"Sid": "Keep", "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:::done/*", "Condition": {"StringNotEquals":
           {"aws:PrincipalArn": "arn:aws:iam::111122223333:user/web"}}}]}
      """;

  private static Proof ofTheBucketPolicy(String trail) {
    List<Artifact> artifacts =
        List.of(
            new Artifact(
                "err.txt",
                Artifact.Kind.TRACEBACK,
                REFUSED
                    .replace(ROLE, USER)
                    .replace("raw/in/a.csv", "done/a.csv")
                    .replace(
                        "because no identity-based policy allows the s3:GetObject action",
                        "with an explicit deny in a resource-based policy")),
            new Artifact("etl.json", Artifact.Kind.POLICY_IDENTITY, POLICY.replace("done/*", "*")),
            new Artifact("bucket.json", Artifact.Kind.POLICY_RESOURCE, DENIED),
            new Artifact("trail.json", Artifact.Kind.TRAIL, trail));
    return DIAGNOSER.diagnose(artifacts).failures().stream()
        .flatMap(f -> f.verdicts().stream())
        .flatMap(v ->
            v.outcome() instanceof Outcome.Confirmed c
                ? c.finding().fixes().stream()
                : Stream.<Fix>empty())
        .flatMap(f -> f instanceof Fix.PolicyEdit edit ? edit.proof().stream() : Stream.empty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofAChangedBucketPolicyTheRequestsOfOthersOnTheBucketAreAskedToo() {
    String web = event(USER.replace("etl", "web"), "b.csv", "");
    String elsewhere = web.replace("done", "attic");
    Proof proof = ofTheBucketPolicy("[" + web + "," + elsewhere + "]");
    assertThat(proof.lines().stream().filter(l -> l.part() == Part.STILL_ALLOWED))
        .extracting(Proof.Line::what)
        .containsExactly("trail.json:1 by `user/web`");
    assertThat(proof.supposes()).noneMatch(s -> s.contains("newest"));
  }

  @Test
  void aTrailThatIsNotLookedThroughIsSaidToBeCut() {
    String one =
        "{\"eventSource\": \"s3.amazonaws.com\", \"eventName\": \"ListBuckets\", \"eventTime\":"
            + " \"2026-11-18T08:00:01Z\", \"awsRegion\": \"eu-west-1\"}";
    String many = "[" + (one + ",\n").repeat(20_000) + one + "]";
    assertThat(ofTheBucketPolicy(many).supposes())
        .contains("what only events before the newest 20,000 show is still allowed");
  }

  @Test
  void thatNotAllRequestsOfThePastAreAskedAgainIsSaid() {
    String cut = "requests older than the newest 1,000 different ones are still allowed";
    assertThat(ofTheBucketPolicy(different(1_001)).supposes()).contains(cut);
    assertThat(ofTheBucketPolicy(different(1_000)).supposes()).doesNotContain(cut);
  }

  private static String different(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> event(USER.replace("etl", "web"), i + ".csv", ""))
        .collect(Collectors.joining(",\n", "[", "]"));
  }

  private static List<String> supposedWithAnScp(String message) {
    String scp =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "*", "Resource": "*"},
          {"Sid": "NoS3", "Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}
        """;
    String own = POLICY.replace("done/*", "*");
    String event = event(ROLE, "a", "\"errorCode\": \"AccessDenied\",").replace("done", "raw");
    List<Artifact> artifacts =
        List.of(
            new Artifact("err.txt", Artifact.Kind.TRACEBACK, message),
            new Artifact("etl.json", Artifact.Kind.POLICY_IDENTITY, own),
            new Artifact("scp.json", Artifact.Kind.POLICY_SCP, scp),
            new Artifact("trail.json", Artifact.Kind.TRAIL, "[" + event + "]"));
    return DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts().stream()
        .flatMap(v ->
            v.outcome() instanceof Outcome.Confirmed c
                ? c.finding().fixes().stream()
                : Stream.<Fix>empty())
        .flatMap(f -> f instanceof Fix.PolicyEdit edit ? edit.proof().stream() : Stream.empty())
        .flatMap(p -> p.supposes().stream())
        .toList();
  }

  /** Service control policies do not restrict the management account. */
  @Test
  void anScpThatAwsDoesNotNameIsSupposedToRestrictTheAccount() {
    String not = "111122223333 is not the management account of its organization";
    String bare =
        "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";
    assertThat(supposedWithAnScp(bare)).contains(not);
    String named =
        REFUSED.replace(
            "because no identity-based policy allows the s3:GetObject action",
            "with an explicit deny in a service control policy");
    assertThat(supposedWithAnScp(named)).isNotEmpty().doesNotContain(not);
  }
}

package awsleuth.core;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failure is the primary one, and what counts as the same. */
class FailuresTest {

  private static final String QUEUE =
      "An error occurred (QueueDoesNotExist) when calling the SendMessage operation: no queue a\n";
  private static final String TOPIC =
      "An error occurred (NotFound) when calling the Publish operation: Topic does not exist\n";

  private static List<Failure> failures(String... texts) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      evidence.addAll(
          Readers.read(
              new Artifact("log" + i, Artifact.Kind.ANY, texts[i]), AwsCatalog.embedded()));
    }
    return Failures.inOrder(TrailFailures.complete(evidence, AwsCatalog.embedded()));
  }

  @Test
  void callsOfDifferentServicesAreDifferentFailures() {
    String lines =
        "aws: %s: An error occurred (AccessDeniedException) when calling the TagResource"
            + " operation: User: arn:aws:iam::111122223333:user/u is not authorized to perform:"
            + " %s:TagResource on resource: *\n";
    List<Failure> failures = failures(lines.formatted("a", "lambda") + lines.formatted("b", "ecs"));
    assertThat(failures)
        .extracting(f -> f.call().service())
        .containsExactlyInAnyOrder("lambda", "ecs");
  }

  private static String beneath(String module) {
    return """
    Traceback (most recent call last):
      File "/lib/python3.12/site-packages/botocore/httpsession.py", line 464, in send
        urllib_response = conn.urlopen(
    %s.ReadTimeoutError: AWSHTTPSConnectionPool(host='states.eu-west-1.amazonaws.com', port=443): Read timed out. (read timeout=60)

    During handling of the above exception, another exception occurred:

    Traceback (most recent call last):
      File "/srv/app.py", line 9, in <module>
        client.start_execution(stateMachineArn=arn)
      File "/lib/python3.12/site-packages/botocore/httpsession.py", line 501, in send
        raise ReadTimeoutError(endpoint_url=request.url, error=e)
    botocore.exceptions.ReadTimeoutError: Read timeout on endpoint URL: "https://states.eu-west-1.amazonaws.com/"
    """
        .formatted(module);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urllib3.exceptions",
        "botocore.vendored.requests.packages.urllib3.exceptions",
        "botocore.awsrequest"
      })
  void whatUrllib3RaisedBeneathBotocoresIsNoFailureOfItsOwn(String module) {
    String once = beneath(module);
    for (String text : List.of(once, "ERROR:root:no start\n" + once + once)) {
      List<Failure> failures = failures(text);
      assertThat(failures).hasSize(1);
      assertThat(failures.getFirst().call().service()).isEqualTo("stepfunctions");
      assertThat(failures.getFirst().call().operation()).isEqualTo("StartExecution");
    }
  }

  @Test
  void whatIsMostFrequentInAllLogsTogetherIsPrimary() {
    String first = TOPIC.repeat(9) + QUEUE.repeat(10) + "done\n";
    String second =
        TOPIC.repeat(9)
            + "An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: none\n"
                .repeat(10)
            + "done\n";
    Failure primary = failures(first, second).getFirst();
    assertThat(primary.call().operation()).isEqualTo("Publish");
    assertThat(primary.count()).isEqualTo(18);
  }

  @Test
  void ofATrailTheMostFrequentFailureIsPrimary() {
    String event =
        """
        {"eventVersion": "1.08", "eventSource": "s3.amazonaws.com", "awsRegion": "eu-west-1",
         "eventName": "%s", "errorCode": "%s", "errorMessage": "no", "eventID": "%d",
         "userIdentity": {"type": "Root"}, "eventTime": "2026-11-0%dT10:00:00Z"}
        """;
    StringBuilder records = new StringBuilder("{\"Records\": [");
    records.append(event.formatted("GetBucketPolicy", "NoSuchBucketPolicy", 0, 1));
    for (int i = 1; i < 9; i++) {
      records.append(',').append(event.formatted("GetObject", "AccessDenied", i, i));
    }
    List<Failure> failures = failures(records.append("]}").toString());
    assertThat(failures.getFirst().call().code()).isEqualTo("AccessDenied");
    assertThat(failures.getFirst().count()).isEqualTo(8);
  }
}

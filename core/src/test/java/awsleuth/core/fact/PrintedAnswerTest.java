package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bucket's name stands in S3's answer, where a program printed that. */
class PrintedAnswerTest {

  private static final String ERROR =
      "An error occurred (NoSuchBucket) when calling the GetObject operation: The specified bucket"
          + " does not exist\n";

  private static final String DELETED =
      """
      {"Records": [{"eventTime": "2026-11-20T09:58:00Z", "eventSource": "s3.amazonaws.com",
        "eventName": "DeleteBucket", "awsRegion": "eu-west-1",
        "userIdentity": {"arn": "arn:aws:iam::111122223333:user/tf"},
        "requestParameters": {"bucketName": "acme-tmp"}}]}
      """;

  private static Finding found(String log) {
    Outcome first =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(
                List.of(
                    new Artifact("app.log", Artifact.Kind.ANY, log),
                    new Artifact("trail.json", Artifact.Kind.ANY, DELETED)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    return ((Outcome.Confirmed) first).finding();
  }

  @Test
  void theBucketIsNamedAndItsDeletionCited() {
    Finding finding =
        found(
            ERROR
                + "{'Error': {'Code': 'NoSuchBucket', 'Message': 'The specified bucket does not exist', 'BucketName': 'acme-tmp'}}\n");
    assertThat(finding.summary()).isEqualTo("there is no bucket `acme-tmp`");
    assertThat(finding.because().getLast().text())
        .contains("`DeleteBucket` of 2026-11-20T09:58:00Z");
  }

  @Test
  void theAnswerToAnotherCallIsNotTaken() {
    assertThat(
            found(
                    ERROR
                        + "{'Error': {'Code': 'NoSuchKey', 'Message': 'no key', 'BucketName': 'acme-tmp'}}\n")
                .summary())
        .isEqualTo("there is no bucket of this name");
  }
}

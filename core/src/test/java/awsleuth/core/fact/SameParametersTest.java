package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.read.Readers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two events asked for the same where nothing that they tell says otherwise, and nothing hides. */
class SameParametersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "logs | 'requestParameters': {'a': 'x'} | 'requestParameters': {'a': 'x'} | true",
        "logs | 'requestParameters': {'a': 'x'} | 'requestParameters': {'a': 'y'} | false",
        "ecs | 'requestParameters': {'a': 'x', 'clientToken': '1'}"
            + " | 'requestParameters': {'a': 'x', 'clientToken': '2'} | true",
        "logs | 'awsRegion': 'eu-west-1', 'requestParameters': {'a': 'x'}"
            + " | 'awsRegion': 'us-east-1', 'requestParameters': {'a': 'x'} | false",
        "sqs | 'requestParameters': null | 'requestParameters': null | false",
        "dynamodb | 'requestParameters': {'key': 'HIDDEN_DUE_TO_SECURITY_REASONS'}"
            + " | 'requestParameters': {'key': 'HIDDEN_DUE_TO_SECURITY_REASONS'} | false",
        "kms | 'requestParameters': {'encryptionAlgorithm': 'x'}"
            + " | 'requestParameters': {'encryptionAlgorithm': 'x'} | false",
        "s3 | 'requestParameters': {'a': 'x'}, 'resources': [{'ARN': 'arn:aws:s3:::a'}]"
            + " | 'requestParameters': {'a': 'x'}, 'resources': [{'ARN': 'arn:aws:s3:::b'}] | false",
        "s3 | 'requestParameters': {'a': 'x'}, 'resources': [{'ARN': 'arn:aws:s3:::a'}]"
            + " | 'requestParameters': {'a': 'x'}, 'resources':"
            + " [{'ARNPrefix': 'arn:aws:s3:::a/'}, {'ARN': 'arn:aws:s3:::a'}] | true",
        "s3 | 'requestParameters': {'a': 'x'}, 'resources': [{'ARN': 'arn:aws:s3:::a'}]"
            + " | 'requestParameters': {'a': 'x'} | true",
      })
  void what_events_tell(String service, String one, String other, boolean same) {
    assertThat(SameParameters.areOf(event(service, one), event(service, other))).isEqualTo(same);
  }

  private static TrailEvent event(String service, String rest) {
    String text =
        "{'eventVersion': '1.09', 'eventSource': '%s.amazonaws.com', 'eventName': 'X', 'eventTime': '2026-11-18T07:00:00Z', %s}"
            .formatted(service, rest)
            .replace('\'', '"');
    Artifact artifact = new Artifact("event.json", Artifact.Kind.TRAIL, text);
    return (TrailEvent) Readers.read(artifact, AwsCatalog.embedded()).getFirst();
  }
}

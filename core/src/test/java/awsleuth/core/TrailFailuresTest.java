package awsleuth.core;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailFailuresTest {

  private static final String EVENT =
      """
      {"eventVersion": "1.09", "eventTime": "2026-11-18T15:42:07Z",
       "eventSource": "secretsmanager.amazonaws.com", "eventName": "GetSecretValue",
       "awsRegion": "eu-west-1", "errorCode": "AccessDenied", "errorMessage": "no",
       "requestID": "0b7f3c1e-55aa-4a6e-9d0b-1c2d3e4f5a6b",
       "userIdentity": {"type": "AssumedRole", "arn": "arn:aws:sts::111122223333:assumed-role/a/x"}}
      """;

  private static List<String> regions(Artifact... artifacts) {
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(artifacts)).failures().stream()
            .map(f -> f.failure().call().region())
            .toList();
  }

  private static Artifact event() {
    return new Artifact("event.json", Kind.ANY, EVENT);
  }

  @ParameterizedTest
  @CsvSource({
    "0b7f3c1e-55aa-4a6e-9d0b-1c2d3e4f5a6b, eu-west-1",
    "9c8f3c1e-55aa-4a6e-9d0b-1c2d3e4f5a6b, ''"
  })
  void aFailureIsInTheRegionOfTheEventWithItsRequestId(String id, String region) {
    String error =
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " GetSecretValue operation: no (Request ID: "
            + id
            + ")";
    Artifact log = new Artifact("app.log", Kind.ANY, error);
    assertThat(regions(event(), log)).containsExactly(region);
  }

  @Test
  void anEventAloneIsAFailureInItsRegion() {
    assertThat(regions(event())).containsExactly("eu-west-1");
  }
}

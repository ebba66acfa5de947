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

  private static List<Diagnosis.FailureDiagnosis> diagnosed(String... events) {
    List<Artifact> artifacts = new java.util.ArrayList<>();
    for (String event : events) {
      artifacts.add(new Artifact("event" + artifacts.size() + ".json", Kind.ANY, event));
    }
    return new Diagnoser(AwsCatalog.embedded()).diagnose(artifacts).failures();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ConsoleLogin | 'errorMessage': 'Failed authentication', 'responseElements': {'ConsoleLogin': 'Failure'} | 1
          ConsoleLogin | 'responseElements': {'ConsoleLogin': 'Failure'}                            | 1
          ConsoleLogin | 'responseElements': {'ConsoleLogin': 'Success'}                            | 0
          CredentialVerification | 'serviceEventDetails': {'CredentialVerification': 'Failure'}     | 1
          """)
  void aSignInThatFailedIsAFailureWithoutACode(String name, String told, int failures) {
    String event =
        "{'eventVersion': '1.09', 'eventTime': '2026-11-18T15:42:07Z', 'eventID': '1',"
            + " 'eventSource': 'signin.amazonaws.com', 'awsRegion': 'eu-west-1', 'eventName': '"
            + name
            + "', "
            + told
            + "}";
    assertThat(diagnosed(event.replace('\'', '"')))
        .hasSize(failures)
        .allSatisfy(f -> assertThat(f.failure().call().code()).isEmpty())
        .allSatisfy(f -> assertThat(f.verdicts()).noneMatch(Diagnosis.Verdict::claims));
  }

  @Test
  void whatTwoAccountsAreToldOfIsOneFailureOfTheCaller() {
    String caller = EVENT.replace("\"requestID\"", "\"sharedEventID\": \"s\", \"requestID\"");
    String owner =
        caller
            .replaceFirst("\"userIdentity\".*", "\"userIdentity\": {\"type\": \"AWSAccount\"}}")
            .replace("0b7f", "0b7e");
    assertThat(diagnosed(owner, caller))
        .singleElement()
        .satisfies(f -> assertThat(f.failure().count()).isEqualTo(1))
        .satisfies(f -> assertThat(f.failure().call().requestId()).startsWith("0b7f"));
    assertThat(diagnosed(owner)).hasSize(1);
  }

  @Test
  void anEventAloneIsAFailureInItsRegion() {
    assertThat(regions(event())).containsExactly("eu-west-1");
  }

  @ParameterizedTest
  @CsvSource({
    "Client.DryRunOperation, 0",
    "DryRunOperation, 0",
    "NotModified, 0",
    "Client.UnauthorizedOperation, 1"
  })
  void aCallThatDidAsItWasAskedToIsNoFailure(String code, int failures) {
    assertThat(diagnosed(EVENT.replace("AccessDenied", code))).hasSize(failures);
    assertThat(diagnosed(EVENT, EVENT.replace("AccessDenied", code).replace("0b7f", "0b7e")))
        .hasSize(1 + failures);
  }
}

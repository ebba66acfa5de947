package awsleuth.core.cause.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where retries are proposed to be set. */
class ThrottlesTest {

  private static Facts facts(String asked) {
    String record =
        """
        {"awsleuth": "record", "version": 1}
        {"kind": "client", "number": 1, "service": "logs", "mode": "standard", "asked": {%s}, "pid": 7}
        {"kind": "call", "number": 1, "exception": "botocore.exceptions.ClientError", "message": "An error occurred (ThrottlingException) when calling the DescribeLogGroups operation (reached max retries: 2): Rate exceeded", "service": "logs", "operation": "DescribeLogGroups", "client": 1, "pid": 7}
        """
            .formatted(asked);
    AwsCatalog catalog = AwsCatalog.embedded();
    return new Diagnoser(catalog)
        .primary(Readers.read(new Artifact("record", Kind.ANY, record), catalog))
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"config\": {\"retries\": {\"mode\": \"standard\"}}",
        "\"config\": {\"retries\": {\"max_attempts\": 2}}"
      })
  void whereTheClientHasItsOwnTheyAreSetThere(String asked) {
    assertThat(Throttles.patient(facts(asked)))
        .singleElement()
        .extracting(Fix::title)
        .isEqualTo("the client has retries of its own, which go first: set it on the client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"config\": {\"read_timeout\": 60}"})
  void whereItHasNoneSettingsDoToo(String asked) {
    assertThat(Throttles.patient(facts(asked))).hasSize(2);
  }

  @Test
  void theClientThatBotocoreMakesToGetCredentialsIsNotTheProgramsToSet() {
    AwsCatalog catalog = AwsCatalog.embedded();
    String text =
        "An error occurred (TooManyRequestsException) when calling the GetRoleCredentials"
            + " operation: HTTP 429 Unknown Code";
    Facts facts =
        new Diagnoser(catalog)
            .primary(Readers.read(new Artifact("t", Kind.TRACEBACK, text), catalog))
            .orElseThrow();
    assertThat(Throttles.patient(facts)).singleElement().isInstanceOf(Fix.Setting.class);
    assertThat(Throttles.patient(sso("\"config\": {\"signature_version\": \"UNSIGNED\"}")))
        .singleElement()
        .isInstanceOf(Fix.Setting.class);
    assertThat(Throttles.patient(sso(""))).hasSize(2);
  }

  private static Facts sso(String asked) {
    String record =
        """
        {"awsleuth": "record", "version": 1}
        {"kind": "client", "number": 1, "service": "sso", "mode": "legacy", "asked": {%s}, "pid": 7}
        {"kind": "call", "number": 1, "exception": "botocore.exceptions.ClientError", "message": "An error occurred (TooManyRequestsException) when calling the GetRoleCredentials operation: HTTP 429 Unknown Code", "service": "sso", "operation": "GetRoleCredentials", "client": 1, "params": {"roleName": "Dev"}, "pid": 7}
        """
            .formatted(asked);
    AwsCatalog catalog = AwsCatalog.embedded();
    return new Diagnoser(catalog)
        .primary(Readers.read(new Artifact("record", Kind.ANY, record), catalog))
        .orElseThrow();
  }
}

package awsleuth.collect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Settings that boto3, botocore or Python does not take, found with the words of each. */
class RefusedSettingsTest {

  @Test
  void settingsThatBoto3RefusesAreFoundWithoutANetwork() {
    assertThat(Machine.findings(new Machine().set("AWS_PROFILE", "dev").examine()))
        .startsWith("config: ProfileNotFound: The config profile (dev) could not be found");
    assertThat(
            Machine.findings(new Machine().file("/home/alice/.aws/config", "[default\n").examine()))
        .startsWith("config: ConfigParseError: ");
    assertThat(
            Machine.findings(
                new Machine()
                    .without("AWS_DEFAULT_REGION")
                    .set("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1")
                    .call("sqs", "ListQueues")
                    .examine()))
        .contains("endpoint: NoRegionError: You must specify a region.");
    assertThat(
            Machine.findings(
                new Machine()
                    .without("AWS_DEFAULT_REGION")
                    .set("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
                    .examine()))
        .contains("identity: NoRegionError: You must specify a region.");
    Examination none =
        new Machine().without("AWS_ACCESS_KEY_ID").endpoint("http://127.0.0.1:1").examine();
    assertThat(Machine.findings(none)).startsWith("credentials: no provider has any\ntcp: ");
  }

  @Test
  void aWayOfRetryingThatThereIsNotIsFoundWhereTheClientIsMade() {
    assertThat(retrying("AWS_MAX_ATTEMPTS", "abc"))
        .isEqualTo("endpoint: ValueError: invalid literal for int() with base 10: …");
    assertThat(retrying("AWS_MAX_ATTEMPTS", "0"))
        .isEqualTo(
            "endpoint: InvalidMaxRetryAttemptsError: Value provided to \"max_attempts\": 0 must be"
                + " an integer greater than or equal to 1.");
    assertThat(retrying("AWS_RETRY_MODE", "turbo"))
        .isEqualTo(
            "endpoint: InvalidRetryModeError: Invalid value provided to \"mode\": \"turbo\" must be"
                + " one of: ('legacy', 'standard', 'adaptive')");
  }

  @Test
  void aNumberOfAttemptsThatIsNoneIsToldWithTheLineOfBotocoreThatReadsIt() {
    Examination examination =
        new Machine().set("AWS_MAX_ATTEMPTS", "x").endpoint("http://127.0.0.1:1").examine();
    assertThat(Machine.raised(examination)).contains("in _compute_retry_max_attempts");
  }

  @Test
  void aSettingOfInstanceMetadataThatIsNoneIsToldWithTheLineOfBotocoreThatReadsIt() {
    Examination timeout =
        new Machine()
            .set("AWS_METADATA_SERVICE_TIMEOUT", "x")
            .endpoint("http://127.0.0.1:1")
            .examine();
    assertThat(Machine.findings(timeout))
        .startsWith("credentials: ValueError: invalid literal for int() with base 10: …");
    assertThat(Machine.raised(timeout))
        .contains("get_config_variable('metadata_service_timeout')\nValueError");
    Examination attempts =
        new Machine()
            .file("/home/alice/.aws/config", "[default]\nmetadata_service_num_attempts = x\n")
            .endpoint("http://127.0.0.1:1")
            .examine();
    assertThat(Machine.raised(attempts))
        .contains("get_config_variable('metadata_service_num_attempts')\nValueError");
  }

  @Test
  void aTimeoutOfInstanceMetadataThatIsNotPositiveIsRefusedAsByUrllib3() {
    Examination examination =
        new Machine()
            .without("AWS_ACCESS_KEY_ID")
            .without("AWS_EC2_METADATA_DISABLED")
            .set("AWS_METADATA_SERVICE_TIMEOUT", "0")
            .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1/")
            .endpoint("http://127.0.0.1:1")
            .examine();
    assertThat(Machine.raised(examination))
        .contains("in _fetch_metadata_token", "HTTPClientError", "connect timeout to 0,");
  }

  private static String retrying(String variable, String value) {
    return Machine.findings(
        new Machine().set(variable, value).endpoint("http://127.0.0.1:1").examine());
  }

  @Test
  void aKeyOrTokenWithALineBreakIsWhatPythonDoesNotSend() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      assertThat(keyed(sts, "AWS_SESSION_TOKEN", "tok\n"))
          .isEqualTo("identity: Invalid header value b'(session token)\\n'");
      assertThat(keyed(sts, "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE\n"))
          .isEqualTo("identity: Invalid header value b'AWS4-HMAC-SHA256 Credential=AKIA…\\n/…'");
    }
  }

  @Test
  void aRegionWithABlankOrALineBreakAtItsEndIsFoundWithThat() throws IOException {
    assertThat(Machine.findings(new Machine().set("AWS_DEFAULT_REGION", "eu-west-1 ").examine()))
        .startsWith("region: eu-west-1 with white space at its end (AWS_DEFAULT_REGION)\n");
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      assertThat(keyed(sts, "AWS_DEFAULT_REGION", "eu-west-1\n"))
          .startsWith("region: eu-west-1 with a line break at its end (AWS_DEFAULT_REGION)\n")
          .contains("identity: Invalid header value b'AWS4-HMAC-SHA256 Credential=AKIA…MPLE/")
          .contains("/eu-west-1\\n/sts/aws4_request, …'");
    }
  }

  @Test
  void aSecretWithABlankAtItsEndIsNotTakenForOneWithout() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      Examination examination =
          new Machine().set("AWS_SECRET_ACCESS_KEY", "made-up ").endpoint(sts.http()).examine();
      assertThat(Machine.step(examination, StepKind.IDENTITY).result().words())
          .startsWith("not sent: the secret key begins or ends with white space");
    }
  }

  private static String keyed(ScriptedServer sts, String variable, String value) {
    return Machine.findings(new Machine().set(variable, value).endpoint(sts.http()).examine());
  }

  @Test
  void anEndpointThatPythonCannotReadIsToldWithItsValue() {
    assertThat(endpoint("http://localhost:5910 "))
        .isEqualTo(
            "endpoint: http://localhost:5910 : Port could not be cast to integer value as"
                + " '5910 '");
    assertThat(endpoint("http://localhost:99999"))
        .isEqualTo("endpoint: http://localhost:99999: Port out of range 0-65535");
    assertThat(endpoint("localhost:5910"))
        .isEqualTo("endpoint: ValueError: Invalid endpoint: localhost:5910");
  }

  private static String endpoint(String url) {
    return Machine.findings(new Machine().set("AWS_ENDPOINT_URL", url).examine());
  }

  @Test
  void exceptionsOfPythonsOwnAreToldWithTheLineOfTheProvider() {
    Machine token =
        new Machine()
            .without("AWS_ACCESS_KEY_ID")
            .set("AWS_WEB_IDENTITY_TOKEN_FILE", "/nope/token")
            .set("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/app")
            .endpoint("http://127.0.0.1:1");
    Examination examination = token.examine();
    assertThat(Machine.findings(examination))
        .startsWith(
            "credentials: FileNotFoundError: [Errno 2] No such file or directory: '/nope/token'");
    assertThat(Machine.raised(examination)).contains("self._web_identity_token_path");
    Examination host =
        new Machine()
            .without("AWS_ACCESS_KEY_ID")
            .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://10.1.2.3/x")
            .endpoint("http://127.0.0.1:1")
            .examine();
    assertThat(Machine.raised(host)).contains("in _retrieve_or_fail", "Unsupported host");
  }

  @Test
  void anEndpointThatIsNotHttpIsTheFinding() {
    assertThat(Machine.findings(new Machine().endpoint("ftp://127.0.0.1").examine()))
        .isEqualTo("endpoint: ftp://127.0.0.1: Not supported URL scheme ftp");
  }
}

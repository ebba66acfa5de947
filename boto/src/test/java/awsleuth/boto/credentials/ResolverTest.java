package awsleuth.boto.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.config.Found;
import awsleuth.boto.credentials.Step.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which provider wins, and what becomes of the others. */
class ResolverTest {

  private static final String KEYS =
      "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI\n";

  private static String winner(Resolution resolution) {
    return resolution.outcome() instanceof Outcome.Won(Method method, String _)
        ? method.text()
        : resolution.outcome().toString();
  }

  private static Step step(Resolution resolution, Method method) {
    return resolution.steps().stream().filter(s -> s.method() == method).findFirst().orElseThrow();
  }

  private static String region(Resolution resolution) {
    return resolution.region() instanceof RegionOutcome.Known(Optional<Found<String>> found)
        ? found.map(f -> f.value() + " from " + f.origin().words()).orElse("none")
        : "raises";
  }

  @Test
  void variablesWithKeysHideTheProfileThatAVariableChooses() {
    Resolution resolution =
        Cases.config("[profile dev]\n" + KEYS)
            .env("AWS_PROFILE", "dev")
            .env("AWS_ACCESS_KEY_ID", "AKIAENV")
            .env("AWS_SECRET_ACCESS_KEY", "s")
            .boto3();
    assertThat(winner(resolution)).isEqualTo("env");
    assertThat(step(resolution, Method.CONFIG_FILE).verdict()).isEqualTo(Verdict.HIDDEN);
    assertThat(step(resolution, Method.CONFIG_FILE).notes().toString())
        .contains("/home/ann/.aws/config:2:1");
  }

  @Test
  void aProfileGivenInCodeTakesTheVariablesOut() {
    Resolution resolution =
        Cases.config("[profile dev]\n" + KEYS)
            .env("AWS_ACCESS_KEY_ID", "AKIAENV")
            .env("AWS_SECRET_ACCESS_KEY", "s")
            .profile("dev")
            .boto3();
    assertThat(winner(resolution)).isEqualTo("config-file");
    assertThat(step(resolution, Method.ENV).verdict()).isEqualTo(Verdict.REMOVED);
  }

  @Test
  void theCredentialsFileComesBeforeTheConfigFileAndAllProvidersAreTold() {
    Resolution resolution =
        Cases.config("[default]\nregion = eu-west-1\n" + KEYS)
            .file(".aws/credentials", "[default]\n" + KEYS)
            .boto3();
    assertThat(winner(resolution)).isEqualTo("shared-credentials-file");
    assertThat(resolution.steps().stream().map(Step::method))
        .containsExactlyElementsOf(List.of(Method.values()).subList(1, Method.values().length));
  }

  @Test
  void aTimeoutOfTheMetadataServiceThatIsNotPositiveIsRefusedWhereItIsAsked() {
    Resolution refused = Cases.config("[default]\nmetadata_service_timeout = 0\n").boto3();
    assertThat(refused.outcome().toString())
        .contains(
            "HTTPClientError",
            "Attempted to set connect timeout to 0, but the timeout cannot be set to a value less"
                + " than or equal to 0.");
    assertThat(step(refused, Method.IAM_ROLE).notes().toString())
        .contains("metadata_service_timeout is not positive", "/home/ann/.aws/config:2:");
    Resolution keys = Cases.config("[default]\nmetadata_service_timeout = 0\n" + KEYS).boto3();
    assertThat(winner(keys)).isEqualTo("config-file");
  }

  @Test
  void aMetadataServiceThatIsAskedNoTimesHasNone() {
    Resolution never =
        Cases.config("[default]\nmetadata_service_timeout = 0\n")
            .env("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "0")
            .boto3();
    assertThat(never.outcome()).isInstanceOf(Outcome.Nothing.class);
    assertThat(step(never, Method.IAM_ROLE).notes().toString())
        .contains("is not asked: metadata_service_num_attempts is not positive");
  }

  @Test
  void aRoleIsPlannedAndNotAssumed() {
    Resolution resolution =
        Cases.config(
                "[default]\nregion = eu-west-1\nrole_arn = arn:aws:iam::111122223333:role/r\n"
                    + "source_profile = base\n[profile base]\n"
                    + KEYS)
            .boto3();
    assertThat(winner(resolution)).isEqualTo("assume-role");
    assertThat(resolution.frozen())
        .isInstanceOfSatisfying(
            Frozen.Open.class,
            open -> {
              assertThat(open.ask().words())
                  .isEqualTo("sts AssumeRole arn:aws:iam::111122223333:role/r");
              assertThat(open.ask())
                  .isInstanceOfSatisfying(
                      Ask.Sts.class,
                      sts -> assertThat(sts.signer()).contains("AKIAIOSFODNN7EXAMPLE"));
              assertThat(open.toString()).doesNotContain("aws_secret", "wJalr");
            });
  }

  @Test
  void whatAnAssumedRoleGivesEndsWhenStsSays() {
    String config =
        "[default]\nregion = eu-west-1\nrole_arn = arn:aws:iam::111122223333:role/r\n"
            + "source_profile = base\n[profile base]\n"
            + KEYS;
    String assumed =
        "<AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
            + "<SessionToken>t</SessionToken><Arn>arn:aws:sts::1:assumed-role/r/s</Arn>"
            + "<Expiration>2026-03-01T13:00:00Z</Expiration>";
    Resolution resolution = Cases.config(config).answering(assumed).boto3();
    assertThat(resolution.frozen()).isInstanceOf(Frozen.Signs.class);
    assertThat(resolution.expiry()).contains("2026-03-01T13:00:00+00:00");
    assertThat(Cases.config(config).boto3().expiry()).isEmpty();
  }

  @Test
  void aLoopOfProfilesRaisesWithAllThatWereVisited() {
    Resolution resolution =
        Cases.config(
                """
                [default]
                role_arn = r
                source_profile = b
                [profile b]
                role_arn = r
                source_profile = default
                """)
            .boto3();
    assertThat(((Outcome.Raises) resolution.outcome()).raised().message())
        .isEqualTo(
            "Infinite loop in credential configuration detected. Attempting to load from profile"
                + " default which has already been visited. Visited profiles: ['default', 'b']");
  }

  @Test
  void aProgramIsNotRun() {
    Resolution resolution =
        Cases.config("[default]\ncredential_process = /opt/get --password hunter2\n").boto3();
    assertThat(resolution.outcome())
        .isEqualTo(
            new Outcome.Open(
                Method.CUSTOM_PROCESS,
                new Ask.Program(List.of("/opt/get", "--password", "hunter2"))));
    assertThat(step(resolution, Method.CUSTOM_PROCESS).notes().toString())
        .doesNotContain("hunter2");
  }

  @Test
  void anExpiredTokenOfASessionFailsAtTheFirstCall() {
    Resolution resolution =
        Cases.config(
                """
                [default]
                sso_session = s1
                sso_account_id = 111122223333
                sso_role_name = R
                [sso-session s1]
                sso_start_url = https://x
                sso_region = eu-west-1
                """)
            .file(
                Tokens.path("s1").substring(2),
                "{\"accessToken\": \"a\", \"expiresAt\": \"2026-02-28T12:00:00Z\"}")
            .boto3();
    assertThat(winner(resolution)).isEqualTo("sso");
    assertThat(((Frozen.Raises) resolution.frozen()).raised().message())
        .isEqualTo("Error when retrieving token from sso: Token has expired and refresh failed");
  }

  @Test
  void expiredKeysInVariablesFailAtTheFirstCall() {
    Resolution resolution =
        new Cases()
            .env("AWS_ACCESS_KEY_ID", "ASIAENV")
            .env("AWS_SECRET_ACCESS_KEY", "s")
            .env("AWS_CREDENTIAL_EXPIRATION", "2026-03-01T11:59:59Z")
            .boto3();
    assertThat(((Frozen.Raises) resolution.frozen()).raised().exception())
        .isEqualTo("RuntimeError");
    assertThat(resolution.expiry()).contains("2026-03-01T11:59:59+00:00");
  }

  @Test
  void aMissingProfileRefusesTheSession() {
    Resolution resolution = Cases.config("[dev]\n").env("AWS_PROFILE", "dev").boto3();
    assertThat(resolution.refused().orElseThrow().message())
        .isEqualTo("The config profile (dev) could not be found");
  }

  @Test
  void anEmptyVariableHidesTheRegionOfTheProfile() {
    Cases machine = Cases.config("[default]\nregion = eu-west-1\n");
    assertThat(region(machine.boto3()))
        .isEqualTo("eu-west-1 from region of profile default (/home/ann/.aws/config:2:1)");
    assertThat(region(machine.env("AWS_DEFAULT_REGION", "").boto3()))
        .isEqualTo(" from AWS_DEFAULT_REGION");
  }

  @Test
  void theCliReadsOtherVariablesFirst() {
    Cases machine =
        Cases.config("[profile a]\n[profile b]\n")
            .env("AWS_PROFILE", "a")
            .env("AWS_DEFAULT_PROFILE", "b")
            .env("AWS_REGION", "eu-west-1");
    assertThat(machine.boto3().profileName()).isEqualTo("b");
    assertThat(machine.cli().profileName()).isEqualTo("a");
    assertThat(region(machine.boto3())).isEqualTo("none");
    assertThat(region(machine.cli())).isEqualTo("eu-west-1 from AWS_REGION");
    assertThat(CliDifferences.of(machine.environment, machine.boto3(), machine.cli())).hasSize(3);
  }

  @Test
  void whatIsHiddenIsTold() {
    Cases machine =
        Cases.config("[profile a]\n[profile b]\n")
            .env("AWS_PROFILE", "a")
            .env("AWS_DEFAULT_PROFILE", "b")
            .env("AWS_ACCESS_KEY_ID", "ASIAENV")
            .env("AWS_SECRET_ACCESS_KEY", "s")
            .env("AWS_SESSION_TOKEN", "")
            .env("AWS_REGION", "eu-west-1");
    assertThat(Shadows.of(machine.environment, machine.boto3()))
        .anyMatch(s -> s.startsWith("AWS_ACCESS_KEY_ID hides the profile that AWS_DEFAULT_PROFILE"))
        .anyMatch(s -> s.startsWith("AWS_ACCESS_KEY_ID is a temporary key"))
        .anyMatch(s -> s.startsWith("AWS_DEFAULT_PROFILE hides AWS_PROFILE"))
        .anyMatch(s -> s.startsWith("boto3 does not read AWS_REGION"))
        .anyMatch(s -> s.startsWith("AWS_SESSION_TOKEN is set to nothing"))
        .hasSize(5);
  }

  @Test
  void whatTheRoleOfTheProfileWantsIsNotToBeUnset() {
    Cases machine =
        Cases.config(
                """
                [profile a]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = Environment
                """)
            .env("AWS_PROFILE", "a")
            .env("AWS_ACCESS_KEY_ID", "AKIAENV")
            .env("AWS_SECRET_ACCESS_KEY", "s");
    assertThat(Shadows.of(machine.environment, machine.boto3()))
        .singleElement()
        .asString()
        .contains("name the profile in code")
        .doesNotContain("unset");
  }
}

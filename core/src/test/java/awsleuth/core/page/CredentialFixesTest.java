package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed where a program or a container's endpoint gives no credentials. */
class CredentialFixesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static Finding found(String text, String environment, String config) {
    Outcome outcome =
        DIAGNOSER
            .diagnose(
                List.of(
                    new Artifact("err.txt", Artifact.Kind.TRACEBACK, text),
                    new Artifact("env", Artifact.Kind.ENV, environment),
                    new Artifact("config", Artifact.Kind.CONFIG, config)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome).finding();
  }

  private static String fix(String text, String environment, String config) {
    return found(text, environment, config).fixes().getFirst().text();
  }

  private static final String CONTAINER =
      """
        File "botocore/credentials.py", line 2096, in _retrieve_or_fail
          creds = fetcher()
      """;

  private static final String POD =
      """
      AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:5618/eks
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=/var/run/token
      """;

  @Test
  void theTokenOfAPodIsSentWhereOneIsSetAndNoneWhereNoneIs() {
    String failed =
        "botocore.exceptions.CredentialRetrievalError: Error when retrieving credentials from"
            + " container-role: Error retrieving metadata: Received non 200 response 403 from"
            + " container metadata: …\n";
    assertThat(fix(failed, POD, "")).startsWith("curl -s -H \"Authorization: $(cat \"$AWS_");
    assertThat(fix(failed, "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:5618/ecs\n", ""))
        .isEqualTo("curl -s \"$AWS_CONTAINER_CREDENTIALS_FULL_URI\"");
  }

  @Test
  void aHostThatBotocoreDoesNotAskIsNotAsked() {
    Finding finding =
        found(
            CONTAINER
                + "ValueError: Unsupported host '10.1.2.3'.  Can only retrieve metadata from a"
                + " loopback address or one of these hosts: 169.254.170.2, 169.254.170.23\n",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://10.1.2.3/creds\n",
            "");
    assertThat(finding.because().toString()).contains("Unsupported host '10.1.2.3'");
    assertThat(finding.fixes()).noneMatch(f -> f.text().contains("curl"));
  }

  @Test
  void theLineBreakIsTakenOutOfAToken() {
    String refused = CONTAINER + "ValueError: Auth token value is not a legal header value\n";
    assertThat(fix(refused, POD, "")).contains("tr -d '\\r\\n'");
  }

  @Test
  void aTokenFileThatIsNotThereIsLookedForAndNotShown() {
    String absent =
        """
          File "botocore/credentials.py", line 2108, in _build_headers
            with open(auth_token_file_path) as token_file:
        FileNotFoundError: [Errno 2] No such file or directory: '/var/run/token'
        """;
    assertThat(fix(CONTAINER + absent, POD, ""))
        .isEqualTo("ls -l \"$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE\"; id");
  }

  @Test
  void aTildeIsWrittenOutForAProgram() {
    String absent =
        """
          File "botocore/credentials.py", line 1105, in _retrieve_credentials_using
            p = self._popen(
        FileNotFoundError: [Errno 2] No such file or directory: '%s'
        """;
    String config = "[default]\ncredential_process = %s\n";
    assertThat(fix(absent.formatted("~/cp.sh"), "HOME=/home/al\n", config.formatted("~/cp.sh")))
        .isEqualTo("sed -i.bak '2s/=.*/= \\/home\\/al\\/cp.sh/' config");
    assertThat(fix(absent.formatted("/opt/x"), "HOME=/home/al\n", config.formatted("/opt/x")))
        .contains("credential_process = /<path");
  }

  @Test
  void theNextCodeIsOfTheDeviceThatTheProfileNames() {
    String refused =
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " AssumeRole operation: MultiFactorAuthentication failed with invalid MFA one time"
            + " pass code.\n";
    String device = "mfa_serial = arn:aws:iam::123456789012:mfa/u\n";
    String role = "[profile m]\nrole_arn = arn:aws:iam::123456789012:role/r\n" + device;
    assertThat(fix(refused, "AWS_PROFILE=m\n", role))
        .isEqualTo("aws sts get-caller-identity --profile m");
    assertThat(fix(refused, "AWS_PROFILE=m\n", "[profile m]\n" + device))
        .contains("--serial-number arn:aws:iam::123456789012:mfa/u ");
    assertThat(fix(refused, "AWS_PROFILE=other\n", role)).contains("<arn-of-device>");
  }

  @Test
  void aVariableOfAnEnvFileIsRenamedThereAndNamedByTheService() {
    List<String> fixes =
        FolderFiles.confirmed(
                "credentials/partial",
                FolderFiles.file(
                    "compose.log",
                    "botocore.exceptions.PartialCredentialsError: Partial credentials found in env,"
                        + " missing: AWS_SECRET_ACCESS_KEY\n"),
                new Artifact(
                    "app/.env",
                    Artifact.Kind.ENV,
                    "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"))
            .fixes()
            .stream()
            .map(f -> f.text())
            .toList();
    assertThat(fixes)
        .startsWith(
            "sed -i.bak 2s/AWS_SECRET_KEY/AWS_SECRET_ACCESS_KEY/ app/.env",
            "environment:\n  AWS_SECRET_ACCESS_KEY: ${AWS_SECRET_ACCESS_KEY}");
  }
}

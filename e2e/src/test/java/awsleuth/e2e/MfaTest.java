package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedAws;
import awsleuth.testkit.ScriptedAws.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes of MFA devices are asked for on the terminal, by each command that asks AWS. */
class MfaTest {

  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/ann";
  private static final String PROMPT = "MFA code of " + DEVICE + ": ";
  private static final String CODE = "493817";
  private static final String ROLE_KEY = "ASIAIOSFODNN7EXAMPLE";

  private ScriptedAws aws;

  @TempDir Path folder;

  @BeforeEach
  void serve() throws IOException {
    aws =
        new ScriptedAws()
            .on("AssumeRole", MfaTest::assumed)
            .on(
                "GetCallerIdentity",
                ScriptedAws.result(
                    "GetCallerIdentity",
                    "<Arn>arn:aws:sts::123456789012:assumed-role/deploy/s</Arn>"
                        + "<UserId>AROAEXAMPLE:s</UserId><Account>123456789012</Account>"))
            .on(
                "ListUsers",
                ScriptedAws.result("ListUsers", "<Users></Users><IsTruncated>false</IsTruncated>"));
    Files.writeString(
        folder.resolve("config"),
        """
        [profile deploy]
        role_arn = arn:aws:iam::123456789012:role/deploy
        source_profile = base
        mfa_serial = %s
        [profile base]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY
        """
            .formatted(DEVICE));
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  /** As STS does: the code of the device, or a refusal. */
  private static Reply assumed(ScriptedAws.Asked asked) {
    boolean right =
        CODE.equals(asked.fields().get("TokenCode"))
            && DEVICE.equals(asked.fields().get("SerialNumber"))
            && asked.key().equals("AKIAIOSFODNN7EXAMPLE");
    return right
        ? new Reply(
            200,
            ScriptedAws.result(
                "AssumeRole",
                "<Credentials><AccessKeyId>"
                    + ROLE_KEY
                    + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t"
                    + "</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>"))
        : new Reply(
            403,
            "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>"
                + "MultiFactorAuthentication failed with invalid MFA one time pass code.</Message>"
                + "</Error></ErrorResponse>");
  }

  private Map<String, String> environment() {
    return Map.of(
        "HOME", folder.toString(),
        "AWS_CONFIG_FILE", folder.resolve("config").toString(),
        "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString(),
        "AWS_PROFILE", "deploy",
        "AWS_DEFAULT_REGION", "us-east-1",
        "AWS_EC2_METADATA_DISABLED", "true",
        "AWS_ENDPOINT_URL", aws.url());
  }

  private Path failure() throws IOException {
    return Files.writeString(
        folder.resolve("failure.txt"),
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " ListUsers operation: User: arn:aws:sts::123456789012:assumed-role/deploy/s is not"
            + " authorized to perform: iam:ListUsers on resource:"
            + " arn:aws:iam::123456789012:user/ because no identity-based policy allows the"
            + " iam:ListUsers action\n");
  }

  /** The code was asked for once, unseen, and nothing of it is left anywhere. */
  private void wasAskedOnce(Terminal run) {
    assertThat(run.screen().replace("\r", "").strip()).isEqualTo(PROMPT.strip());
    assertThat(run.silent()).isTrue();
    assertThat(run.shows()).isTrue();
    assertThat(run.out() + run.err()).doesNotContain(CODE);
    assertThat(aws.asked("AssumeRole")).hasSize(1);
  }

  @Test
  void credentialsAsks() throws IOException {
    Terminal run = Terminal.typing(CODE, environment(), "credentials", "--live");
    assertThat(run.out()).contains("sts AssumeRole", "200", "ASIA");
    wasAskedOnce(run);
  }

  @Test
  void doctorAsksBeforeItsTimeRuns() throws IOException {
    Terminal run = Terminal.typing(CODE, environment(), "doctor", "--timeout", "5");
    assertThat(run.out()).contains("arn:aws:sts::123456789012:assumed-role/deploy/s");
    wasAskedOnce(run);
  }

  @Test
  void liveAsks() throws IOException {
    Terminal run = Terminal.typing(CODE, environment(), failure().toString(), "--live");
    assertThat(run.err()).contains("asking AWS with the key ASIA");
    assertThat(aws.asked("GetCallerIdentity")).extracting("key").containsOnly(ROLE_KEY);
    wasAskedOnce(run);
  }

  @Test
  void verifyAsksOnceForAllThatItDoes() throws IOException {
    Path diagnosis = folder.resolve("diagnosis.json");
    Files.writeString(diagnosis, Awsleuth.run(failure().toString(), "--format", "json").out());
    Terminal run = Terminal.typing(CODE, environment(), "verify", "--live", diagnosis.toString());
    assertThat(run.out()).contains("ruled out  the call succeeds now");
    wasAskedOnce(run);
  }

  @Test
  void aWrongCodeIsRefusedByStsAndSaidSo() throws IOException {
    Terminal run = Terminal.typing("000001", environment(), "doctor");
    assertThat(run.out()).contains("credentials/mfa-rejected");
    assertThat(aws.asked("AssumeRole")).hasSize(1);
  }

  @Test
  void whatIsNoCodeIsNotSent() throws IOException {
    Terminal run = Terminal.typing("", environment(), "credentials", "--live");
    assertThat(run.out()).contains("not sent, since the code is not one of six digits");
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void withoutATerminalItIsUnknownAndSaidHowToKnow() throws IOException {
    String how = "there is no terminal to ask for it on: run awsleuth in one";
    Terminal credentials = Terminal.none(environment(), "credentials", "--live");
    assertThat(credentials.out()).contains(how);
    Terminal doctor = Terminal.none(environment(), "doctor");
    assertThat(doctor.out().replaceAll("\\s+", " ")).contains(how);
    Terminal live = Terminal.none(environment(), failure().toString(), "--live");
    assertThat(live.err()).contains(how);
    assertThat(live.out()).contains("permissions/no-identity-allow");
    assertThat(live.exitCode()).isEqualTo(1);
    Path diagnosis = folder.resolve("diagnosis.json");
    Files.writeString(diagnosis, Awsleuth.run(failure().toString(), "--format", "json").out());
    Terminal verify = Terminal.none(environment(), "verify", "--live", diagnosis.toString());
    assertThat(verify.err()).contains(how);
    assertThat(aws.asked("AssumeRole")).isEmpty();
  }
}

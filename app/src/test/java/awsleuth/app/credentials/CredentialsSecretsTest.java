package awsleuth.app.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.testkit.MadeUpSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in files, variables, programs and answers come out in no form. */
class CredentialsSecretsTest {

  @TempDir Path home;

  @Test
  void noFormOfTheReportTellsASecret() throws IOException {
    MadeUpSecrets made = new MadeUpSecrets(52);
    for (int round = 0; round < 2; round++) {
      String secret = made.secretKey();
      for (String config : CONFIGS) {
        for (String variables : VARIABLES) {
          tellsNot(secret, config, variables);
        }
      }
    }
  }

  private void tellsNot(String secret, String config, String variables) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".aws"));
    Files.writeString(folder.resolve("config"), filled(config, secret));
    Files.writeString(
        folder.resolve("credentials"), filled(config.replace("[profile ", "["), secret));
    Path env = Files.writeString(home.resolve("env"), filled(variables, secret));
    for (String form : List.of("text", "json", "markdown")) {
      Command c =
          Command.run(
              "credentials", "--home", home.toString(), "--env", env.toString(), "--format", form);
      assertThat(c.out()).isNotEmpty();
      assertThat(MadeUpSecrets.pieceIn(c.out() + c.err(), secret, 8)).as(c.out()).isEmpty();
    }
  }

  private static String filled(String text, String secret) {
    return text.replace("SECRET", secret).replace("|", "\n");
  }

  private static final List<String> CONFIGS =
      List.of(
          "[default]|aws_access_key_id = AKIAIOSFODNN7EXAMPLE|aws_secret_access_key = SECRET|",
          "[default]|aws_secret_access_key = 'SECRET' # SECRET|aws_secret_access_key = SECRET|",
          "SECRET = SECRET|",
          "[default]|aws_secret_access_key SECRET|",
          "[default]|region = eu-west-1|  aws_secret_access_key = SECRET|",
          "[default]|role_arn = SECRET|source_profile = SECRET|",
          "[default]|role_arn = SECRET|mfa_serial = SECRET|credential_source = Environment|",
          "[default]|credential_process = SECRET --key SECRET|",
          "[default]|web_identity_token_file = SECRET|role_arn = SECRET|",
          "[profile SECRET]|SECRET = SECRET|[SECRET]|x = 1|",
          "[default]|sso_role_name = SECRET|sso_account_id = SECRET|sso_region = SECRET|"
              + "sso_start_url = SECRET|",
          "[default]|ec2_metadata_service_endpoint = http://SECRET/|region = SECRET|",
          "");

  private static final List<String> VARIABLES =
      List.of(
          "AWS_ACCESS_KEY_ID=SECRET|AWS_SECRET_ACCESS_KEY=SECRET|AWS_SESSION_TOKEN=SECRET|",
          "AWS_PROFILE=SECRET|AWS_DEFAULT_REGION=SECRET|AWS_REGION=SECRET|",
          "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://SECRET/x|"
              + "AWS_CONTAINER_AUTHORIZATION_TOKEN=SECRET|",
          "AWS_CREDENTIAL_FILE=SECRET|BOTO_CONFIG=SECRET|AWS_ACCOUNT_ID=SECRET|",
          "AWS_WEB_IDENTITY_TOKEN_FILE=SECRET|AWS_ROLE_ARN=SECRET|",
          "AWS_EC2_METADATA_DISABLED=true|");

  @Test
  void aBatchTellsNoSecretWithoutReveal() {
    MadeUpSecrets made = new MadeUpSecrets(51);
    for (int round = 0; round < 3; round++) {
      String secret = made.secretKey();
      for (String line : withSecret(secret)) {
        String answer = Command.pipe(line + "\n", "credentials", "--batch").out();
        assertThat(answer).startsWith("{\"id\"");
        assertThat(MadeUpSecrets.pieceIn(answer, secret, 8)).as(line + "\n" + answer).isEmpty();
      }
    }
  }

  /** Records with a secret in each place of files, variables, programs and answers. */
  private static List<String> withSecret(String secret) {
    List<String> lines = new ArrayList<>();
    String keys = "aws_access_key_id = AKIAX\\naws_secret_access_key = " + secret + "\\n";
    for (String config :
        List.of(
            "[default]\\n" + keys,
            "[default]\\n" + keys + keys,
            "aws_secret_access_key = " + secret + "\\n",
            "[default]\\naws_secret_access_key " + secret + "\\n",
            "[default]\\nregion = eu-west-1\\n  aws_secret_access_key = " + secret + "\\n",
            "[default]\\nregion = eu-west-1 # aws_secret_access_key = " + secret + "\\n",
            "[default]\\nrole_arn = " + secret + "\\n",
            "[default]\\nrole_arn = x\\ncredential_source = " + secret + "\\n",
            "[default]\\nrole_arn = x\\nsource_profile = b\\n  aws_session_token = "
                + secret
                + "\\n",
            "[default]\\nmetadata_service_timeout = " + secret + "\\n",
            "[default]\\nsso_role_name = a\\nsso_session = " + secret + "\\n",
            "[default]\\nec2_metadata_service_endpoint = " + secret + "\\n",
            "[default]\\nec2_metadata_service_endpoint_mode = " + secret + "\\n",
            "[default]\\ncredential_process = /bin/echo " + secret + "\\n",
            "[default]\\ncredential_process = /no/such --password=" + secret + "\\n",
            "[default]\\ncredential_process = /bin/sh -c 'echo " + secret + " >&2; exit 1'\\n",
            "[default]\\ncredential_process = /bin/cat " + secret + "\\n",
            "[default]\\nweb_identity_token_file = "
                + secret
                + "\\nrole_arn = "
                + secret
                + "\\n")) {
      lines.add(
          "{\"env\": {\"AWS_EC2_METADATA_DISABLED\": \"true\"}, \"files\": {\".aws/config\": \""
              + config
              + "\"}}");
    }
    for (String variable :
        List.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_PROFILE",
            "AWS_DEFAULT_REGION",
            "AWS_CREDENTIAL_FILE",
            "AWS_CONFIG_FILE",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AWS_METADATA_SERVICE_NUM_ATTEMPTS",
            "AWS_CREDENTIAL_EXPIRATION")) {
      String key = variable.equals("AWS_CREDENTIAL_EXPIRATION") ? "AKIAX" : secret;
      lines.add(
          "{\"env\": {\"AWS_ACCESS_KEY_ID\": \""
              + key
              + "\", \"AWS_SECRET_ACCESS_KEY\": \""
              + secret
              + "\", \""
              + variable
              + "\": \""
              + secret
              + "\"}}");
      lines.add("{\"env\": {\"" + variable + "\": \"" + secret + "\"}}");
    }
    for (String body :
        List.of(secret, "{\\\"Token\\\": \\\"" + secret + "\\\"}", "[\\\"" + secret + "\\\"]")) {
      for (int status : List.of(200, 500)) {
        lines.add(
            "{\"env\": {\"AWS_CONTAINER_CREDENTIALS_FULL_URI\": \"${SERVER}/c\"}, \"http\":"
                + " {\"GET /c\": {\"status\": "
                + status
                + ", \"body\": \""
                + body
                + "\"}}}");
      }
    }
    return lines;
  }
}

package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifying where the settings that the diagnosis rests on are among its files. */
class SettingsNowTest {

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Command verified() {
    return Command.run("verify", folder.resolve("diagnosis.json").toString());
  }

  private Command diagnosed() throws IOException {
    Command made = Command.run(folder.toString(), "--format", "json");
    file("diagnosis.json", made.out());
    return verified();
  }

  @Test
  void theVariableOfTheFilesThatNamedTheProfileNamesAnother() throws IOException {
    file("config", "[profile prod_eu]\nregion = eu-west-1\n");
    file("env.txt", "AWS_PROFILE=prod-eu\nHOME=/root\n");
    file(
        "t.log",
        """
        Traceback (most recent call last):
          File "/srv/x.py", line 5, in <module>
            boto3.client("s3")
        botocore.exceptions.ProfileNotFound: The config profile (prod-eu) could not be found
        """);
    assertThat(diagnosed().out()).contains("still there", "credentials/profile-not-found");
    file("env.txt", "AWS_PROFILE=prod_eu\nHOME=/root\n");
    assertThat(verified().out()).contains("ruled out").doesNotContain("still there");
    assertThat(verified().code()).isZero();
  }

  @Test
  void theSettingThatSsoLackedIsThere() throws IOException {
    String config =
        """
        [profile dev]
        sso_start_url = https://corp.awsapps.com/start
        sso_account_id = 111122223333
        sso_role_name = Dev
        """;
    file("aws_config", config);
    file("env", "AWS_PROFILE=dev\n");
    file(
        "t.log",
        """
        Traceback (most recent call last):
          File "/home/kim/x.py", line 5, in <module>
            boto3.client("s3").list_buckets()
        botocore.exceptions.InvalidConfigError: The profile "dev" is configured to use SSO but is\
         missing required configuration: sso_region
        """);
    assertThat(diagnosed().out()).contains("still there", "credentials/sso-misconfigured");
    file("aws_config", config + "sso_region = eu-west-1\n");
    assertThat(verified().out()).contains("ruled out  the SSO settings are whole here");
  }

  @Test
  void theQuotesOfAKeyAreGone() throws IOException {
    String quoted =
        """
        [default]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
        """;
    file("credentials", quoted);
    file(
        "t.log",
        "An error occurred (SignatureDoesNotMatch) when calling the ListQueues operation: The"
            + " request signature we calculated does not match the signature you provided. Check"
            + " your AWS Secret Access Key and signing method.\n");
    assertThat(diagnosed().out()).contains("still there", "credentials/malformed-key");
    file("credentials", quoted.replace("\"", ""));
    assertThat(verified().out()).contains("ruled out  the settings given do not show it any more");
    Files.delete(folder.resolve("credentials"));
    assertThat(verified().out()).doesNotContain("ruled out");
  }
}

package awsleuth.collect.record;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.collect.watch.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a program. */
class RecordTextTest {

  @TempDir Path folder;

  @Test
  void theRecordHasNoSecretOfTheFilesTheCommandOrTheLog() throws IOException {
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    Path credentials = folder.resolve("credentials");
    Files.writeString(
        credentials,
        "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = "
            + secret
            + "\n");
    Watched watched =
        new Watched(
            1,
            1,
            List.of("app", "--secret-access-key", "AWS_SECRET_ACCESS_KEY=" + secret),
            "{\"kind\": \"call\", \"message\": \"AWS_SECRET_ACCESS_KEY=" + secret + "\"}\n",
            "aws_secret_access_key=" + secret + "\n",
            "");
    String text =
        RecordText.of(
            watched,
            Map.of(
                "AWS_SHARED_CREDENTIALS_FILE",
                credentials.toString(),
                "AWS_SECRET_ACCESS_KEY",
                secret,
                "UNRELATED",
                "u-n-r-e-l-a-t-e-d"),
            List.of(),
            AwsCatalog.embedded());
    assertThat(text)
        .startsWith("{\"awsleuth\": \"record\"")
        .contains("aws_secret_access_key = xxxx", credentials.toString())
        .contains("[\"AWS_SECRET_ACCESS_KEY\",\"(secret, 40 characters)\",\"plain\"]")
        .doesNotContain("u-n-r-e-l-a-t-e-d")
        .doesNotContain(secret, "AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void theByteOrderMarkOfAFileIsKept() throws IOException {
    Path config = folder.resolve("config");
    Files.writeString(config, "\ufeff[default]\n");
    String text =
        RecordText.of(
            new Watched(1, 1, List.of("app"), "", "", ""),
            Map.of("AWS_CONFIG_FILE", config.toString()),
            List.of(),
            AwsCatalog.embedded());
    assertThat(text).contains(",\"mark\":true}");
  }

  @Test
  void noSecretOfVariablesAndProxiesIsKeptWhereNobodyWatched() {
    String text =
        RecordText.of(
            List.of(),
            Map.of(
                "AWS_BEARER_TOKEN_BEDROCK", "ABSKinside",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN", "inside",
                "AWS_SESSION_TOKEN", "inside",
                "HTTPS_PROXY", "alice:inside@proxy:3128",
                "https_proxy", "http://alice:p@inside@proxy:3128",
                "CURL_CA_BUNDLE", "/etc/ca.pem"),
            AwsCatalog.embedded());
    assertThat(text)
        .contains("AWS_BEARER_TOKEN_BEDROCK", "@proxy:3128", "CURL_CA_BUNDLE")
        .doesNotContain("inside");
  }

  @Test
  void theWordBehindTheNameOfASecretIsNotKept() {
    assertThat(
            CommandWords.hidden(
                List.of(
                    "app",
                    "--db-password",
                    "hunter44word",
                    "--api-token=hunter",
                    "--token",
                    "a",
                    "-v",
                    "--token-file",
                    "f")))
        .containsExactly(
            "app",
            "--db-password",
            "(secret)",
            "--api-token=(secret)",
            "--token",
            "(secret)",
            "-v",
            "--token-file",
            "f");
    assertThat(
            CommandWords.hidden(
                List.of("aws", "ssm", "put-parameter", "--name", "n", "--value", "v1-v2-v3")))
        .containsExactly("aws", "ssm", "put-parameter", "--name", "n", "--value", "(secret)");
    assertThat(CommandWords.hidden(List.of("python", "app.py", "--fast", "-x", "--", "p")))
        .containsExactly("python", "app.py", "--fast", "-x", "--", "p");
  }

  @Test
  void whatAnAwsCommandCarriesIsNotKept() {
    List<String> words =
        List.of(
            "/usr/bin/aws",
            "ssm",
            "send-command",
            "--document-name",
            "D",
            "--parameters",
            "commands=[\"mysql -pnot-to-be-seen\"]",
            "second=1",
            "--region",
            "eu-west-1",
            "--payload=not-to-be-seen");
    assertThat(CommandWords.hidden(words))
        .containsExactly(
            "/usr/bin/aws",
            "ssm",
            "send-command",
            "--document-name",
            "D",
            "--parameters",
            "(secret)",
            "(secret)",
            "--region",
            "eu-west-1",
            "--payload=(secret)");
    assertThat(CommandWords.hidden(List.of("python", "--parameters", "a")))
        .containsExactly("python", "--parameters", "a");
  }
}

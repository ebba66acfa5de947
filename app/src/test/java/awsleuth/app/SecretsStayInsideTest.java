package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.MadeUpSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in any evidence come out in no format, no message and no trace of a bug. */
class SecretsStayInsideTest {

  private static final List<List<String>> OPTIONS =
      List.of(
          List.of(),
          List.of("--format", "json", "--all"),
          List.of("--format", "markdown", "--all"),
          List.of("--all", "--debug", "--redact"));

  @TempDir Path folder;

  @Test
  void aFolderOfEvidenceTellsNoSecret() throws IOException {
    MadeUpSecrets made = new MadeUpSecrets(31);
    for (int round = 0; round < 10; round++) {
      List<String> secrets =
          List.of(made.secretKey(), made.token(), made.password(), made.signature());
      write(secrets, String.join("\n", made.privateKey()));
      for (List<String> options : OPTIONS) {
        String[] args = options.toArray(new String[options.size() + 1]);
        args[options.size()] = folder.toString();
        String shown = shown(args);
        assertThat(shown).contains("permissions/");
        for (String secret : secrets) {
          assertThat(MadeUpSecrets.pieceIn(shown, secret, 8)).as(shown).isEmpty();
        }
      }
    }
  }

  private static String shown(String... args) {
    Command c = Command.run(args);
    return c.err() + c.out();
  }

  private void write(List<String> secrets, String privateKey) throws IOException {
    String key = secrets.get(0);
    String token = secrets.get(1);
    String password = secrets.get(2);
    String signature = secrets.get(3);
    write(
        "app.log",
        "DEBUG Sending https://acme.s3.amazonaws.com/k?X-Amz-Security-Token="
            + token
            + "&X-Amz-Signature="
            + signature
            + "\nDEBUG {'Authorization': b'AWS4-HMAC-SHA256 Credential=x, Signature="
            + signature
            + "'}\n"
            + privateKey
            + "\nTraceback (most recent call last):\n  File \"app.py\", line 3, in main\n"
            + "    boto3.client('s3', aws_secret_access_key='"
            + key
            + "').get_object(Bucket='acme', Key='"
            + key
            + "')\n"
            + "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " GetObject operation: User: arn:aws:iam::111122223333:user/a is not authorized to"
            + " perform: s3:GetObject on resource: \"arn:aws:s3:::acme/"
            + key
            + "\" with an explicit deny in an identity-based policy {\"password\": \""
            + password
            + "\"}\n");
    write("env.txt", "AWS_SECRET_ACCESS_KEY=" + key + "\nAWS_SESSION_TOKEN=" + token + "\n");
    write(
        "credentials",
        "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = \""
            + key
            + "\n");
    write(
        "policy.json",
        "{\"Statement\": [{\"Sid\": \"password="
            + password
            + "\", \"Effect\": \"Deny\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::acme/"
            + key
            + "\"}]}");
    write(
        "event.json",
        "{\"eventVersion\": \"1.11\", \"eventName\": \"GetObject\", \"eventSource\":"
            + " \"s3.amazonaws.com\", \"errorCode\": \"AccessDenied\", \"errorMessage\":"
            + " \"password="
            + password
            + " not authorized\", \"requestParameters\": {\"key\": \""
            + key
            + "\", \"x-amz-security-token\": \""
            + token
            + "\"}}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aBatchTellsNoSecretAlsoOfALineThatItCannotRead() {
    MadeUpSecrets made = new MadeUpSecrets(32);
    String key = made.secretKey();
    String password = made.password().replace("\\", "");
    String error = "An error occurred (AccessDenied) when calling the GetObject operation: no ";
    String lines =
        key
            + "\n{\"id\": 1, \"text\": "
            + key
            + "}\n{\"id\": 2, \"text\": \""
            + error
            + "password="
            + password
            + "\", \"env\": {\"DB_PASSWORD\": \""
            + password
            + "\"}, \"policies\": [{\"name\": \"password="
            + password
            + "\", \"document\": {\"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"*\","
            + " \"Resource\": \"*\"}]}}]}\n";
    String shown = Command.pipe(lines, "--batch", "--all").out();
    assertThat(shown.lines()).hasSize(3);
    assertThat(MadeUpSecrets.pieceIn(shown, key, 6)).as(shown).isEmpty();
    assertThat(MadeUpSecrets.pieceIn(shown, password, 6)).as(shown).isEmpty();
  }

  @Test
  void messagesTellNoSecretAndStayOnOneLine() {
    String key = new MadeUpSecrets(33).secretKey();
    for (String[] args :
        List.of(
            new String[] {"--" + key},
            new String[] {"--format", key},
            new String[] {"explain", key},
            new String[] {"causes", "a\n\u001b[31m" + key},
            new String[] {"/no/such/\u001b[31m\n" + key + ".log"})) {
      String shown = shown(args);
      assertThat(MadeUpSecrets.pieceIn(shown, key, 8)).as(shown).isEmpty();
      assertThat(shown).doesNotContain("\u001b").startsWith("awsleuth: ");
      assertThat(shown.lines().filter(l -> l.startsWith("awsleuth: "))).hasSize(1);
    }
  }
}

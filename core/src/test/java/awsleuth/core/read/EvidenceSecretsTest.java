package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.testkit.MadeUpSecrets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No secret and no terminal sequence enters a value, whatever kind of evidence it stands in. */
class EvidenceSecretsTest {

  private static final String ERROR =
      "An error occurred (AccessDenied) when calling the PutObject operation: Access Denied";

  /** Evidence with a password, which its form does not tell. */
  private record Placement(Kind kind, String text) {}

  private static final List<Placement> PLACEMENTS =
      List.of(
          new Placement(Kind.TRACEBACK, ERROR + " (password=%s)"),
          new Placement(Kind.TRACEBACK, "login with --password %s\n" + ERROR),
          new Placement(
              Kind.TRACEBACK,
              "Traceback (most recent call last):\n"
                  + "  File \"app.py\", line 3, in main\n"
                  + "    connect(host, password='%s')\n"
                  + "botocore.exceptions.ClientError: "
                  + ERROR),
          new Placement(
              Kind.TRACEBACK, "{\"message\": \"" + ERROR + "\", \"secretString\": \"%s\"}"),
          new Placement(
              Kind.TRACEBACK,
              "{\"message\": \""
                  + ERROR
                  + "\",\n \"request\": {\"SecretString\": {\"user\": \"%s\"}}}"),
          new Placement(
              Kind.TRACEBACK, "{\"message\": \"" + ERROR + " {\\\"password\\\": \\\"%s\\\"}\"}"),
          new Placement(
              Kind.TRACEBACK,
              "{\"message\": \""
                  + ERROR
                  + "\", \"env\": [{\"name\": \"DB_PASSWORD\", \"value\": \"%s\"}]}"),
          new Placement(
              Kind.TRACEBACK,
              "{'Error': {'Code': 'AccessDenied', 'Message': 'no'}, 'SecretString': '%s'}"),
          new Placement(
              Kind.TRACEBACK, "\u001b[1mpassword\u001b[0m=\u001b[32m%s\u001b[0m\n" + ERROR),
          new Placement(Kind.ENV, "DB_PASSWORD=%s\nAWS_REGION=eu-west-1\n"),
          new Placement(Kind.ENV, "DATABASE_URL=postgres://app:%s@db/app\n"),
          new Placement(Kind.ENV, "HTTPS_PROXY=app:%s@proxy:3128\n"),
          new Placement(Kind.CONFIG, "[default]\ncredential_process = get --password %s\n"),
          new Placement(Kind.CREDENTIALS, "[default]\naws_secret_access_key =\n  %s\n"),
          new Placement(Kind.CREDENTIALS, "[default]\naws_secret_access_key = a\n  %s = b\n"),
          new Placement(
              Kind.POLICY,
              "{\"Statement\": [{\"Sid\": \"password=%s\", \"Effect\": \"Allow\", \"Action\":"
                  + " \"*\", \"Resource\": \"https://u:%s@host/\"}]}"),
          new Placement(
              Kind.TRAIL,
              "{\"eventName\": \"CreateUser\", \"eventSource\": \"iam.amazonaws.com\","
                  + " \"requestParameters\": {\"masterUserPassword\": \"%s\"},"
                  + " \"errorMessage\": \"password=%s\"}"),
          new Placement(
              Kind.TRAIL,
              "{\"CloudTrailEvent\": \"{\\\"eventName\\\": \\\"A\\\", \\\"eventSource\\\":"
                  + " \\\"iam.amazonaws.com\\\", \\\"password\\\": \\\"%s\\\"}\"}"));

  @Test
  void noPasswordEntersAValue() {
    MadeUpSecrets made = new MadeUpSecrets(21);
    for (int round = 0; round < 20; round++) {
      for (Placement p : PLACEMENTS) {
        String password = made.password();
        String read = read(p.kind, p.text.replace("%s", password));
        assertThat(MadeUpSecrets.pieceIn(read, password, 6)).as(p.text).isEmpty();
      }
    }
  }

  @Test
  void noKeyOrTokenEntersAValue() {
    MadeUpSecrets made = new MadeUpSecrets(22);
    for (int round = 0; round < 10; round++) {
      for (Placement p : PLACEMENTS) {
        for (String secret : List.of(made.secretKey(), made.token())) {
          String text =
              p.text.replace("%s", secret) + (p.kind == Kind.TRACEBACK ? "\n" + secret : "");
          String read = read(p.kind, text);
          assertThat(MadeUpSecrets.pieceIn(read, secret, 10)).as(p.text).isEmpty();
        }
      }
    }
  }

  @Test
  void aPrivateKeyInAnEnvironmentLeavesNothing() {
    MadeUpSecrets made = new MadeUpSecrets(23);
    for (int round = 0; round < 50; round++) {
      List<String> key = made.privateKey();
      String read = read(Kind.ENV, "KEY=" + String.join("\n", key) + "\nHOME=/root\n");
      for (String line : key.subList(1, 5)) {
        assertThat(MadeUpSecrets.pieceIn(read, line, 8)).isEmpty();
      }
      assertThat(read).contains("HOME");
    }
  }

  @Test
  void noTerminalSequenceEntersAValue() {
    String escape = "\\u001b[31m\\u009b0m\\u202e";
    for (Placement p : PLACEMENTS) {
      String text = p.text.replace("%s", p.text.startsWith("{\"") ? escape : "\u001b[31m\u202e");
      assertThat(read(p.kind, text)).doesNotContain("\u001b", "\u009b", "\u202e");
    }
  }

  @Test
  void aFailureThatFollowsAnEnvironmentIsRead() {
    String variables = "AWS_REGION=eu-west-1\n" + "A=1\nB=2\nC=3\nD=4\n".repeat(10);
    String read = read(Kind.ANY, variables + ERROR + "\n");
    assertThat(read).contains("EnvironmentVariable[name=AWS_REGION", "code=AccessDenied");
  }

  private static String read(Kind kind, String text) {
    return Readers.read(new Artifact("a", kind, text), AwsCatalog.embedded()).toString();
  }
}

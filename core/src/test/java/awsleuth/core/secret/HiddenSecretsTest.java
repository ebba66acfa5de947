package awsleuth.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.MadeUpSecrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Secrets behind escapes, in pieces and over lines. */
class HiddenSecretsTest {

  /** What stands around a secret that its name tells; {@code %s} is the secret. */
  private static final List<String> NAMED =
      List.of(
          "aws_secret_access_key=%s",
          "aws_secret_access_key = %s",
          "AWS_SECRET_ACCESS_KEY: %s",
          "export AWS_SESSION_TOKEN='%s'",
          "$Env:AWS_SECRET_ACCESS_KEY = \"%s\"",
          "os.environ['AWS_SECRET_ACCESS_KEY'] = '%s'",
          "client('s3', aws_access_key_id=key, aws_secret_access_key=\"%s\", region_name='x')",
          "{\"SecretAccessKey\": \"%s\", \"Expiration\": \"2026\"}",
          "{\"SecretAccessKey\":\n    \"%s\"}",
          "{'SecretString': '%s', 'Name': 'db'}",
          "{\"SecretString\": {\"user\": \"%s\", \"host\": \"%s\"}}",
          "{\"accessToken\": \"%s\"}",
          "<SecretAccessKey>%s</SecretAccessKey><Expiration>2026</Expiration>",
          "<MasterUserPassword>%s</MasterUserPassword>",
          "aws rds create-db-instance --master-user-password %s --engine mysql",
          "aws secretsmanager create-secret --name a --secret-string '%s'",
          "['aws', 'rds', '--master-user-password', '%s']",
          "X-Amz-Security-Token: %s",
          "'x-amz-sso_bearer_token': '%s', 'a': 1",
          "[('Accept', '*/*'), ('X-Amz-Security-Token', '%s')]",
          "Authorization: Bearer %s",
          "Authorization: Basic %s",
          "'Authorization': b'Bearer %s'",
          "Cookie: session=%s",
          "GET https://b.s3.amazonaws.com/k?X-Amz-Date=1&X-Amz-Signature=%s&X-Amz-Expires=9",
          "https://b.s3.amazonaws.com/k?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=%s&Expires=1",
          "Authorization=AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=%s",
          "postgres://admin:%s@db.example.com:5432/app",
          "proxy http://:%s@proxy.example.com:3128/",
          "DB_PASSWORD=%s python app.py",
          "{\"name\": \"DB_PASSWORD\", \"value\": \"%s\"}",
          "'MasterUserPassword': u'%s'}",
          "client_secret=>%s");

  private static final List<UnaryOperator<String>> ESCAPES =
      List.of(
          t -> t,
          HiddenSecretsTest::json,
          t -> json(json(t)),
          t -> json(json(json(t))),
          HiddenSecretsTest::url,
          t -> url(url(t)),
          t -> t.replace("=", "\\u003d").replace("&", "\\u0026").replace("\"", "\\u0022"),
          t -> t.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"),
          t -> t.replace("/", "\\/"));

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String url(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = Character.isLetterOrDigit(b) || "-_.~".indexOf(b) >= 0;
      out.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
    }
    return out.toString();
  }

  @Test
  void aSecretThatItsNameTellsIsReplacedBehindAnyEscapes() {
    MadeUpSecrets made = new MadeUpSecrets(11);
    for (int round = 0; round < 25; round++) {
      List<String> secrets =
          List.of(made.secretKey(), made.token(), made.signature(), made.password());
      for (String frame : NAMED) {
        for (UnaryOperator<String> escape : ESCAPES) {
          for (String secret : secrets) {
            String text = escape.apply(frame.replace("%s", secret));
            String masked = Secrets.mask(text);
            assertThat(MadeUpSecrets.pieceIn(masked, secret, 6))
                .as("%s%nbecame%n%s", text, masked)
                .isEmpty();
          }
        }
      }
    }
  }

  @Test
  void keysAndTokensAreKnownByTheirFormAlone() {
    MadeUpSecrets made = new MadeUpSecrets(12);
    List<String> frames =
        List.of(
            "%s",
            "the value is %s.",
            "x=%s",
            "(%s)",
            "['%s']",
            "AWS4%s",
            "AKIAIOSFODNN7EXAMPLE:%s",
            "AKIAIOSFODNN7EXAMPLE/%s",
            "\u0130 %s");
    for (int round = 0; round < 100; round++) {
      for (String secret : List.of(made.secretKey(), made.token())) {
        for (String frame : frames) {
          String text = frame.replace("%s", secret);
          assertThat(MadeUpSecrets.pieceIn(Secrets.mask(text), secret, 6)).as(text).isEmpty();
        }
      }
    }
  }

  @Test
  void aSecretThatIsFoldedOverLinesIsReplacedToItsEnd() {
    MadeUpSecrets made = new MadeUpSecrets(13);
    for (int round = 0; round < 100; round++) {
      String token = made.token();
      int width = 30 + made.random().nextInt(90);
      String frame = made.random().nextBoolean() ? "" : "\u2502 ";
      List<String> lines = new ArrayList<>();
      String text = "AWS_SESSION_TOKEN=" + token;
      for (int i = 0; i < text.length(); i += width) {
        lines.add(frame + text.substring(i, Math.min(text.length(), i + width)));
      }
      lines.add("Traceback (most recent call last):");
      List<String> masked = Secrets.maskLines(lines);
      assertThat(MadeUpSecrets.pieceIn(String.join("\n", masked), token, 8)).as(text).isEmpty();
      assertThat(masked).hasSameSizeAs(lines).endsWith("Traceback (most recent call last):");
    }
  }

  @Test
  void privateKeysAreReplacedFromTheirFirstLineToTheirLast() {
    MadeUpSecrets made = new MadeUpSecrets(14);
    for (int round = 0; round < 25; round++) {
      List<String> key = made.privateKey();
      String whole = String.join("\n", key);
      List<String> broken = new ArrayList<>(List.of("before"));
      broken.addAll(key);
      broken.add("after");
      List<String> headless = new ArrayList<>(key.subList(1, 6));
      String prefix = "2026-01-02 ERROR app: ";
      List<String> logged = key.stream().map(l -> prefix + l).toList();
      for (List<String> lines :
          List.of(
              broken,
              headless,
              logged,
              key.subList(0, 4),
              List.of(whole.replace("\n", "\\n") + whole.replace("\n", "\\n")))) {
        String masked = String.join("\n", Secrets.maskLines(lines));
        for (String line : key.subList(1, 5)) {
          assertThat(MadeUpSecrets.pieceIn(masked, line, 8)).as("%s", lines).isEmpty();
        }
      }
      assertThat(Secrets.maskLines(broken)).startsWith("before").endsWith("after");
    }
  }

  @Test
  void whatFollowsAKeyWithoutAnEndIsStillRead() {
    List<String> lines =
        List.of(
            "-----BEGIN RSA PRIVATE KEY-----",
            "MIIEowIBAAKCAQEA7bq3xXk1vQv0Zk3o9rJmY2pQh8T5sNfLwGdEuRiXcVbAaSdF",
            "An error occurred (AccessDenied) when calling the GetObject operation: Denied");
    assertThat(Secrets.maskLines(lines)).endsWith(lines.getLast());
  }
}

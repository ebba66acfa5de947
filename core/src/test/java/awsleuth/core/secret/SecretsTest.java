package awsleuth.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE" + "aB3/".repeat(60) + "==";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws_secret_access_key = %s",
        "AWS_SECRET_ACCESS_KEY=%s",
        "export AWS_SECRET_ACCESS_KEY=\"%s\"",
        "'SecretAccessKey': '%s'",
        "\"SecretAccessKey\":\"%s\",\"x\":1",
        "\\\"SecretAccessKey\\\": \\\"%s\\\"",
        "AWS_SESSION_TOKEN: %s",
        "'X-Amz-Security-Token': b'%s', 'a': 1",
        "https://b.s3.amazonaws.com/k?X-Amz-Signature=%s&X-Amz-Date=1",
        "Authorization=AWS4-HMAC-SHA256 Credential=x/y, SignedHeaders=host, Signature=%s",
        "proxy http://user:%s@proxy.example.com:3128/",
        "proxy http://user:a@b#%s@proxy.example.com:3128/?at=x@y",
        "Authorization: Bearer %s",
        "{'SecretString': '%s', 'Name': 'db'}",
        "\"accessToken\": \"%s\"",
        "Invalid header value b'AWS4%s'",
        "the value is %s."
      })
  void noSecretComesOut(String frame) {
    for (String secret : new String[] {SECRET, TOKEN}) {
      String masked = Secrets.mask(frame.formatted(secret));
      assertThat(masked).doesNotContain(secret.substring(8, 30)).contains(Secrets.MASK);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "custom-process: ERROR: vault token expired, secret=%s; run: vault login",
        "login failed: user=app, pass=%s",
        "pwd='%s' refused",
        "token=%s, retry"
      })
  void whatAProgramSaysItWasGivenIsASecret(String frame) {
    String masked = Secrets.mask(frame.formatted("hunter2secretvalue"));
    assertThat(masked).isEqualTo(frame.formatted(Secrets.MASK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET=%s",
        "GITHUB_TOKEN=%s exit 1",
        "DB_PASS='%s'",
        "DBPASS=%s",
        "JWT=%s",
        "STRIPE_SK=%s",
        "{\"SMTP_PASS\": \"%s\", \"STAGE\": \"prod\"}",
        "ENCRYPTION_KEY=%s",
        "SENTRY_DSN=%s next"
      })
  void aVariableThatIsNamedForASecretHasOneHoweverShort(String frame) {
    assertThat(Secrets.mask(frame.formatted("Val25X"))).isEqualTo(frame.formatted(Secrets.MASK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TOKEN_FILE=/var/run/token",
        "DB_SECRET=arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
        "DB_PASS={{resolve:secretsmanager:db}}",
        "BYPASS=always",
        "SECRETS_MANAGER_ENDPOINT=http://127.0.0.1:4566",
        "AWS_REGION=eu-west-1"
      })
  void aVariableThatSaysWhereASecretIsHasNone(String text) {
    assertThat(Secrets.mask(text)).isEqualTo(text);
  }

  @Test
  void aWebhookIsASecretAndSoIsWhatASentenceCallsAPassword() {
    assertThat(Secrets.mask("POST https://hooks.slack.com/services/T00/B00/Xyz123 failed"))
        .isEqualTo("POST https://hooks.slack.com/services/(secret) failed");
    assertThat(Secrets.mask("Set password to \"Pass25Secret\" for ann"))
        .isEqualTo("Set password to \"(secret)\" for ann");
    assertThat(Secrets.mask("the password is \"required\"")).contains("required");
  }

  @Test
  void aCredentialProcessPrintsSecretsOfLettersAlone() {
    String line = "Error when retrieving credentials from custom-process: bad secret=%s, see vault";
    assertThat(Secrets.mask(line.formatted("correcthorse")))
        .isEqualTo(line.formatted(Secrets.MASK));
  }

  @Test
  void whatARefusalRepeatsOfAPasswordDoesNotComeOut() {
    assertThat(Secrets.mask("Value 'Super'Pw!99' at 'user.password' failed to satisfy constraint"))
        .isEqualTo("Value '(secret)' at 'user.password' failed to satisfy constraint");
    assertThat(Secrets.mask("Value 'fast' at 'speed' failed")).contains("fast");
    assertThat(
            Secrets.mask(
                "Invalid type for parameter MasterUserPassword, value: 123, type: <class 'int'>"))
        .isEqualTo(
            "Invalid type for parameter MasterUserPassword, value: (secret), type: <class 'int'>");
    assertThat(Secrets.mask("f(Password=json.dumps('hunter2'), a=1)"))
        .isEqualTo("f(Password=json.dumps('(secret)'), a=1)");
    assertThat(Secrets.mask("f(Password=json.dumps('<Password>'))"))
        .isEqualTo("f(Password=json.dumps('<Password>'))");
    assertThat(Secrets.mask("f(Password=json.dumps(<Password>), a='b')"))
        .isEqualTo("f(Password=json.dumps(<Password>), a='b')");
    assertThat(Secrets.mask("(<Password>hunter2)")).isEqualTo("(<Password>(secret)");
    assertThat(Secrets.mask("get_object(SSECustomerKey=\"c2VjcmV0\", SSECustomerKeyMD5='m5')"))
        .isEqualTo("get_object(SSECustomerKey=\"(secret)\", SSECustomerKeyMD5='m5')");
  }

  @Test
  void aPasswordIsKnownAgainWhereItStandsWithoutItsName() {
    List<String> lines =
        List.of("it got Tr0ub4dor", "+ aws x --master-user-password Tr0ub4dor --engine postgres8");
    assertThat(Secrets.maskLines(lines))
        .containsExactly(
            "it got (secret)", "+ aws x --master-user-password (secret) --engine postgres8");
    List<String> words = List.of("password=postgres", "no server at postgres:5432");
    assertThat(Secrets.maskLines(words)).endsWith("no server at postgres:5432");
    List<String> scheme = List.of("Authorization: AWS4-HMAC-SHA256", "use AWS4-HMAC-SHA256");
    assertThat(Secrets.maskLines(scheme)).endsWith("use AWS4-HMAC-SHA256");
  }

  @Test
  void theValueOfAParameterThatIsPutDoesNotComeOut() {
    for (String line :
        List.of(
            "ssm.put_parameter(Name='/db', Value='s3cr3tP@ss', Type='SecureString')",
            "ssm.put_parameter(Name='/db', Value='s3cr3tP@ss', Type='SecureStrin')",
            "$ aws ssm put-parameter --name /db --value s3cr3tP@ss --type SecureString",
            "{\"Name\": \"/db\", \"Type\": \"SecureString\", \"Value\": \"s3cr3tP@ss\"}")) {
      assertThat(Secrets.mask(line)).doesNotContain("s3cr3tP@ss").contains(Secrets.MASK);
    }
    List<String> lines =
        List.of("ssm.put_parameter(", "  Name='/db',", "  Value='s3cr3tP@ss',", ")", "Value='b'");
    assertThat(Secrets.maskLines(lines)).contains("  Value='(secret)',");
    assertThat(Secrets.maskLines(List.of("{\"Value\": \"s3cr3t\",", "\"Type\": \"SecureString\"}")))
        .startsWith("{\"Value\": \"(secret)\",");
    assertThat(Secrets.mask("Tags=[{'Key': 'team', 'Value': 'billing'}]")).contains("billing");
  }

  @Test
  void theTagsOfAParameterThatIsPutStay() {
    String put =
        "ssm.put_parameter(Name='/db/key', Tags=[{'Key': 'team', 'Value': 'billing'}, {'Key':"
            + " 'env', 'Value': 'prod'}], Value='s3cr3t-1', Type='SecureString')";
    assertThat(Secrets.mask(put))
        .contains("billing", "'prod'", "Value='(secret)'")
        .doesNotContain("s3cr3t");
    String command =
        "aws ssm put-parameter --name /db/key --tags Key=team,Value=billing Key=env,Value=prod"
            + " --value s3cr3t-1 --type SecureString";
    assertThat(Secrets.mask(command))
        .contains("Value=billing Key=env,Value=prod")
        .doesNotContain("s3cr3t");
    assertThat(Secrets.mask("put_parameter(KeyId='alias/x', Tags=[], Value='s3cr3t-1')"))
        .doesNotContain("s3cr3t");
  }

  @Test
  void theDigitsOfAPinDoNotComeOut() {
    assertThat(Secrets.mask("{\"user\":\"jo\",\"pin\":\"4711\",\"otp\": 123456}"))
        .isEqualTo("{\"user\":\"jo\",\"pin\":\"(secret)\",\"otp\": (secret)}");
    assertThat(Secrets.mask("{\"pin\": \"1.26.0\"}")).contains("1.26.0");
  }

  @Test
  void theRegionOfAParameterStaysInWhatTheServiceSays() {
    String arn = "not authorized on arn:aws:ssm:eu-west-1:111122223333:parameter/region";
    for (String region : List.of("eu-west-1", "us-gov-east-1", "ap-southeast-2", "eu-west-1a")) {
      String put = "ssm.put_parameter(Name='/region', Value='" + region + "')";
      String said = arn.replace("eu-west-1", region);
      assertThat(Secrets.maskLines(List.of(put, said))).endsWith(said);
    }
    String secret = "my-secret-pass-1";
    List<String> put = List.of("ssm.put_parameter(Value='" + secret + "')", "not " + secret);
    assertThat(Secrets.maskLines(put)).noneMatch(line -> line.contains(secret));
  }

  @Test
  void passwordsOfDataDoNotComeOut() {
    assertThat(Secrets.mask("{\"pass\":\"Winter2026!\",\"pwd\":\"q1w2e3r4\",\"dir\":\"a\"}"))
        .isEqualTo("{\"pass\":\"(secret)\",\"pwd\":\"(secret)\",\"dir\":\"a\"}");
    assertThat(Secrets.mask("{'pwd': '/srv/app'}")).contains("/srv/app");
    assertThat(Secrets.mask("Item={'id': {'S': '1'}, 'password_hash': {'S': '$2b$12$abc'}}"))
        .isEqualTo("Item={'id': {'S': '1'}, 'password_hash': {'S': '(secret)'}}");
    assertThat(Secrets.mask("assume_role(SerialNumber='m', TokenCode='123456')"))
        .isEqualTo("assume_role(SerialNumber='m', TokenCode='(secret)')");
  }

  @Test
  void accessKeyIdsAreShortened() {
    assertThat(Secrets.mask("key AKIAIOSFODNN7EXAMPLE and ASIAIOSFODNN7EXAMPLE"))
        .isEqualTo("key AKIA…MPLE and ASIA…MPLE");
    assertThat(Secrets.mask("Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/s3/aws4_request"))
        .isEqualTo("Credential=AKIA…MPLE/20260101/us-east-1/s3/aws4_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/password: hunter2x",
        "\"arn:aws:ssm:eu-west-1:111122223333:parameter/password\": \"hunter2x\"",
        "arn:aws:iam::111122223333:user/x password:hunter2x",
        "arn:aws:iam::111122223333:user/x,password:hunter2x",
        "arn:aws:iam::111122223333:user/x;password=hunter2x",
        "password=arn:hunter2x",
        "barn:a:b:c:d:password:hunter2x",
        "arn:a:password:hunter2x"
      })
  void aSecretBesideAnArnDoesNotComeOut(String text) {
    assertThat(Secrets.mask(text)).doesNotContain("hunter2x");
  }

  @Test
  void anyTextIsMaskedOnceAndForAll() {
    Random random = new Random(5);
    String alphabet = "aZ9/+= :'\"\\\nAKIAsecret_access_key=token";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(120); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String once = Secrets.mask(text.toString());
      assertThat(Secrets.mask(once)).isEqualTo(once);
    }
  }

  @Test
  void timeGrowsWithTheTextAlone() {
    int length = 300_000;
    List<String> hostile =
        List.of(
            "password=<",
            "password={",
            "password=An.",
            "token=",
            "://a:b",
            "://a:b@",
            "signature=\\\"",
            "password='\\\"",
            "--password ",
            "<Password>",
            "Bearer ",
            "('authorization', ",
            "-----BEGIN PRIVATE KEY-----",
            "aaaaaaaaaaaaaaaaaaaaaaaaa ",
            "AKIA",
            "%25",
            "%3D",
            "&amp;",
            "\\\\",
            "\"");
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String piece : hostile) {
            String text = piece.repeat(length / piece.length());
            Secrets.mask(text);
            Secrets.maskLines(List.of(text, text));
          }
        });
  }
}

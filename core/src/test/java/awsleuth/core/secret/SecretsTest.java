package awsleuth.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import awsleuth.testkit.MadeUpSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
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

  @Test
  void aCredentialProcessPrintsSecretsOfLettersAlone() {
    String line = "Error when retrieving credentials from custom-process: bad secret=%s, see vault";
    assertThat(Secrets.mask(line.formatted("correcthorse")))
        .isEqualTo(line.formatted(Secrets.MASK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client.create(secret=os.environ['KEY2'], token=next_page)",
        "rotate(secret=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-1)",
        "secret=get_secret2(name)",
        "pass=12345678",
        "secret=prod/db-2",
        "token=$TOKEN2VALUE"
      })
  void whatIsNoValueStays(String line) {
    assertThat(Secrets.mask(line)).isEqualTo(line);
  }

  @Test
  void wordsAboutASecretAreNone() {
    for (String line :
        List.of(
            "what IAM's simulator says of secretsmanager:GetSecretValue: SimulatePrincipalPolicy"
                + " gives 500",
            "CloudTrail's events of GetSecretValue: LookupEvents gives 500",
            "/etc/passwd: is no diagnosis")) {
      assertThat(Secrets.mask(line)).isEqualTo(line);
    }
    assertThat(Secrets.mask("GetSecretValue: hunter2x")).doesNotContain("hunter2x");
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
  void aPlaceholderInQuotesIsNoTag() {
    String call = "create(SecretString='<SecretString>', \"Password\": \"<Password>\", Name='n')";
    assertThat(Secrets.mask(call)).isEqualTo(call);
    assertThat(Secrets.mask("'<Password>hunter2</Password>'")).doesNotContain("hunter2");
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
        "The security token included in the request is invalid.",
        "SSOProviderInvalidToken: the SSO session has expired or is invalid",
        "KeyError: 'aws_secret_access_key'",
        "Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY",
        "AWS_SECRET_ACCESS_KEY=****************",
        "commit 3f1d07c26b584e90a1c720d94e8bb67a3f1d07c2",
        "  File \"/usr/lib/python3.12/site-packages/botocore/client.py\", line 601, in _api_call",
        "arn:aws:iam::111122223333:role/service-role/AmazonEC2RoleforSSM",
        "audit/AWSLogs/123456789012/CloudTrail/eu-west-1/2026/11/18/a.json",
        "The request signature we calculated does not match the signature you provided.",
        "Signature expired: 20161003T144307Z is now earlier than 20161003T145643Z"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(Secrets.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:finance/payroll-Zz99Yy",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/database-Ab12Cd",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:my-service/database/password-a1B2c3",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:MyAppDatabaseSecret-a1B2c3",
        "arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:prod/api/stripe-Xy12Zw",
        "arn:aws:secretsmanager:*:*:secret:finance/payroll-2024-??????",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3:password:AWSCURRENT:",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:d:token::9d4cb84b-ad69-40c0-a0ab-cea3",
        "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db/password",
        "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/api-token",
        "arn:aws:sns:eu-west-1:111122223333:reset-token:6b0e71bd-7e97-4d97-80ce-4a0994e55286",
        "arn:aws:lambda:eu-west-1:111122223333:function:get-access-token:live2",
        "arn:aws:lambda:eu-west-1:111122223333:function:check-password:$LATEST",
        "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/password:log-stream:2026/1/a1B2",
        "arn:aws:rds:eu-west-1:111122223333:secret:x1y2z3-a4B5c6D7-e8F9"
      })
  void anArnIsNoSecretWhateverItsWordsAre(String arn) {
    for (String frame :
        List.of(
            "is not authorized to perform: secretsmanager:GetSecretValue on resource: %s because",
            "\"Resource\": \"%s\"",
            "{\"secretARN\":\"%s\",\"a\":1}",
            "    SecretId='%s')",
            "aws secretsmanager get-secret-value --secret-id %s")) {
      String line = frame.formatted(arn);
      assertThat(Secrets.mask(line)).isEqualTo(line);
    }
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
          SecretsTest::json,
          t -> json(json(t)),
          t -> json(json(json(t))),
          SecretsTest::url,
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

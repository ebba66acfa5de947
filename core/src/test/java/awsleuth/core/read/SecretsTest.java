package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

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
        "KeyError: 'aws_secret_access_key'",
        "Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY",
        "AWS_SECRET_ACCESS_KEY=****************",
        "commit 3f1d07c26b584e90a1c720d94e8bb67a3f1d07c2",
        "  File \"/usr/lib/python3.12/site-packages/botocore/client.py\", line 601, in _api_call",
        "arn:aws:iam::111122223333:role/service-role/AmazonEC2RoleforSSM",
        "The request signature we calculated does not match the signature you provided.",
        "Signature expired: 20161003T144307Z is now earlier than 20161003T145643Z"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(Secrets.mask(text)).isEqualTo(text);
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
  void secretsOverSeveralLinesAreReplacedToTheirEnd() {
    String body = "MIIEowIBAAKCAQEA7bq3xXk1vQv0Zk3o9rJmY2pQh8T5sNfLwGdEuRiXcVbAaSdF";
    String rest = "aB3xY7kQ9mN2pR5sT8vW1zC4eF6hJ0lM";
    String text =
        "-----BEGIN RSA PRIVATE KEY-----\n"
            + body
            + "\n"
            + body
            + "\n-----END RSA PRIVATE KEY-----\nafter\n"
            + "AWS_SESSION_TOKEN="
            + TOKEN
            + "\n"
            + rest
            + "\nafter too\n";
    StringBuilder shown = new StringBuilder();
    FoldedSecrets.mask(Documents.lines(text)).forEach(l -> shown.append(l.text()).append('\n'));
    assertThat(shown.toString())
        .doesNotContain(body)
        .doesNotContain(rest)
        .contains("after\n")
        .contains("after too");
  }
}

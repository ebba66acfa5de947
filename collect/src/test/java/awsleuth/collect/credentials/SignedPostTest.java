package awsleuth.collect.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.credentials.Keys;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the SDK signs for STS is what AWS's page describes. */
class SignedPostTest {

  private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private static Map<String, String> signed(Keys keys) {
    return new SignedPost(
            "https://sts.eu-west-1.amazonaws.com:8443/",
            Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
            "Action=AssumeRole&RoleSessionName=a%2Bb")
        .signed(keys, "eu-west-1", NOW);
  }

  private static String expected(Map<String, String> headers, String body) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    String authorization = String.valueOf(all.remove("Authorization"));
    String names = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
    Map<String, String> lower = new TreeMap<>();
    all.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    lower.put("host", "sts.eu-west-1.amazonaws.com:8443");
    Map<String, String> counted = new LinkedHashMap<>();
    for (String name : names.split(";")) {
      counted.put(name, lower.get(name));
    }
    return new SignatureV4("AKIDEXAMPLE", SECRET, "eu-west-1", "sts")
        .header("POST", "/", counted, body);
  }

  @Test
  void theSignatureIsThatOfThePage() {
    Map<String, String> headers = signed(new Keys("AKIDEXAMPLE", SECRET, null, null));
    assertThat(headers.get("Authorization"))
        .contains("host;", "x-amz-date")
        .isEqualTo(expected(headers, "Action=AssumeRole&RoleSessionName=a%2Bb"));
    assertThat(headers).containsEntry("X-Amz-Date", "20150830T123600Z").doesNotContainKey("Host");
  }

  @Test
  void theTokenIsSentAndSigned() {
    Map<String, String> headers = signed(new Keys("AKIDEXAMPLE", SECRET, "a-token", null));
    assertThat(headers).containsEntry("X-Amz-Security-Token", "a-token");
    assertThat(headers.get("Authorization"))
        .contains("x-amz-security-token")
        .isEqualTo(expected(headers, "Action=AssumeRole&RoleSessionName=a%2Bb"));
  }
}

package awsleuth.collect.credentials;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature as the page of AWS describes it, which that of the SDK is compared with; of a
 * request that has no query.
 *
 * @param accessKey the access key id
 * @param secretKey the secret access key
 * @param region such as {@code eu-west-1}
 * @param service such as {@code sts}
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     Create a signed AWS API request</a>
 */
record SignatureV4(String accessKey, String secretKey, String region, String service) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static String time(Instant now) {
    return TIME.format(now);
  }

  /**
   * The {@code Authorization} header.
   *
   * @param path of the URL, {@code /} at least
   * @param headers those that are signed, by name, {@code X-Amz-Date} among them
   */
  String header(String method, String path, Map<String, String> headers, String body) {
    Map<String, String> sorted = new TreeMap<>();
    headers.forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value.strip()));
    String time = sorted.getOrDefault("x-amz-date", "");
    String date = time.substring(0, Math.min(8, time.length()));
    String names = String.join(";", sorted.keySet());
    String request =
        method
            + "\n"
            + path
            + "\n\n"
            + sorted.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue() + "\n")
                .collect(Collectors.joining())
            + "\n"
            + names
            + "\n"
            + hash(body);
    String scope = date + "/" + region + "/" + service + "/aws4_request";
    String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hash(request);
    byte[] key = mac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), date);
    key = mac(mac(mac(key, region), service), "aws4_request");
    return "AWS4-HMAC-SHA256 Credential="
        + accessKey
        + "/"
        + scope
        + ", SignedHeaders="
        + names
        + ", Signature="
        + HexFormat.of().formatHex(mac(key, toSign));
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no HMAC-SHA256", e);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SignatureV4";
  }
}

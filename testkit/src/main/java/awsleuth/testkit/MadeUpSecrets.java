package awsleuth.testkit;

import java.util.List;
import java.util.Random;

/** Secrets as AWS makes them, made up. */
public final class MadeUpSecrets {

  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String HEX = "0123456789abcdef";
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#%*?~^.-_";

  private final Random random;

  /** Makes the same secrets for the same seed. */
  public MadeUpSecrets(long seed) {
    random = new Random(seed);
  }

  /** The randomness that the secrets come from. */
  public Random random() {
    return random;
  }

  /** A secret access key; all but one in a thousand have a digit, so has this. */
  public String secretKey() {
    return of(BASE64, 20) + random.nextInt(10) + of(BASE64, 19);
  }

  /** A session token of STS, an access token of SSO or a JWT. */
  public String token() {
    return switch (random.nextInt(4)) {
      case 0 -> "IQoJb3JpZ2luX2Vj" + of(BASE64, 300) + "==";
      case 1 -> "FwoGZXIvYXdz" + of(BASE64, 200) + "=";
      case 2 -> "aoaAAAAA" + of(BASE64, 120) + ":" + of(BASE64, 100);
      default -> "eyJ" + of(BASE64, 60) + "." + of(BASE64, 80) + "." + of(BASE64, 43);
    };
  }

  /** A signature of version 4. */
  public String signature() {
    return of(HEX, 64);
  }

  /** A password without blanks and quotes. */
  public String password() {
    return of(PLAIN, 12 + random.nextInt(12));
  }

  /** The lines of a private key. */
  public List<String> privateKey() {
    String kind = List.of("RSA ", "EC ", "OPENSSH ", "ENCRYPTED ", "").get(random.nextInt(5));
    return List.of(
        "-----BEGIN " + kind + "PRIVATE KEY-----",
        of(BASE64, 64),
        of(BASE64, 64),
        of(BASE64, 64),
        of(BASE64, 22) + "==",
        "-----END " + kind + "PRIVATE KEY-----");
  }

  private String of(String alphabet, int length) {
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }

  /**
   * A piece of a secret that a text still has; empty where it has none. Pieces are letters and
   * digits, which no escaping changes.
   */
  public static String pieceIn(String text, String secret, int length) {
    int run = 0;
    for (int i = 0; i < secret.length(); i++) {
      run = Character.isLetterOrDigit(secret.charAt(i)) ? run + 1 : 0;
      if (run >= length && text.contains(secret.substring(i + 1 - length, i + 1))) {
        return secret.substring(i + 1 - length, i + 1);
      }
    }
    return "";
  }
}

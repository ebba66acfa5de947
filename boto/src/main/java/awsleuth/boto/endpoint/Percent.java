package awsleuth.boto.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent-encodes texts as botocore does, by their UTF-8. */
final class Percent {

  private Percent() {}

  /** Keeps letters, digits, dash, dot, underscore and tilde. */
  static String encode(String text) {
    return encode(text, "");
  }

  /** Keeps slashes too. */
  static String quote(String text) {
    return encode(text, "/");
  }

  /** Keeps the characters of a text too. */
  static String encode(String text, String safe) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean kept =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~".indexOf(c) >= 0
              || safe.indexOf(c) >= 0;
      encoded.append(kept ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return encoded.toString();
  }
}

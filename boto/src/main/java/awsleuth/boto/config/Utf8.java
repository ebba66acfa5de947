package awsleuth.boto.config;

import awsleuth.boto.Raised;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * UTF-8 as Python decodes it.
 *
 * @see <a href="https://docs.python.org/3.11/library/exceptions.html#UnicodeDecodeError">
 *     UnicodeDecodeError</a>
 */
public final class Utf8 {

  private Utf8() {}

  /** What bytes are. */
  public sealed interface Decoded {}

  /** Text. */
  public record Text(String text) implements Decoded {}

  /**
   * Not UTF-8.
   *
   * @param line of the first byte that is not, from 1
   * @param error what Python raises
   */
  public record NotText(int line, Raised error) implements Decoded {}

  /** Decodes bytes that are read at once. */
  public static Decoded decode(byte[] bytes) {
    int i = 0;
    int line = 1;
    while (i < bytes.length) {
      line += bytes[i] == '\n' ? 1 : 0;
      int good = length(bytes, i);
      if (good <= 0) {
        return new NotText(line, error(bytes, i, -good));
      }
      i += good;
    }
    return new Text(new String(bytes, StandardCharsets.UTF_8));
  }

  /** How many bytes the character at a place has; if it is none, less than one: how many fit. */
  private static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int wanted = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (wanted == 0 || first > 0xf4) {
      return 0;
    }
    for (int n = 1; n < wanted; n++) {
      if (at + n >= bytes.length || !follows(first, n, bytes[at + n] & 0xff)) {
        return -n;
      }
    }
    return wanted;
  }

  private static boolean follows(int first, int n, int next) {
    int least = n == 1 && first == 0xe0 ? 0xa0 : n == 1 && first == 0xf0 ? 0x90 : 0x80;
    int most = n == 1 && first == 0xed ? 0x9f : n == 1 && first == 0xf4 ? 0x8f : 0xbf;
    return next >= least && next <= most;
  }

  private static Raised error(byte[] bytes, int at, int fits) {
    String reason =
        fits == 0
            ? "invalid start byte"
            : at + fits >= bytes.length ? "unexpected end of data" : "invalid continuation byte";
    String where =
        fits <= 1
            ? String.format(Locale.ROOT, "byte 0x%02x in position %d", bytes[at] & 0xff, at)
            : "bytes in position " + at + "-" + (at + fits - 1);
    return new Raised("UnicodeDecodeError", "'utf-8' codec can't decode " + where + ": " + reason);
  }
}

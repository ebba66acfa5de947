package awsleuth.trail.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Strings of bytes in UTF-8. What repeats is made once: the last text for each hash is kept, at
 * most {@link #SIZE} of {@link #LONGEST} bytes.
 */
final class Texts {

  private static final int SIZE = 1 << 13;
  private static final int LONGEST = 300;

  private final byte[] @Nullable [] bytes = new byte[SIZE][];
  private final String[] strings = new String[SIZE];

  /** A string that is seldom seen again. */
  static String once(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.UTF_8);
  }

  /** A string that is seen often. */
  String often(byte[] b, int from, int to) {
    if (to - from > LONGEST) {
      return once(b, from, to);
    }
    int at = Words.hash(b, from, to) & (SIZE - 1);
    byte[] known = bytes[at];
    if (known != null && Arrays.equals(known, 0, known.length, b, from, to)) {
      return strings[at];
    }
    String text = once(b, from, to);
    bytes[at] = Arrays.copyOfRange(b, from, to);
    strings[at] = text;
    return text;
  }

  /** The id of a name that has escapes in it. */
  static int id(byte[] b, int from, int to) {
    byte[] plain = Padded.utf8(Escapes.undone(b, from, to));
    return Names.find(plain, 0, plain.length - Words.PADDING);
  }
}

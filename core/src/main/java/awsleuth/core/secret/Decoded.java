package awsleuth.core.secret;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text with its escapes undone: URL encoding, the escapes of JSON and Python (a backslash before
 * {@code u}, {@code x} or a slash) and the entities of HTML, also where one was put on another.
 * Only ASCII is decoded; each place knows where it stands in the original.
 *
 * @param text the decoded text
 * @param positions by index in the text: the place in the original; one more for its end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Decoded(String text, int[] positions) {

  private static final int ROUNDS = 3;
  private static final String[] ENTITIES = {"quot;", "amp;", "lt;", "gt;", "apos;", "#39;", "#34;"};
  private static final String CHARACTERS = "\"&<>''\"";

  /** The decoded text; null where there is nothing to decode. */
  static @Nullable Decoded of(String original) {
    Decoded last = null;
    for (int i = 0; i < ROUNDS; i++) {
      Decoded next = once(last == null ? original : last.text);
      if (next == null) {
        break;
      }
      last = last == null ? next : next.over(last);
    }
    return last;
  }

  /** Where a place stands in the original text. */
  int position(int index) {
    return positions[index];
  }

  private Decoded over(Decoded inner) {
    int[] all = new int[positions.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = inner.positions[positions[i]];
    }
    return new Decoded(text, all);
  }

  private static @Nullable Decoded once(String t) {
    if (t.indexOf('%') < 0 && t.indexOf('\\') < 0 && t.indexOf('&') < 0) {
      return null;
    }
    StringBuilder out = new StringBuilder(t.length());
    int[] at = new int[t.length() + 1];
    for (int i = 0; i < t.length(); ) {
      int length = escapeLength(t, i);
      at[out.length()] = i;
      out.append(length == 0 ? t.charAt(i) : decoded(t, i, length));
      i += Math.max(1, length);
    }
    at[out.length()] = t.length();
    return out.length() == t.length()
        ? null
        : new Decoded(out.toString(), Arrays.copyOf(at, out.length() + 1));
  }

  /** The length of the escape that begins at a place; 0 where none does. */
  private static int escapeLength(String t, int i) {
    return switch (t.charAt(i)) {
      case '%' -> isText(hex(t, i + 1, 2)) ? 3 : 0;
      case '&' -> entity(t, i + 1) < 0 ? 0 : 1 + ENTITIES[entity(t, i + 1)].length();
      case '\\' -> backslash(t, i);
      default -> 0;
    };
  }

  private static int backslash(String t, int i) {
    char next = i + 1 < t.length() ? t.charAt(i + 1) : ' ';
    return switch (next) {
      case '/' -> 2;
      case 'u' -> isText(hex(t, i + 2, 4)) ? 6 : 0;
      case 'x' -> isText(hex(t, i + 2, 2)) ? 4 : 0;
      default -> 0;
    };
  }

  private static char decoded(String t, int i, int length) {
    return switch (t.charAt(i)) {
      case '&' -> CHARACTERS.charAt(entity(t, i + 1));
      case '%' -> (char) hex(t, i + 1, 2);
      default -> length == 2 ? '/' : (char) hex(t, i + 2, length - 2);
    };
  }

  private static int entity(String t, int from) {
    for (int i = 0; i < ENTITIES.length; i++) {
      if (t.startsWith(ENTITIES[i], from)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isText(int code) {
    return (code >= ' ' && code < 127) || code == '\n' || code == '\t' || code == '\r';
  }

  private static int hex(String t, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < t.length() ? Character.digit(t.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}

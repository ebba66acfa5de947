package awsleuth.trail.read;

import java.nio.charset.StandardCharsets;

/** JSON's escapes (RFC 8259, section 7). */
final class Escapes {

  private Escapes() {}

  /** The text of a string without its marks. What is no escape stays as it is. */
  static String undone(byte[] b, int from, int to) {
    String text = new String(b, from, to - from, StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (int next = text.indexOf('\\'); next >= 0; next = text.indexOf('\\', at)) {
      out.append(text, at, next);
      at = next + one(text, next, out);
    }
    return out.append(text, at, text.length()).toString();
  }

  /** Adds what the escape at a place stands for; how long it is. */
  private static int one(String text, int at, StringBuilder out) {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    switch (kind) {
      case '"', '\\', '/' -> out.append(kind);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> {
        int unit = unit(text, at + 2);
        if (unit < 0) {
          out.append("\\u");
        } else {
          out.append((char) unit);
          return 6;
        }
      }
      default -> {
        out.append('\\');
        return 1;
      }
    }
    return 2;
  }

  private static int unit(String text, int at) {
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}

package awsleuth.boto.python;

import java.util.ArrayList;
import java.util.List;

/** What Python takes for space, also as {@code \s} of a pattern, and for the end of a line. */
public final class PythonSpaces {

  private PythonSpaces() {}

  /** As {@code str.isspace} of one character. */
  public static boolean isSpace(int c) {
    return (c >= '\t' && c <= '\r')
        || (c >= 0x1c && c <= ' ')
        || c == 0x85
        || (c > 0x85 && Character.isSpaceChar(c));
  }

  /** Whether a text has no space. */
  public static boolean none(String text) {
    return text.codePoints().noneMatch(PythonSpaces::isSpace);
  }

  /** How many spaces stand first. */
  public static int indent(String text) {
    int i = 0;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** As {@code str.strip}. */
  public static String strip(String text) {
    return stripEnd(text).substring(Math.min(indent(text), stripEnd(text).length()));
  }

  /** As {@code str.rstrip}. */
  public static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** As {@code str.splitlines}. */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '\n' && c <= '\r')
          || (c >= '\u001c' && c <= '\u001e')
          || c == '\u0085'
          || c == '\u2028'
          || c == '\u2029') {
        lines.add(text.substring(start, i));
        start = i + 1;
      }
    }
    lines.add(text.substring(start));
    return lines;
  }
}

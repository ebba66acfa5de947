package awsleuth.boto.config;

import java.util.ArrayList;
import java.util.List;

/** What Python takes for space and for the end of a line. */
final class PythonText {

  private PythonText() {}

  /** As {@code str.isspace}. */
  static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || (c >= '\u001c' && c <= ' ')
        || c == '\u0085'
        || c == '\u00a0'
        || Character.getType(c) == Character.SPACE_SEPARATOR
        || c == '\u2028'
        || c == '\u2029';
  }

  /** How many spaces stand first. */
  static int indent(String text) {
    int i = 0;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static String strip(String text) {
    return stripEnd(text).substring(Math.min(indent(text), stripEnd(text).length()));
  }

  static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** As {@code str.splitlines}. */
  static List<String> lines(String text) {
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

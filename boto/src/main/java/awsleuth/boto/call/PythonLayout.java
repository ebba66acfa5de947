package awsleuth.boto.call;

import java.util.ArrayList;
import java.util.List;

/** Long expressions of Python over several lines: what is in a bracket, each element in its own. */
final class PythonLayout {

  private static final int STEP = 4;

  private PythonLayout() {}

  /**
   * An argument or an element, in lines where it is too long for one.
   *
   * @param indent spaces before it
   */
  static String of(String text, int indent) {
    int open = opening(text);
    int close = open < 0 ? -1 : closing(text, open);
    boolean whole = close >= 0 && text.substring(close + 1).isBlank();
    if (indent + text.length() < CallText.WIDTH || text.indexOf('\n') >= 0 || !whole) {
      return text;
    }
    List<String> elements = elements(text.substring(open + 1, close));
    if (text.charAt(open) == '(' || elements.isEmpty() || text.contains(" for ")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.substring(0, open + 1));
    String before = "\n" + " ".repeat(indent + STEP);
    elements.forEach(e -> out.append(before).append(of(e, indent + STEP)).append(','));
    return out.append("\n").append(" ".repeat(indent)).append(text.charAt(close)).toString();
  }

  /** The first bracket that is in no string; negative where there is none. */
  private static int opening(String text) {
    for (int i = 0; i < text.length(); i = next(text, i)) {
      if ("([{".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i = next(text, i)) {
      depth += depth(text.charAt(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int depth(char c) {
    return "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
  }

  private static List<String> elements(String inside) {
    List<String> elements = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < inside.length(); i = next(inside, i)) {
      depth += depth(inside.charAt(i));
      if (depth == 0 && inside.charAt(i) == ',') {
        elements.add(inside.substring(start, i).strip());
        start = i + 1;
      }
    }
    elements.add(inside.substring(start).strip());
    elements.removeIf(String::isEmpty);
    return elements;
  }

  /** The place behind a character, or behind the string that begins there. */
  private static int next(String text, int at) {
    char quote = text.charAt(at);
    if (quote != '\'' && quote != '"') {
      return at + 1;
    }
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return text.length();
  }
}

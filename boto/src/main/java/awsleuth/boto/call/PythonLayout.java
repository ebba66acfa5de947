package awsleuth.boto.call;

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
    int open = PythonBrackets.opening(text, 0);
    int close = open < 0 ? -1 : PythonBrackets.closing(text, open, text.length());
    boolean whole = close >= 0 && text.substring(close + 1).isBlank();
    if (indent + text.length() < CallText.WIDTH || text.indexOf('\n') >= 0 || !whole) {
      return text;
    }
    List<String> elements = PythonBrackets.elements(text, open + 1, close);
    elements.removeIf(String::isEmpty);
    if (text.charAt(open) == '(' || elements.isEmpty() || text.contains(" for ")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.substring(0, open + 1));
    String before = "\n" + " ".repeat(indent + STEP);
    elements.forEach(e -> out.append(before).append(of(e, indent + STEP)).append(','));
    return out.append("\n").append(" ".repeat(indent)).append(text.charAt(close)).toString();
  }
}

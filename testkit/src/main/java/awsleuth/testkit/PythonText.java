package awsleuth.testkit;

/** A text as Python would split it: enough to see what stands outside of strings and comments. */
public final class PythonText {

  private PythonText() {}

  /**
   * What stands outside of strings and comments; a string becomes {@code ""}.
   *
   * @throws IllegalArgumentException where a string is not closed on its line
   */
  public static String code(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '#') {
        int line = text.indexOf('\n', i);
        i = line < 0 ? text.length() : line;
        out.append('\n');
      } else if (c == '\'' || c == '"') {
        i = close(text, i);
        out.append("\"\"");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Where the string that opens here is closed. */
  private static int close(String text, int open) {
    for (int i = open + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == text.charAt(open)) {
        return i;
      }
    }
    throw new IllegalArgumentException("a string is not closed: " + text);
  }
}

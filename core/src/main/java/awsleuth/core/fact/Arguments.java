package awsleuth.core.fact;

import awsleuth.boto.call.PythonBrackets;
import java.util.List;

/**
 * The arguments of one call in a line of Python, those of calls within them apart.
 *
 * @param texts each as it is written, without blanks around it
 * @param isWhole whether the line goes on to the closing parenthesis
 */
record Arguments(List<String> texts, boolean isWhole) {

  private static final int LONGEST = 10_000;

  /** The arguments after an opening parenthesis, as far as the line has them. */
  static Arguments after(String code, int open) {
    int limit = Math.min(code.length(), open + LONGEST);
    int close = PythonBrackets.closing(code, open, limit);
    int end = close < 0 ? Math.max(open + 1, limit) : close;
    return new Arguments(PythonBrackets.elements(code, open + 1, end), close >= 0);
  }

  /** Those of one text that is no call. */
  static Arguments of(String text) {
    return new Arguments(List.of(text), true);
  }

  /** Whether one has this name, or may have it: among those of a dictionary or on another line. */
  boolean mayName(String name) {
    return !isWhole
        || texts.stream()
            .anyMatch(t ->
                t.startsWith("**")
                    || (t.startsWith(name) && t.substring(name.length()).strip().startsWith("=")));
  }

  /** The text of a quoted argument at a place; empty where there is none, or no literal. */
  String literal(int place) {
    String text = place >= 0 && place < texts.size() ? texts.get(place) : "";
    char quote = text.length() > 2 ? text.charAt(0) : ' ';
    boolean quoted = (quote == '"' || quote == '\'') && text.indexOf(quote, 1) == text.length() - 1;
    return quoted ? text.substring(1, text.length() - 1) : "";
  }
}

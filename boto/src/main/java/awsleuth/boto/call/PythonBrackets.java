package awsleuth.boto.call;

import java.util.ArrayList;
import java.util.List;

/**
 * Brackets in a line of Python, those in strings passed over; the line may end before they are
 * closed.
 */
public final class PythonBrackets {

  private PythonBrackets() {}

  /** The first bracket that opens from a place on; negative where there is none. */
  public static int opening(String code, int from) {
    for (int i = from; i < code.length(); i = next(code, i)) {
      if (depth(code.charAt(i)) > 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Where a bracket is closed; negative where it is not before a limit.
   *
   * @param open the place of the bracket
   */
  public static int closing(String code, int open, int limit) {
    int depth = 0;
    for (int i = open; i < limit; i = next(code, i)) {
      depth += depth(code.charAt(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** What commas part between two places, without blanks around; nothing behind the last comma. */
  public static List<String> elements(String code, int from, int to) {
    List<String> elements = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int i = from; i < to; i = next(code, i)) {
      depth += depth(code.charAt(i));
      if (depth == 0 && code.charAt(i) == ',') {
        elements.add(code.substring(start, i).strip());
        start = i + 1;
      }
    }
    String last = code.substring(Math.min(start, to), to).strip();
    if (!last.isEmpty()) {
      elements.add(last);
    }
    return elements;
  }

  private static int depth(char c) {
    return "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
  }

  /** The place behind a character, or behind the string that begins there. */
  private static int next(String code, int at) {
    char quote = code.charAt(at);
    if (quote != '\'' && quote != '"') {
      return at + 1;
    }
    for (int i = at + 1; i < code.length(); i++) {
      if (code.charAt(i) == '\\') {
        i++;
      } else if (code.charAt(i) == quote) {
        return i + 1;
      }
    }
    return code.length();
  }
}

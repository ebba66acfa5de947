package awsleuth.core.read.text;

/**
 * Takes the decoration around a line away: box drawing of rich and Terraform, pytest's {@code E},
 * quote and comment marks, trailing padding.
 */
public final class Decoration {

  private Decoration() {}

  /** A line without the frames and marks that a terminal, a debugger or a tool drew around it. */
  public static String strip(String line) {
    int end = line.length();
    while (end > 0 && isPadding(line.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    int content = 0;
    while (content < end && (isBox(line.charAt(content)) || isSpace(line.charAt(content)))) {
      if (isBox(line.charAt(content))) {
        start = content + 1;
      }
      content++;
    }
    if (start > 0 && start < end && line.charAt(start) == ' ') {
      start++;
    }
    String bare = line.substring(start, Math.max(start, end));
    return marks(bare);
  }

  /** Quote marks, comment marks, pytest's margin and the bars of exception groups. */
  private static String marks(String line) {
    if (line.length() > 2 && line.charAt(1) == ' ') {
      char c = line.charAt(0);
      if (c == '#' || c == '>' || c == 'E') {
        return line.substring(c == 'E' ? indentAfter(line) : 2);
      }
    }
    int bar = 0;
    while (bar < line.length() && line.charAt(bar) == ' ') {
      bar++;
    }
    if (bar < line.length() - 1 && line.charAt(bar) == '|' && line.charAt(bar + 1) == ' ') {
      return line.substring(bar + 2);
    }
    return line;
  }

  private static int indentAfter(String line) {
    int i = 1;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i >= 4 ? i : 0;
  }

  private static boolean isBox(char c) {
    return c >= '\u2500' && c <= '\u259f';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0';
  }

  private static boolean isPadding(char c) {
    return isSpace(c) || isBox(c);
  }
}

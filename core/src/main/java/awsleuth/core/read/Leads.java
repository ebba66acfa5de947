package awsleuth.core.read;

/** What stands before the text of a folded line: blanks, or what a log puts before each line. */
final class Leads {

  private static final int SHORTEST = 6;
  private static final int LONGEST = 160;

  private Leads() {}

  /** Where a line goes on with what the line before it says. */
  static int length(String before, String line) {
    int i = common(before, line);
    while (i < line.length() && isBlank(line.charAt(i))) {
      i++;
    }
    return i;
  }

  /** How much of two lines is the same mark of a log; digits may differ. */
  static int common(String a, String b) {
    int most = Math.min(LONGEST, Math.min(a.length(), b.length()));
    int digits = 0;
    int end = 0;
    for (int i = 0; i < most && isAlike(a.charAt(i), b.charAt(i)); i++) {
      char c = b.charAt(i);
      digits += Character.isDigit(c) ? 1 : 0;
      boolean mark = i > 0 && ":|]-".indexOf(b.charAt(i - 1)) >= 0;
      end = c == ' ' && (mark || digits >= 4) ? i + 1 : end;
    }
    return end < SHORTEST ? 0 : end;
  }

  private static boolean isAlike(char a, char b) {
    return a == b || (Character.isDigit(a) && Character.isDigit(b));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}

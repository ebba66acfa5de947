package awsleuth.app.terminal;

/** Marks of code in Markdown, which are longer than any run of backticks in the code. */
public final class Backticks {

  private static final int FENCE = 3;

  private Backticks() {}

  /** A block, which ends with its mark; white space around the code is left out. */
  public static String block(String code) {
    String mark = "`".repeat(Math.max(FENCE, longest(code) + 1));
    return mark + "\n" + code.strip() + "\n" + mark;
  }

  /** A span within a line; line breaks become spaces. */
  public static String span(String code) {
    String line = code.replace('\n', ' ').replace('\r', ' ');
    String mark = "`".repeat(longest(line) + 1);
    String pad = mark.length() > 1 || line.isBlank() ? " " : "";
    return mark + pad + line + pad + mark;
  }

  /** How many backticks stand one after another at most. */
  private static int longest(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}

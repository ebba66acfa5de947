package awsleuth.app.terminal;

import java.util.Map;

/**
 * What the output goes to.
 *
 * @param colour whether to colour
 * @param width columns to fold at, at most those of a line that is easy to read; 0 where lines are
 *     not folded, as in a pipe
 */
public record Screen(boolean colour, int width) {

  /** No terminal: no colours, lines as long as they are. */
  public static final Screen PIPE = new Screen(false, 0);

  private static final int NARROWEST = 40;
  private static final int USUAL = 80;
  private static final int WIDEST = 100;

  /**
   * The screen as the launcher and the environment tell it: the launcher sets {@code
   * awsleuth.columns} where standard output is a terminal; NO_COLOR (no-color.org) and TERM=dumb
   * turn colour off.
   */
  public static Screen of(Map<String, String> environment) {
    String columns = System.getProperty("awsleuth.columns", "");
    if (columns.isEmpty()) {
      return PIPE;
    }
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new Screen(!plain, Math.clamp(number(columns.strip()), NARROWEST, WIDEST));
  }

  /** The number of columns; a terminal that does not tell, or tells 0, has the usual number. */
  private static int number(String columns) {
    try {
      int n = Integer.parseInt(columns);
      return n > 0 ? n : USUAL;
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  /** The text in bold where there are colours. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** The text in red where there are colours. */
  public String red(String text) {
    return paint("1;31", text);
  }

  /** The text in green where there are colours. */
  public String green(String text) {
    return paint("32", text);
  }

  /** The text in yellow where there are colours. */
  public String yellow(String text) {
    return paint("33", text);
  }

  /** The text in cyan where there are colours. */
  public String cyan(String text) {
    return paint("36", text);
  }

  /** The text dimmed where there are colours. */
  public String dim(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

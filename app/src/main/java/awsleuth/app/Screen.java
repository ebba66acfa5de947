package awsleuth.app;

import java.util.Map;

/**
 * What the output goes to.
 *
 * @param colour whether to colour
 * @param width columns to fold at; 0 where lines are not folded, as in a pipe
 */
record Screen(boolean colour, int width) {

  static final Screen PIPE = new Screen(false, 0);
  private static final int NARROWEST = 40;

  /**
   * The screen as the launcher and the environment tell it: the launcher sets {@code
   * awsleuth.columns} where standard output is a terminal; NO_COLOR (no-color.org) and TERM=dumb
   * turn colour off.
   */
  static Screen of(Map<String, String> environment) {
    String columns = System.getProperty("awsleuth.columns", "");
    if (columns.isEmpty()) {
      return PIPE;
    }
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    int width = 80;
    try {
      width = Math.max(NARROWEST, Integer.parseInt(columns.strip()));
    } catch (NumberFormatException e) {
      width = 80;
    }
    return new Screen(!plain, width);
  }

  String bold(String text) {
    return paint("1", text);
  }

  String red(String text) {
    return paint("1;31", text);
  }

  String green(String text) {
    return paint("32", text);
  }

  String yellow(String text) {
    return paint("33", text);
  }

  String cyan(String text) {
    return paint("36", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

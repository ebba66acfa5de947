package awsleuth.app.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Folds text to a width. */
public final class Paragraph {

  private Paragraph() {}

  /**
   * The text's lines, folded at spaces; a word that is too long stands alone. Width 0: not folded.
   */
  public static List<String> fold(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (width <= 0 || line.length() <= width) {
        lines.add(line);
      } else {
        foldLine(line, width, lines);
      }
    }
    return lines;
  }

  /**
   * The column at which a folded line begins, so that a word that fits on a line of its own is not
   * broken by the terminal: the usual one, or one further left. Width 0: the usual one.
   *
   * @param usual the column that the text has
   * @param width columns of the screen
   */
  public static int column(String line, int usual, int width) {
    return width > 0 && line.length() <= width ? Math.min(usual, width - line.length()) : usual;
  }

  /**
   * A text beside what its first line begins with, folded, each line with its break; below it where
   * the first word has no room beside it.
   *
   * @param start what the first line begins with; it takes as many columns as the text is indented
   * @param usual the column that the text has
   * @param width columns of the screen; 0: not folded
   */
  public static String beside(
      String start, int usual, String text, int width, UnaryOperator<String> paint) {
    StringBuilder out = new StringBuilder();
    String before = start;
    for (String line : fold(text, width == 0 ? 0 : Math.max(1, width - usual))) {
      int column = column(line, usual, width);
      if (column < usual && !before.isBlank()) {
        out.append(before.stripTrailing()).append('\n');
        before = "";
      }
      out.append(before.isBlank() ? " ".repeat(column) : before);
      out.append(paint.apply(line)).append('\n');
      before = "";
    }
    return out.toString();
  }

  private static void foldLine(String line, int width, List<String> lines) {
    int start = 0;
    while (line.length() - start > width) {
      int space = line.lastIndexOf(' ', start + width);
      if (space <= start) {
        space = line.indexOf(' ', start + width);
      }
      if (space < 0) {
        break;
      }
      lines.add(line.substring(start, space));
      start = space + 1;
    }
    lines.add(line.substring(start));
  }
}

package awsleuth.app.terminal;

import java.util.ArrayList;
import java.util.List;

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

package awsleuth.app.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a text.
 *
 * @param isCode whether it stood between two backticks, which are not part of it
 */
public record Inline(boolean isCode, String text) {

  /** The stretches of a text; a backtick without another one stays what it is. */
  public static List<Inline> of(String text) {
    List<Inline> stretches = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('`', at);
      int close = open < 0 ? -1 : text.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      if (close > open + 1) {
        add(stretches, false, text.substring(at, open));
        add(stretches, true, text.substring(open + 1, close));
        at = close + 1;
      } else {
        add(stretches, false, text.substring(at, close));
        at = close;
      }
    }
    add(stretches, false, text.substring(at));
    return stretches;
  }

  private static void add(List<Inline> stretches, boolean isCode, String text) {
    if (!text.isEmpty()) {
      stretches.add(new Inline(isCode, text));
    }
  }
}

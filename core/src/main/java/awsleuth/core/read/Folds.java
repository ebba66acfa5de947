package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Undoes the folds of a terminal that wrapped every long line at its width, also in mid-word, so
 * that words that tell of a failure were cut.
 */
final class Folds {

  private static final int NARROWEST = 40;
  private static final int WIDEST = 250;
  private static final int MOST_LINES = 400;

  /** So many characters stand before each line of a log. */
  private static final int SAME = 12;

  private Folds() {}

  /** The same text with folded lines joined; the very same object where nothing is folded. */
  static Flat undone(Flat flat) {
    int width = width(flat.lines);
    if (width == 0) {
      return flat;
    }
    List<Line> joined = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (int i = 0; i < flat.lines.size(); i++) {
      Line line = flat.lines.get(i);
      number = text.isEmpty() ? line.number() : number;
      text.append(line.text());
      int missing = width - line.text().length();
      if (missing > 1 || i + 1 == flat.lines.size()) {
        joined.add(new Line(number, text.toString()));
        text.setLength(0);
      } else if (missing == 1) {
        text.append(' '); // a blank at the end of a line was stripped
      }
    }
    return new Flat(joined);
  }

  /** Whether lines begin alike, as a log's do and the pieces of a folded one do not. */
  private static boolean areRecords(List<Line> lines) {
    int alike = 0;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).text();
      String above = lines.get(i - 1).text();
      alike += line.length() > SAME && line.regionMatches(0, above, 0, SAME) ? 1 : 0;
    }
    return alike > 0;
  }

  /** The width that two lines or more fill; 0 where lines are not folded at one. */
  private static int width(List<Line> lines) {
    int width = 0;
    for (Line line : lines) {
      width = Math.max(width, line.text().length());
    }
    int longest = width;
    long full = lines.stream().filter(l -> l.text().length() >= longest - 1).count();
    boolean folded = full > 1 && width >= NARROWEST && width <= WIDEST && !areRecords(lines);
    return folded && lines.size() <= MOST_LINES ? width : 0;
  }
}

package awsleuth.core.read;

import awsleuth.core.read.text.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Unfolds the tables in which tools print CloudFormation events: columns of a fixed width under
 * {@code ResourceStatus … ResourceStatusReason}, each folded within itself. A row becomes one line.
 */
final class EventTable {

  private static final String FIRST = "ResourceStatus ";
  private static final String LAST = "ResourceStatusReason";
  private static final int MOST_COLUMNS = 12;
  private static final int MOST_FOLDS = 200;

  private final int[] columns;

  private EventTable(int[] columns) {
    this.columns = columns;
  }

  /** The lines with the rows of such tables unfolded; all others as they are. */
  static List<Line> unfold(List<Line> lines) {
    List<Line> out = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      out.add(line);
      if (line.text().startsWith(FIRST) && line.text().contains(LAST)) {
        i = new EventTable(columns(line.text())).rows(lines, i + 1, out) - 1;
      }
    }
    return out;
  }

  private static int[] columns(String header) {
    int[] starts = new int[MOST_COLUMNS];
    int n = 0;
    for (int i = 0; i < header.length() && n < MOST_COLUMNS; i++) {
      boolean begins = header.charAt(i) != ' ' && (i == 0 || header.charAt(i - 1) == ' ');
      if (begins) {
        starts[n++] = i;
      }
    }
    return java.util.Arrays.copyOf(starts, n);
  }

  /** Adds the rows that follow a header, and gives the first line that is none of them. */
  private int rows(List<Line> lines, int from, List<Line> out) {
    int i = from;
    while (i < lines.size() && (isRule(lines.get(i)) || isRow(lines.get(i)))) {
      if (isRule(lines.get(i))) {
        out.add(lines.get(i++));
        continue;
      }
      int end = i + 1;
      while (end < lines.size() && end - i < MOST_FOLDS && isFold(lines.get(end))) {
        end++;
      }
      out.add(row(lines.subList(i, end)));
      i = end;
    }
    return i;
  }

  private static boolean isRule(Line line) {
    return line.text().startsWith("-----");
  }

  /** Whether a line begins a row: a status, and the next column begins behind a blank. */
  private boolean isRow(Line line) {
    String text = line.text();
    return columns.length > 1
        && text.length() > columns[1]
        && Character.isUpperCase(text.charAt(0))
        && text.charAt(columns[1] - 1) == ' '
        && text.charAt(columns[1]) != ' ';
  }

  private boolean isFold(Line line) {
    return line.text().startsWith(" ") && !line.isBlank() && !isRule(line);
  }

  private Line row(List<Line> folds) {
    StringBuilder row = new StringBuilder();
    for (int c = 0; c < columns.length; c++) {
      String before = "";
      for (Line fold : folds) {
        String cell = cell(fold.text(), c);
        boolean apart = !before.isEmpty() && !cell.isEmpty() && !isCut(before, cell, c);
        row.append(apart ? " " : "").append(cell);
        before = cell.isEmpty() ? before : cell;
      }
      row.append("  ");
    }
    return new Line(folds.getFirst().number(), row.toString().strip());
  }

  private String cell(String text, int column) {
    int from = Math.min(text.length(), columns[column]);
    int to = column + 1 < columns.length ? columns[column + 1] : text.length();
    return text.substring(from, Math.max(from, Math.min(text.length(), to))).strip();
  }

  /**
   * Whether a word goes on from one cell to the next: it fills the column and is longer than it.
   */
  private boolean isCut(String before, String after, int column) {
    int next = Math.min(column + 1, columns.length - 1);
    int width = columns[next] - columns[next - 1] - 1;
    int blank = after.indexOf(' ');
    int begun = before.length() - before.lastIndexOf(' ') - 1;
    return before.length() >= width && begun + (blank < 0 ? after.length() : blank) > width;
  }
}

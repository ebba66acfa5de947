package awsleuth.core.read.text;

import java.util.List;

/** The clean lines of an artifact as one text, lines joined by LF. */
public final class Flat {

  /** All lines, joined by line feeds. */
  public final String text;

  /** The lines, in order. */
  public final List<Line> lines;

  private final int[] starts;

  /** The lines as one text. */
  public Flat(List<Line> lines) {
    this.lines = lines;
    this.starts = new int[lines.size()];
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < starts.length; i++) {
      starts[i] = all.length();
      all.append(lines.get(i).text()).append('\n');
    }
    this.text = all.toString();
  }

  /** The index of the line that holds a position. */
  public int indexAt(int position) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The number in the artifact of the line that holds a position. */
  public int numberAt(int position) {
    return lines.isEmpty() ? 0 : lines.get(indexAt(position)).number();
  }

  /** What stands in a line before a position, no more than the last so many characters. */
  public String lead(int position, int most) {
    int start = starts.length == 0 ? 0 : starts[indexAt(position)];
    return text.substring(Math.max(start, position - most), position);
  }

  /** The last place of some words that is near enough before a position; -1 where none is. */
  public int lastIndexOf(String words, int position, int within) {
    int from = Math.max(0, position - within);
    int at = text.substring(from, position).lastIndexOf(words);
    return at < 0 ? -1 : from + at;
  }

  /** Where in the text a line begins, by its index among the lines. */
  public int startOf(int index) {
    return starts[index];
  }

  /** Where it ends, before its line feed. */
  public int endOf(int index) {
    return starts[index] + lines.get(index).text().length();
  }
}

package awsleuth.lint.python;

import java.util.Arrays;
import java.util.Map;

/** A Python file. */
public final class PythonFile {

  private final String text;
  private final Node root;
  private final Map<Integer, String> comments;
  private final int[] lines;

  /**
   * A file that was parsed.
   *
   * @param lines where each line begins
   */
  PythonFile(String text, Node root, Map<Integer, String> comments, int[] lines) {
    this.text = text;
    this.root = root;
    this.comments = comments;
    this.lines = lines;
  }

  /** What it says. */
  public String text() {
    return text;
  }

  /** The tree. */
  public Node root() {
    return root;
  }

  /** The comments by the lines, from 0, on which they stand. */
  public Map<Integer, String> comments() {
    return comments;
  }

  /** The line of a place, from 1. */
  public int line(int at) {
    int found = Arrays.binarySearch(lines, at);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of a place in characters, from 1. */
  public int column(int at) {
    return at - lines[line(at) - 1] + 1;
  }

  /** Where the lines of a text begin, as Python counts them. */
  static int[] starts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}

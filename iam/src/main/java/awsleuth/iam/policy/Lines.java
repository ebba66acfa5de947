package awsleuth.iam.policy;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {

  private final int[] starts;

  Lines(String text) {
    int[] found = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  /** The place between two offsets. */
  Position between(int start, int end) {
    int at = Arrays.binarySearch(starts, start);
    int line = at >= 0 ? at : -at - 2;
    return new Position(line + 1, start - starts[line] + 1, start, end);
  }
}

package awsleuth.iam.policy;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {

  private final Offsets starts = new Offsets();
  private final Offsets pairs = new Offsets();

  Lines(String text) {
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        starts.add(i + 1);
      } else if (Character.isLowSurrogate(c)
          && i > 0
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        pairs.add(i);
      }
    }
  }

  /** The place between two offsets. */
  Position between(int start, int end) {
    int line = starts.countUpTo(start);
    int first = starts.at(line - 1);
    int halves = pairs.countUpTo(start) - pairs.countUpTo(first);
    return new Position(line, start - first - halves + 1, start, end);
  }

  /** Offsets in ascending order. */
  private static final class Offsets {

    private int[] offsets = new int[16];
    private int count;

    void add(int offset) {
      if (count == offsets.length) {
        offsets = Arrays.copyOf(offsets, count * 2);
      }
      offsets[count++] = offset;
    }

    int at(int index) {
      return offsets[index];
    }

    /** How many are not behind an offset. */
    int countUpTo(int offset) {
      int at = Arrays.binarySearch(offsets, 0, count, offset);
      return at >= 0 ? at + 1 : -at - 1;
    }
  }
}

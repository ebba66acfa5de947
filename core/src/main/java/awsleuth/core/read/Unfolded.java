package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import java.util.Arrays;

/**
 * A stretch of a text on one line: line breaks, with a backslash before and blanks after them,
 * become one space, runs of blanks too. Positions in the original text are kept.
 */
final class Unfolded {

  final String text;
  private final int[] positions;

  Unfolded(Flat flat, int from, int length) {
    int end = Math.min(flat.text.length(), from + length);
    StringBuilder out = new StringBuilder(length);
    int[] map = new int[length + 1];
    for (int i = from; i < end; i++) {
      char c = flat.text.charAt(i);
      if (c == '\\' && i + 1 < end && flat.text.charAt(i + 1) == '\n') {
        continue;
      }
      boolean blank = c == ' ' || c == '\n' || c == '\t';
      if (blank && !out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
        continue;
      }
      map[out.length()] = i;
      out.append(blank ? ' ' : c);
    }
    map[out.length()] = end;
    this.text = out.toString();
    this.positions = Arrays.copyOf(map, out.length() + 1);
  }

  /** The position in the original text. */
  int position(int index) {
    return positions[Math.min(index, positions.length - 1)];
  }

  /**
   * The index after the first occurrence of some words that begins within a distance, where a fold
   * may have put a space inside a word; -1 where they are not there.
   */
  int indexOfLoose(String words, int from, int within) {
    int last = Math.min(text.length(), from + within);
    for (int i = from; i <= last; i++) {
      int end = matchLoose(words, i);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private int matchLoose(String words, int at) {
    int i = at;
    int extra = 0;
    for (int w = 0; w < words.length(); w++) {
      char want = words.charAt(w);
      if (i < text.length() && text.charAt(i) == want) {
        i++;
      } else if (i + 1 < text.length()
          && w > 0
          && text.charAt(i) == ' '
          && text.charAt(i + 1) == want
          && ++extra < 3) {
        i += 2;
      } else {
        return -1;
      }
    }
    return i;
  }

  /** The end of the run of letters, digits, {@code _} and {@code .} that begins at an index. */
  int wordEndAt(int from) {
    int i = from;
    while (i < text.length() && ClassNames.isPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The end of the word that begins at an index. */
  int wordEnd(int from) {
    int i = from;
    while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }
}

package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the sentence {@code 1 validation error detected: Value 'x' at 'y' failed to satisfy
 * constraint: …}, which many services say and some tools print without its code, folded or not.
 */
final class Constraints {

  private static final String ANCHOR = "satisfy constraint";
  private static final int REACH = 600;
  private static final int NEAR = 20;

  private Constraints() {}

  static List<Sighting> read(Flat flat) {
    List<Sighting> found = new ArrayList<>();
    for (int at = flat.text.indexOf(ANCHOR); at >= 0; at = flat.text.indexOf(ANCHOR, at + 1)) {
      int start = start(flat, at);
      if (start >= 0) {
        Sighting s = new Sighting(start, flat.numberAt(start));
        s.strength = Sighting.Strength.LIKELY;
        s.end = flat.endOf(flat.indexAt(at));
        int next = flat.indexAt(at) + 1;
        if (flat.text.startsWith(":", at + ANCHOR.length()) && isFolded(flat, start, at, next)) {
          s.end = flat.endOf(next);
        }
        s.message = new Unfolded(flat, start, s.end - start).text.strip();
        found.add(s);
      }
    }
    return found;
  }

  private static boolean isFolded(Flat flat, int start, int at, int next) {
    return flat.indexAt(start) < flat.indexAt(at)
        && next < flat.lines.size()
        && !flat.lines.get(next).text().isBlank();
  }

  /** Where the sentence begins: at the number of errors; -1 where it does not begin near. */
  private static int start(Flat flat, int at) {
    String text = flat.text;
    int error = flat.lastIndexOf("validation error", at, REACH);
    if (error < 0) {
      return -1;
    }
    int i = error;
    while (i > Math.max(0, error - NEAR)
        && (text.charAt(i - 1) == ' ' || Character.isDigit(text.charAt(i - 1)))) {
      i--;
    }
    while (i < error && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}

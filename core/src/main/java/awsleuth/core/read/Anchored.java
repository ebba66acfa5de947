package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import java.util.List;
import java.util.function.IntConsumer;

/** Places of a text at which a reader looks because certain words stand there. */
final class Anchored {

  private Anchored() {}

  /**
   * Has each place of an anchor read, but none within what the same anchor has led to.
   *
   * @param found what the reader adds to
   */
  static void each(Flat flat, String anchor, List<Sighting> found, IntConsumer reading) {
    int before = found.size();
    for (int at = flat.text.indexOf(anchor); at >= 0; at = flat.text.indexOf(anchor, at + 1)) {
      if (found.size() == before || at >= found.getLast().end) {
        reading.accept(at);
      }
    }
  }
}

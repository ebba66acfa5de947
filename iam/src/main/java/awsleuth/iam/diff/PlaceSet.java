package awsleuth.iam.diff;

import java.util.Arrays;

/** Collects places, each once. */
final class PlaceSet {

  private final int[] covered;
  private final int[] marks;
  private final int[] found;
  private int mark;
  private int size;

  /**
   * Of nothing yet.
   *
   * @param covered for each place that there is, the first of those before it that need not be told
   *     beside it; itself where all are to be told
   */
  PlaceSet(int[] covered) {
    this.covered = covered;
    this.marks = new int[covered.length];
    this.found = new int[covered.length];
  }

  void clear() {
    mark++;
    size = 0;
  }

  /** Adds a place; says whether it is new. */
  boolean add(int place) {
    if (marks[place] == mark) {
      return false;
    }
    marks[place] = mark;
    found[size++] = place;
    return true;
  }

  /** All of them that are to be told, in order. */
  int[] told() {
    int[] all = sorted();
    int at = size;
    int first = 0;
    for (int i = size - 1; i >= 0; i--) {
      if (at == size || all[i] < first) {
        all[--at] = all[i];
        first = covered[all[i]];
      }
    }
    return at == 0 ? all : Arrays.copyOfRange(all, at, size);
  }

  /** They come nearly in order. */
  private int[] sorted() {
    int[] all = Arrays.copyOf(found, size);
    for (int i = 1; i < size; i++) {
      int place = all[i];
      int at = i;
      for (; at > 0 && all[at - 1] > place; at--) {
        all[at] = all[at - 1];
      }
      all[at] = place;
    }
    return all;
  }
}

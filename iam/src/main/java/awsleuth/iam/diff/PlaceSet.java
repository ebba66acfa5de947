package awsleuth.iam.diff;

import java.util.Arrays;

/** Collects places, each once. */
final class PlaceSet {

  private final int[] marks;
  private final int[] found;
  private int mark;
  private int size;

  /**
   * Of nothing yet.
   *
   * @param places all that there are
   */
  PlaceSet(int places) {
    this.marks = new int[places];
    this.found = new int[places];
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

  /** All of them, in order; they come nearly so. */
  int[] sorted() {
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

package awsleuth.core.scan;

import java.util.Arrays;

/** Places in a chunk, in ascending order once sorted. */
final class Hits {

  private int[] places = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
    }
    places[size++] = place;
  }

  void sort() {
    Arrays.sort(places, 0, size);
  }

  int size() {
    return size;
  }

  int get(int index) {
    return places[index];
  }
}

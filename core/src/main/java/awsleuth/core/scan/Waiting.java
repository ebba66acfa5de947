package awsleuth.core.scan;

import java.util.Arrays;

/** The places of hits in the stream that no stretch has yet, in ascending order. */
final class Waiting {

  private long[] places = new long[64];
  private int from;
  private int to;

  void add(Hits hits, long base) {
    System.arraycopy(places, from, places, 0, to - from);
    to -= from;
    from = 0;
    if (to + hits.size() > places.length) {
      places = Arrays.copyOf(places, 2 * (to + hits.size()));
    }
    for (int i = 0; i < hits.size(); i++) {
      places[to++] = base + hits.get(i);
    }
  }

  boolean isEmpty() {
    return from == to;
  }

  long first() {
    return places[from];
  }

  boolean isBefore(long place) {
    return from < to && places[from] < place;
  }

  /** Drops the hits before a place. */
  void dropFirst(long place) {
    while (isBefore(place)) {
      from++;
    }
  }
}

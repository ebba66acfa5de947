package awsleuth.trail.time;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many events there are in stretches of time of one length. The length begins with ten seconds
 * and doubles when there would be more than {@link #MOST} stretches with events, so that it follows
 * from the events alone and not from their order.
 */
public final class Series implements Serializable {

  /** How many stretches with events are kept. */
  public static final int MOST = 512;

  private static final long serialVersionUID = 1;
  private static final long SHORTEST = 10_000;

  private int most = MOST;
  private boolean closed;
  private int doublings;
  private long[] places = new long[8];
  private int[] counts = new int[8];

  /** The time of the first event of each stretch; none where that is not kept. */
  private long[] firsts;

  private int size;
  private long total;

  /** One that keeps how many events there are, and no more. */
  public Series() {
    this(false);
  }

  /**
   * Likewise.
   *
   * @param dated whether the time of the first event of each stretch is kept
   */
  Series(boolean dated) {
    firsts = new long[dated ? 8 : 0];
  }

  private boolean isDated() {
    return firsts.length > 0;
  }

  /** Takes in an event of a moment, in milliseconds since 1970 UTC. */
  void add(long time) {
    add(Math.floorDiv(time, width()), 1, time);
  }

  private void add(long place, int count, long first) {
    if (closed) {
      return;
    }
    total += count;
    int at =
        size > 0 && places[size - 1] == place
            ? size - 1
            : Arrays.binarySearch(places, 0, size, place);
    if (at >= 0) {
      counts[at] += count;
      date(at, first);
      return;
    }
    insert(-at - 1, place, count, first);
    while (size > most) {
      widen();
    }
  }

  private void date(int at, long first) {
    if (isDated()) {
      firsts[at] = Math.min(firsts[at], first);
    }
  }

  private void insert(int at, long place, int count, long first) {
    if (size == places.length) {
      places = Arrays.copyOf(places, Math.min(size * 2, most + 1));
      counts = Arrays.copyOf(counts, Math.min(size * 2, most + 1));
      firsts = isDated() ? Arrays.copyOf(firsts, places.length) : firsts;
    }
    if (isDated()) {
      System.arraycopy(firsts, at, firsts, at + 1, size - at);
      firsts[at] = first;
    }
    System.arraycopy(places, at, places, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    places[at] = place;
    counts[at] = count;
    size++;
  }

  private void widen() {
    doublings++;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long place = Math.floorDiv(places[i], 2L);
      if (kept > 0 && places[kept - 1] == place) {
        counts[kept - 1] += counts[i];
        date(kept - 1, firstAt(i));
      } else {
        if (isDated()) {
          firsts[kept] = firsts[i];
        }
        places[kept] = place;
        counts[kept++] = counts[i];
      }
    }
    size = kept;
  }

  /** Keeps no more stretches than so many from now on. */
  void bound(int stretches) {
    if (stretches < most) {
      most = stretches;
      while (size > most) {
        widen();
      }
      int room = Math.max(size, 8);
      places = Arrays.copyOf(places, room);
      counts = Arrays.copyOf(counts, room);
      firsts = isDated() ? Arrays.copyOf(firsts, room) : firsts;
    }
  }

  /** Forgets all events, those too that are to come. */
  void close() {
    closed = true;
    size = 0;
    total = 0;
    places = new long[0];
    counts = new int[0];
    firsts = new long[0];
  }

  /** Whether it has forgotten all events. */
  boolean isClosed() {
    return closed;
  }

  void merge(Series other) {
    if (other.closed) {
      close();
      return;
    }
    widenTo(other.doublings);
    while (other.doublings < doublings) {
      other.widen();
    }
    for (int i = 0; i < other.size; i++) {
      // A stretch may be too short by now: each addition can widen this series.
      long place = other.places[i];
      for (int d = other.doublings; d < doublings; d++) {
        place = Math.floorDiv(place, 2L);
      }
      add(place, other.counts[i], other.firstAt(i));
    }
  }

  /** Makes stretches as long as after so many doublings, where they are shorter. */
  void widenTo(int wanted) {
    while (doublings < wanted) {
      widen();
    }
  }

  /** How many stretches with events are kept at most. */
  int most() {
    return most;
  }

  /** The same without the events of another, all of which are among its own. */
  Series less(Series other) {
    Series rest = copy();
    Series its = other.copy();
    its.widenTo(doublings);
    for (int i = 0; i < its.size; i++) {
      int at = Arrays.binarySearch(rest.places, 0, rest.size, its.places[i]);
      if (at >= 0) {
        rest.counts[at] -= its.counts[i];
        rest.total -= its.counts[i];
      }
    }
    return rest.withoutEmpty();
  }

  private Series withoutEmpty() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (counts[i] > 0) {
        places[kept] = places[i];
        counts[kept] = counts[i];
        if (isDated()) {
          firsts[kept] = firsts[i];
        }
        kept++;
      }
    }
    size = kept;
    return this;
  }

  int doublings() {
    return doublings;
  }

  /** How long a stretch is, in milliseconds. */
  public long width() {
    return SHORTEST << doublings;
  }

  /** How many events there are in all. */
  public long total() {
    return total;
  }

  /** How many stretches have events. */
  public int size() {
    return size;
  }

  /** Where the stretch of a number begins, in milliseconds since 1970 UTC. */
  public long start(int number) {
    return places[number] * width();
  }

  /** How many events the stretch of a number has. */
  public int count(int number) {
    return counts[number];
  }

  /** How many events the stretch has that begins at a moment. */
  int countAt(long start) {
    int at = at(start);
    return at < 0 ? 0 : counts[at];
  }

  /**
   * When the first event of the stretch that begins at a moment was; where none was, or that is not
   * kept, the moment.
   */
  long firstFrom(long start) {
    int at = at(start);
    return at < 0 || !isDated() ? start : firsts[at];
  }

  private int at(long start) {
    return Arrays.binarySearch(places, 0, size, Math.floorDiv(start, width()));
  }

  private long firstAt(int number) {
    return isDated() ? firsts[number] : 0;
  }

  Series copy() {
    Series copy = new Series();
    copy.doublings = doublings;
    copy.places = places.clone();
    copy.counts = counts.clone();
    copy.firsts = firsts.clone();
    copy.size = size;
    copy.total = total;
    copy.most = most;
    copy.closed = closed;
    return copy;
  }
}

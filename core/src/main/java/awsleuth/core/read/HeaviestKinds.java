package awsleuth.core.read;

import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Source;
import awsleuth.core.scan.Rivals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of failed calls of a stream that were seen most, in bounded memory. Once there are too
 * many, a further kind takes the place of the one seen least when it was seen more often itself
 * (after Metwally, Agrawal and El Abbadi 2005, "Space-Saving"). A count is never too large; what it
 * lacks is among {@link #leftOut}.
 */
final class HeaviestKinds {

  /** A failure, how often it was seen and where last. */
  private static final class Tally {
    final String kind;
    final Failure failure;
    int count;
    Source last;

    /** How often its kind was seen, also before it was kept. */
    int weight;

    Tally(String kind, Failure failure, int before) {
      this.kind = kind;
      this.failure = failure;
      this.last = failure.last();
      this.weight = before;
    }
  }

  private final int most;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Rivals rivals = new Rivals();

  /** Kept kinds that weighed {@link #least} when they were looked for, the first seen first. */
  private final Deque<Tally> lightest = new ArrayDeque<>();

  private int least;
  private long leftOut;

  HeaviestKinds(int most) {
    this.most = most;
  }

  boolean isFull() {
    return tallies.size() >= most;
  }

  /** How often the kept kind was seen that was seen least. */
  int least() {
    lightest();
    return least;
  }

  /** How many failed calls are in no count. */
  long leftOut() {
    return leftOut;
  }

  /** Calls of which is only known that they are of kinds that are not kept. */
  void leaveOut(long calls) {
    leftOut += calls;
  }

  /**
   * Counts a failure.
   *
   * @param shift how many lines further down it stands
   * @param risen whether its sentence is known to have been told more often than the least
   */
  void count(Failure f, int shift, boolean risen) {
    String kind = f.call().kind();
    Tally tally = tallies.get(kind);
    if (tally == null) {
      tally = newcomer(kind, f, shift, risen);
    }
    if (tally == null) {
      leftOut += f.count();
      return;
    }
    tally.count += f.count();
    tally.weight += f.count();
    tally.last = f.last().moved(shift);
  }

  private @Nullable Tally newcomer(String kind, Failure f, int shift, boolean risen) {
    int before = 0;
    if (isFull()) {
      Tally light = lightest();
      if (!risen && rivals.seen(print(kind), f.count()) <= least) {
        return null;
      }
      rivals.forget(print(kind));
      tallies.remove(light.kind);
      lightest.remove();
      leftOut += light.count;
      before = least;
    }
    Tally tally = new Tally(kind, f.moved(shift), before);
    tallies.put(kind, tally);
    return tally;
  }

  /**
   * The kept kind that was seen least. All are looked at only when none of the last least ones is
   * left, so that this costs no more than the failures that made them weigh more.
   */
  private Tally lightest() {
    while (!lightest.isEmpty() && lightest.element().weight != least) {
      lightest.remove();
    }
    if (lightest.isEmpty()) {
      least = tallies.values().stream().mapToInt(t -> t.weight).min().orElse(0);
      tallies.values().stream().filter(t -> t.weight == least).forEach(lightest::add);
    }
    return lightest.element();
  }

  private static long print(String kind) {
    long hash = 0;
    for (int i = 0; i < kind.length(); i++) {
      hash = hash * 0x5DEECE66DL + kind.charAt(i) + 1;
    }
    return hash;
  }

  /**
   * The failures by frequency, each with its count and its last place.
   *
   * @param death what comes first in any case; null where nothing does
   * @param shift how many lines further down that stands
   */
  List<Failure> ordered(@Nullable Failure death, int shift) {
    List<Tally> order = new ArrayList<>(tallies.values());
    order.sort((a, b) -> Integer.compare(b.count, a.count));
    List<Failure> out = new ArrayList<>(order.size() + 1);
    order.forEach(t -> out.add(t.failure.seen(t.count, t.last)));
    if (death != null) {
      Tally kept = tallies.get(death.call().kind());
      int at = kept == null ? -1 : order.indexOf(kept);
      Failure first = at < 0 ? death.moved(shift) : out.remove(at);
      leftOut -= at < 0 ? first.count() : 0;
      out.addFirst(first);
    }
    return out;
  }
}

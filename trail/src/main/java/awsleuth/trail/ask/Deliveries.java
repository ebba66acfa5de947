package awsleuth.trail.ask;

import awsleuth.trail.Event;
import awsleuth.trail.Fnv;
import java.io.Serializable;

/**
 * Which events were seen, so that one that two trails deliver is known again. Beyond so many, those
 * are left that a hash chooses, half of them at each step: what they tell of all is then a share.
 * What is kept at the end does not depend on the order of the events.
 */
final class Deliveries implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many events are told apart at most. */
  static final int MOST = 1 << 18;

  private static final int FIRST = 1 << 6;

  /** What {@link #add} gives of an event that was not seen before, or is not told apart. */
  static final int NEW = -1;

  private final int most;
  private long[] ids = new long[FIRST];
  private int[] kinds = new int[FIRST];
  private int[] times = new int[FIRST];
  private int size;
  private int halved;

  Deliveries(int most) {
    this.most = most;
  }

  /** What an event is known by again; 0 where it is not, without an id of its own. */
  static long id(Event e) {
    if (e.eventId().isEmpty()) {
      return 0;
    }
    long hash = Fnv.hash(e.eventId()) ^ mixed(e.time());
    hash = hash * 31 + e.source().hashCode();
    hash = hash * 31 + e.name().hashCode();
    hash = hash * 31 + e.principal().hashCode();
    hash = hash * 31 + e.code().hashCode();
    hash = hash * 31 + e.message().hashCode();
    long id = mixed(hash);
    return id == 0 ? 1 : id;
  }

  private static long mixed(long value) {
    long hash = (value ^ (value >>> 32)) * 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }

  /** Whether all events are told apart. */
  boolean isExact() {
    return halved == 0;
  }

  /**
   * Notes an event.
   *
   * @param kind of what kind it is
   * @return of what kind it was when it was first seen; {@link #NEW}
   */
  int add(long id, int kind) {
    return id == 0 ? NEW : add(id, kind, 1);
  }

  private int add(long id, int kind, int count) {
    if (!isChosen(id)) {
      return NEW;
    }
    int at = place(id);
    times[at] += count;
    if (ids[at] == id) {
      return isExact() ? kinds[at] : NEW;
    }
    ids[at] = id;
    kinds[at] = kind;
    if (++size > most) {
      halved++;
      rebuild(ids.length);
    } else if (size > ids.length / 2) {
      rebuild(2 * ids.length);
    }
    return NEW;
  }

  /** By other bits than those that choose the place. */
  private boolean isChosen(long id) {
    return halved == 0 || id >>> (64 - halved) == 0;
  }

  private int place(long id) {
    int mask = ids.length - 1;
    int at = (int) id & mask;
    while (ids[at] != 0 && ids[at] != id) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void rebuild(int length) {
    long[] oldIds = ids;
    int[] oldKinds = kinds;
    int[] oldTimes = times;
    ids = new long[length];
    kinds = new int[length];
    times = new int[length];
    size = 0;
    for (int i = 0; i < oldIds.length; i++) {
      if (oldIds[i] != 0) {
        add(oldIds[i], oldKinds[i], oldTimes[i]);
      }
    }
  }

  /** Takes what other parts have seen. */
  interface Taken {

    /** An event that both have seen: of what kind the other saw it. */
    void again(int kind);

    /** Of what kind here is what the other calls so. */
    int here(int kind);
  }

  void merge(Deliveries other, Taken taken) {
    while (halved < other.halved) {
      halved++;
      rebuild(ids.length);
    }
    for (int i = 0; i < other.ids.length; i++) {
      if (other.ids[i] != 0) {
        int kind = isExact() ? taken.here(other.kinds[i]) : 0;
        if (add(other.ids[i], kind, other.times[i]) != NEW) {
          taken.again(other.kinds[i]);
        }
      }
    }
  }

  /** Which share of the events that are told apart was seen before. */
  double repeatedShare() {
    long all = 0;
    for (int n : times) {
      all += n;
    }
    return all == 0 ? 0 : (double) (all - size) / all;
  }
}

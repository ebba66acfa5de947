package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first or the last of some events: no more than so many, and with records of no more than so
 * many bytes. Behind the first that finds no room none finds any, so that which are kept does not
 * depend on the order in which they come.
 */
final class Few implements Serializable {

  private static final long serialVersionUID = 1;

  /** CloudTrail's own events are at most 256 kB, and hardly ever more than this. */
  private static final int LONGEST = 100_000;

  private final boolean first;
  private final int most;
  private final long room;
  private final TreeSet<Sampled> kept = new TreeSet<>();
  private long bytes;
  private @Nullable Event bound;
  private boolean skipped;

  /**
   * None yet.
   *
   * @param first whether the first are kept, and not the last
   * @param most how many
   * @param room how many bytes their records may have
   */
  Few(boolean first, int most, long room) {
    this.first = first;
    this.most = most;
    this.room = room;
  }

  /** Takes one in where there is room; one that is told in two files once, by the first file. */
  void add(Event event, RecordText record) {
    if (bound != null && !isNearer(event, bound)) {
      return;
    }
    if (record.length() > Math.min(LONGEST, room / 4)) {
      skipped = true;
      return;
    }
    Sampled bare = new Sampled(event, record);
    Sampled lower = kept.floor(bare);
    if (lower != null && event.isDelivered(lower.event())) {
      return;
    }
    Sampled higher = kept.higher(bare);
    if (higher != null && event.isDelivered(higher.event())) {
      remove(higher);
    }
    if (isOutside(bare)) {
      close(event);
      return;
    }
    kept.add(new Sampled(event, record.kept()));
    bytes += record.length();
    while (kept.size() > most || bytes > room) {
      close(last().event());
    }
  }

  /** Whether it would be the last, and there is no room for it. */
  private boolean isOutside(Sampled bare) {
    boolean full = kept.size() >= most || bytes + bare.record().length() > room;
    return full && (kept.isEmpty() || isNearer(last().event(), bare.event()));
  }

  private Sampled last() {
    return first ? kept.last() : kept.first();
  }

  private boolean isNearer(Event event, Event than) {
    int compared = Event.ACTIONS.compare(event, than);
    return first ? compared < 0 : compared > 0;
  }

  /** There is no room for an event, and for none behind it. */
  private void close(Event from) {
    bound = from;
    while (!kept.isEmpty() && !isNearer(last().event(), from)) {
      remove(last());
    }
  }

  private void remove(Sampled one) {
    kept.remove(one);
    bytes -= one.record().length();
  }

  /** Takes in what another has. */
  void merge(Few other) {
    if (other.bound != null && (bound == null || isNearer(other.bound, bound))) {
      close(other.bound);
    }
    skipped |= other.skipped;
    other.kept.forEach(s -> add(s.event(), s.record()));
  }

  /** Whether some were left out. */
  boolean isOver() {
    return bound != null || skipped;
  }

  /** Those that are kept, in the order of time. */
  List<Sampled> all() {
    return List.copyOf(kept);
  }
}

package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Some events of a target: its first failures, and the calls of the same kind that succeeded around
 * them.
 */
final class Sample implements Serializable {

  private static final long serialVersionUID = 1;

  /** CloudTrail's own events are at most 256 kB, and hardly ever more than this. */
  private static final int LONGEST = 100_000;

  private static final int MOST_FAILED = 24;
  private static final int MOST_BEFORE = 24;
  private static final int MOST_AFTER = 24;

  private final Target target;
  private final TreeSet<Sampled> failed = new TreeSet<>();
  private final TreeSet<Sampled> before = new TreeSet<>();
  private final TreeSet<Sampled> after = new TreeSet<>();
  private boolean beforeOver;

  Sample(Target target) {
    this.target = target;
  }

  Target target() {
    return target;
  }

  void add(Event event, RecordText record) {
    long time = event.time();
    if (event.isFailed()) {
      if (event.code().equals(target.group().code())
          && time >= target.from()
          && time < target.to()) {
        keep(failed, event, record, MOST_FAILED, true);
      }
    } else if (time < target.from() + target.width()) {
      beforeOver |= !keep(before, event, record, MOST_BEFORE, false);
    }
    if (!event.isFailed() && time >= target.from()) {
      keep(after, event, record, MOST_AFTER, true);
    }
  }

  /**
   * Keeps an event among the first or last; one that is told in two files once, by the file that
   * comes first.
   *
   * @return whether nothing was left out for that
   */
  private static boolean keep(
      NavigableSet<Sampled> kept, Event event, RecordText record, int most, boolean first) {
    if (record.length() > LONGEST) {
      return false;
    }
    Sampled bare = new Sampled(event, record);
    Sampled lower = kept.floor(bare);
    if (lower != null && event.isDelivered(lower.event())) {
      return true;
    }
    Sampled higher = kept.higher(bare);
    boolean again = higher != null && event.isDelivered(higher.event());
    if (again) {
      kept.remove(higher);
    }
    boolean full = kept.size() == most;
    if (full) {
      Sampled worst = first ? kept.last() : kept.first();
      int better = bare.compareTo(worst);
      if (first ? better >= 0 : better <= 0) {
        return false;
      }
      kept.remove(worst);
    }
    kept.add(new Sampled(event, record.kept()));
    return !full;
  }

  void merge(Sample other) {
    other.failed.forEach(s -> keep(failed, s.event(), s.record(), MOST_FAILED, true));
    beforeOver |= other.beforeOver;
    for (Sampled s : other.before) {
      beforeOver |= !keep(before, s.event(), s.record(), MOST_BEFORE, false);
    }
    other.after.forEach(s -> keep(after, s.event(), s.record(), MOST_AFTER, true));
  }

  /** The first failures, in the order of time. */
  List<Sampled> failed() {
    return List.copyOf(failed);
  }

  /**
   * The last successes before the failures or in the stretch of the first of them, in the order of
   * time.
   */
  List<Sampled> before() {
    return List.copyOf(before);
  }

  /** Whether there were more before than are kept, so that a call may have succeeded unseen. */
  boolean isBeforeOver() {
    return beforeOver;
  }

  /** The first successes after the failures began, in the order of time. */
  List<Sampled> after() {
    return List.copyOf(after);
  }
}

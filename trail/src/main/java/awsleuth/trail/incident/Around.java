package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The changes that have to do with a call: those that are decided on, and those before. */
final class Around {

  /** Whether a change is the only one of its kind, and if not, what is missing to know it. */
  record Only(boolean holds, String missing) {}

  private static final long HOUR = 3_600_000;

  private final List<Change> near;
  private final long from;
  private final List<Change> before;
  private final Predicate<Change> touches;
  private final boolean dropped;
  private @Nullable List<Change> older;

  /** Of changes beside which there are none. */
  Around(List<Change> all) {
    this(all, Long.MIN_VALUE, List.of(), _ -> false, false);
  }

  /**
   * Likewise.
   *
   * @param near those that are decided on, in the order of time
   * @param from since when, in milliseconds since 1970 UTC
   * @param before all changes before, in the order of time
   * @param touches whether one of them has to do with the call
   * @param dropped whether there are older ones that were not kept
   */
  Around(
      List<Change> near,
      long from,
      List<Change> before,
      Predicate<Change> touches,
      boolean dropped) {
    this.near = near;
    this.from = from;
    this.before = before;
    this.touches = touches;
    this.dropped = dropped;
  }

  /** Those that are decided on. */
  List<Change> near() {
    return near;
  }

  /** All of them since a moment. */
  Stream<Change> since(long time) {
    Stream<Change> all =
        time < from ? Stream.concat(older().stream(), near.stream()) : near.stream();
    return all.filter(c -> c.event().time() >= time);
  }

  private List<Change> older() {
    if (older == null) {
      older = new ArrayList<>();
      before.stream().filter(touches).forEach(older::add);
    }
    return older;
  }

  /** Whether all since a moment are kept. */
  boolean isWhole(long time) {
    Stream<Change> kept = Stream.concat(before.stream(), near.stream());
    return !dropped || kept.limit(1).anyMatch(c -> c.event().time() < time);
  }

  /**
   * Whether a change is the only one of its kind since a moment.
   *
   * @param end when the call failed
   */
  Only only(Change change, Predicate<Change> kind, long since, long end) {
    Predicate<Change> other = c -> kind.test(c) && c.compareTo(change) != 0;
    if (near.stream().anyMatch(c -> c.event().time() >= since && other.test(c))) {
      return new Only(false, "");
    }
    if (since(since).anyMatch(other)) {
      long hours = since == Long.MIN_VALUE ? 0 : (end - since + HOUR - 1) / HOUR;
      return new Only(false, "the other changes since the last success: --hours " + hours);
    }
    return isWhole(since)
        ? new Only(true, "")
        : new Only(
            false,
            since == Long.MIN_VALUE
                ? ""
                : "what changed since "
                    + Event.moment(since)
                    + ": the oldest changes were not kept");
  }
}

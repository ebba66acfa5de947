package awsleuth.trail.time;

import awsleuth.trail.Calls;
import awsleuth.trail.Deliveries;
import awsleuth.trail.Drawn;
import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The question how many calls there were when, and how many of them failed how: by service,
 * operation, principal and code. At most {@link #MOST} calls of an operation by a principal and
 * {@link #MOST_GROUPS} groups of failures are kept apart, drawn by a hash, so that it does not
 * depend on the order of events which; events of the others are left out. The more there are, the
 * fewer stretches of time each has.
 */
public final class Loads implements Fold<Loads> {

  /** How many calls of an operation by a principal are kept apart. */
  public static final int MOST = 20_000;

  /** How many groups of failures are kept apart. */
  public static final int MOST_GROUPS = 40_000;

  /** So many stretches of time all together may have, each of twelve bytes, of failures twenty. */
  private static final int MOST_STRETCHES = 4 << 20;

  private static final int FEWEST = Series.MOST / 8;

  private static final long serialVersionUID = 1;

  private final Map<Calls, Load> loads = new HashMap<>();
  private final Drawn<Calls> kept;
  private final Drawn<Group> groups;

  /** By group; calls that succeed have no code. */
  private final Deliveries<Group> deliveries;

  private final int mostStretches;
  private int stretches = Series.MOST;
  private boolean over;
  private long undated;
  private long repeated;
  private long repeatedUndated;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Of events none of which was seen yet. */
  public Loads() {
    this(MOST, MOST_GROUPS, MOST_STRETCHES, Deliveries.MOST);
  }

  Loads(int most, int mostGroups, int mostStretches, int mostOnce) {
    kept = new Drawn<>(most);
    groups = new Drawn<>(mostGroups);
    this.mostStretches = mostStretches;
    deliveries = new Deliveries<>(mostOnce);
  }

  @Override
  public void add(Event event, RecordText record) {
    if (event.time() == Event.UNKNOWN_TIME) {
      undated(event);
      return;
    }
    first = Math.min(first, event.time());
    last = Math.max(last, event.time());
    Calls calls = Calls.of(event);
    Load load = load(calls);
    add(load.calls.all, event.time());
    load.first = Math.min(load.first, event.time());
    load.logged &= event.isOfLog();
    if (event.isFailed()) {
      if (!load.failures.containsKey(event.code())) {
        groups.add(new Group(calls, event.code())).ifPresent(this::leave);
        bound();
      }
      Counted failed = load.of(event.code());
      add(failed.all, event.time());
      deliveries.note(event, kind(failed, calls, event.code()), this::again);
    } else {
      deliveries.note(event, kind(load.calls, calls, ""), this::again);
    }
  }

  private void undated(Event event) {
    if (event.isFailed()) {
      undated++;
      deliveries.note(event, Deliveries.NONE, this::again);
    }
  }

  private int kind(Counted of, Calls calls, String code) {
    if (of.kind == Deliveries.NONE && deliveries.isExact()) {
      of.kind = deliveries.kind(new Group(calls, code));
    }
    return of.kind;
  }

  /** What is left out does not count at all. */
  private void again(@Nullable Group group, long time) {
    repeated++;
    if (time == Event.UNKNOWN_TIME) {
      repeatedUndated++;
    }
    Load load = group == null ? null : loads.get(group.calls());
    if (load != null && group != null) {
      load.calls.again(time);
      Counted failed = load.failures.get(group.code());
      if (failed != null) {
        failed.again(time);
      }
    }
  }

  /** Of what is left out none. */
  private int here(Group its) {
    Load load = loads.get(its.calls());
    Counted of = load == null || its.code().isEmpty() ? null : load.failures.get(its.code());
    Counted counted = load == null ? null : its.code().isEmpty() ? load.calls : of;
    return counted == null ? Deliveries.NONE : kind(counted, its.calls(), its.code());
  }

  private void add(Series series, long time) {
    series.bound(stretches);
    series.add(time);
  }

  private Load load(Calls calls) {
    Load load = loads.get(calls);
    if (load == null) {
      load = new Load();
      loads.put(calls, load);
      kept.add(calls).ifPresent(this::drop);
      bound();
    }
    return load;
  }

  private void drop(Calls calls) {
    loads.remove(calls);
    over = true;
  }

  /** Leaves a group out from now on. */
  private void leave(Group group) {
    Load load = loads.get(group.calls());
    over = true;
    if (load != null) {
      load.of(group.code()).all.close();
    }
  }

  /**
   * Gives each as many stretches as fit. How many there are of all never becomes less, and follows
   * from the events alone; so do the stretches.
   */
  private void bound() {
    int fit = Series.MOST;
    while (fit > FEWEST && (long) fit * (kept.size() + groups.size()) > mostStretches) {
      fit /= 2;
    }
    if (fit < stretches) {
      stretches = fit;
      loads.values().forEach(load -> load.bound(stretches));
    }
  }

  @Override
  public void merge(Loads other) {
    over |= other.over;
    undated += other.undated;
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    kept.addAll(other.kept, this::drop);
    other.loads.forEach((calls, load) -> load(calls).merge(load));
    groups.addAll(other.groups, this::leave);
    bound();
    loads.values().forEach(load -> load.bound(stretches));
    repeated += other.repeated;
    repeatedUndated += other.repeatedUndated;
    deliveries.merge(other.deliveries, this::here, this::again);
  }

  /** The same without the groups that are not wanted. */
  public Loads only(Predicate<Group> wanted) {
    loads.forEach((calls, load) ->
        load.failures.keySet().removeIf(code -> !wanted.test(new Group(calls, code))));
    return this;
  }

  /** The groups of failures, each over time, in the order of {@link Group#ORDER}. */
  public List<Times> result() {
    List<Times> all = new ArrayList<>();
    loads.forEach((calls, load) ->
        load.failures.forEach((code, failures) -> {
          if (!failures.all.isClosed() && failures.total(isOnce()) > 0) {
            all.add(times(new Group(calls, code), load, failures));
          }
        }));
    all.sort(Comparator.comparing(Times::group, Group.ORDER));
    return List.copyOf(all);
  }

  private Times times(Group group, Load load, Counted failures) {
    return Times.of(group, load.calls.counts(isOnce()), failures.counts(isOnce()), load.first)
        .told(load.logged);
  }

  /** Whether an event that two trails deliver counts once; else as often as it stands. */
  public boolean isOnce() {
    return deliveries.isExact();
  }

  /** How many events stood there before, where each counts once. */
  public long repeated() {
    return isOnce() ? repeated : 0;
  }

  /**
   * Where an event that two trails deliver counts as often as it stands, which share of the events
   * stands there again, about; else 0.
   */
  public double repeatedShare() {
    return isOnce() ? 0 : deliveries.repeatedShare();
  }

  /** How many stretches of time are kept, of all. */
  long stretches() {
    return loads.values().stream().mapToLong(Load::size).sum();
  }

  /** Whether there are more than are kept apart; events of the others are left out. */
  public boolean isOver() {
    return over || loads.values().stream().anyMatch(load -> load.over);
  }

  /** How many failed calls have no time, as those that logs tell: they are in no group. */
  public long undated() {
    return undated - (isOnce() ? repeatedUndated : 0);
  }

  /** The time of the first event; {@link Long#MAX_VALUE} where there is none. */
  public long first() {
    return first;
  }

  /** The time of the last event; {@link Long#MIN_VALUE} where there is none. */
  public long last() {
    return last;
  }
}

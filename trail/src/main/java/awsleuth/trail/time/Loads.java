package awsleuth.trail.time;

import awsleuth.trail.Calls;
import awsleuth.trail.Drawn;
import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

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

  /** How many codes are kept apart for each. */
  static final int MOST_CODES = 20;

  /** So many stretches of time all together may have, each of twelve bytes, of failures twenty. */
  private static final int MOST_STRETCHES = 4 << 20;

  private static final int FEWEST = Series.MOST / 8;

  private static final long serialVersionUID = 1;

  private final Map<Calls, Load> loads = new HashMap<>();
  private final Drawn<Calls> kept;
  private final Drawn<Group> groups;
  private final int mostStretches;
  private int stretches = Series.MOST;
  private boolean over;
  private long undated;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Of events none of which was seen yet. */
  public Loads() {
    this(MOST, MOST_GROUPS, MOST_STRETCHES);
  }

  Loads(int most, int mostGroups, int mostStretches) {
    kept = new Drawn<>(most);
    groups = new Drawn<>(mostGroups);
    this.mostStretches = mostStretches;
  }

  /** What one principal calls of one operation. */
  private static final class Load implements Serializable {
    private static final long serialVersionUID = 1;

    final Series calls = new Series();
    final TreeMap<String, Series> failures = new TreeMap<>();
    long first = Long.MAX_VALUE;

    /** Whether it has more codes than are kept apart. */
    boolean over;

    void merge(Load other) {
      over |= other.over;
      calls.merge(other.calls);
      other.failures.forEach((code, s) -> of(code).merge(s));
      first = Math.min(first, other.first);
    }

    /** Codes beyond the most are left out, the last by name, whatever the order of events. */
    Series of(String code) {
      Series series = failures.computeIfAbsent(code, c -> new Series(true));
      if (failures.size() > MOST_CODES) {
        failures.pollLastEntry();
        over = true;
      }
      return series;
    }

    long size() {
      return calls.size() + failures.values().stream().mapToLong(Series::size).sum();
    }

    void bound(int stretches) {
      calls.bound(stretches);
      failures.values().forEach(s -> s.bound(stretches));
    }
  }

  @Override
  public void add(Event event, RecordText record) {
    if (event.time() == Event.UNKNOWN_TIME) {
      undated += event.isFailed() ? 1 : 0;
      return;
    }
    first = Math.min(first, event.time());
    last = Math.max(last, event.time());
    Calls calls = Calls.of(event);
    Load load = load(calls);
    add(load.calls, event.time());
    load.first = Math.min(load.first, event.time());
    if (event.isFailed()) {
      if (!load.failures.containsKey(event.code())) {
        groups.add(new Group(calls, event.code())).ifPresent(this::leave);
        bound();
      }
      add(load.of(event.code()), event.time());
    }
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
      load.of(group.code()).close();
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
          if (!failures.isClosed()) {
            all.add(Times.of(new Group(calls, code), load.calls, failures, load.first));
          }
        }));
    all.sort(Comparator.comparing(Times::group, Group.ORDER));
    return List.copyOf(all);
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
    return undated;
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

package awsleuth.trail.time;

import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import awsleuth.trail.time.Group.Calls;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The question how many calls there were when, and how many of them failed how: by service,
 * operation, principal and code. At most {@link #MOST} calls of an operation by a principal are
 * kept apart, chosen by a hash, so that it does not depend on the order of events which; events of
 * the others are left out.
 */
public final class Loads implements Fold<Loads> {

  /** How many calls of an operation by a principal are kept apart. */
  public static final int MOST = 20_000;

  /** How many codes are kept apart for each. */
  static final int MOST_CODES = 20;

  private static final long serialVersionUID = 1;

  private final Map<Calls, Load> loads = new HashMap<>();
  private final TreeSet<Ranked> kept = new TreeSet<>();
  private boolean over;
  private long undated;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** What one principal calls of one operation. */
  static final class Load implements Serializable {
    private static final long serialVersionUID = 1;

    final Series calls = new Series();
    final TreeMap<String, Series> failures = new TreeMap<>();
    long first = Long.MAX_VALUE;

    void merge(Load other) {
      calls.merge(other.calls);
      other.failures.forEach((code, s) -> of(code).merge(s));
      first = Math.min(first, other.first);
    }

    /** Codes beyond the most are left out, the last by name, whatever the order of events. */
    Series of(String code) {
      Series series = failures.computeIfAbsent(code, c -> new Series());
      if (failures.size() > MOST_CODES) {
        failures.pollLastEntry();
      }
      return series;
    }
  }

  /** Calls by a hash, so that which are kept has nothing to do with what they are. */
  private record Ranked(int hash, Calls calls) implements Comparable<Ranked>, Serializable {

    static Ranked of(Calls calls) {
      int hash = calls.hashCode();
      return new Ranked((hash ^ (hash >>> 15)) * 0x9e3779b1, calls);
    }

    @Override
    public int compareTo(Ranked other) {
      int first = Integer.compare(hash, other.hash);
      return first != 0 ? first : Calls.ORDER.compare(calls, other.calls);
    }
  }

  @Override
  public void add(Event event, RecordText record) {
    if (event.time() == Event.UNKNOWN_TIME) {
      undated++;
      return;
    }
    first = Math.min(first, event.time());
    last = Math.max(last, event.time());
    Load load = load(new Calls(event.source(), event.name(), event.principal()));
    load.calls.add(event.time());
    load.first = Math.min(load.first, event.time());
    if (event.isFailed()) {
      load.of(event.code()).add(event.time());
    }
  }

  private Load load(Calls calls) {
    Load load = loads.get(calls);
    if (load == null) {
      load = new Load();
      loads.put(calls, load);
      kept.add(Ranked.of(calls));
      if (kept.size() > MOST) {
        drop();
      }
    }
    return load;
  }

  private void drop() {
    Ranked last = kept.pollLast();
    if (last != null) {
      loads.remove(last.calls());
      over = true;
    }
  }

  @Override
  public void merge(Loads other) {
    over |= other.over;
    undated += other.undated;
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    other.loads.forEach((calls, load) -> load(calls).merge(load));
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
        load.failures.forEach((code, failures) ->
            all.add(Times.of(new Group(calls, code), load.calls, failures, load.first))));
    all.sort(Comparator.comparing(Times::group, Group.ORDER));
    return List.copyOf(all);
  }

  /** Whether there are more than are kept apart; events of the others are left out. */
  public boolean isOver() {
    return over;
  }

  /** How many events have no time. */
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

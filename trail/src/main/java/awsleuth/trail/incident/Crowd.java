package awsleuth.trail.incident;

import awsleuth.trail.Event;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who called a service while a target's calls were throttled, second by second, in the account and
 * Region that share a rate, and what where that has a rate of its own. As many callers are kept
 * apart as there is room for, the target's principal before all others, then those of the same
 * operation; among them a hash chooses.
 */
final class Crowd implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many callers are kept apart at most. */
  static final int MOST = 500;

  /** How many of them at least, where many crowds share the room. */
  private static final int FEWEST = 100;

  /** Callers of other operations are counted for so many crowds, those that weigh most. */
  static final int MOST_WIDE = 20;

  /** So many agents of the target's principal are told apart. */
  private static final int MOST_AGENTS = 50;

  /** How many numbers all crowds of a question may keep: 24 MB. */
  static final int ROOM = 6_000_000;

  /** So many seconds are looked at one by one at most. */
  static final int SECONDS = 3 * 3_600;

  /** A caller's place among all, by which it is chosen. */
  private record Place(int rank, Caller caller) implements Comparable<Place>, Serializable {

    @Override
    public int compareTo(Place than) {
      int first = Integer.compare(rank, than.rank);
      return first != 0 ? first : caller.compareTo(than.caller);
    }
  }

  /**
   * A caller's use of the rate.
   *
   * @param caller who
   * @param within calls in the stretch
   * @param before calls in a stretch as long before it
   * @param busiest the most calls in one second
   * @param shared calls in the seconds in which the target's principal called too
   */
  record Use(Caller caller, long within, long before, int busiest, long shared) {}

  private final Target target;
  private final int most;
  private final int seconds;
  private final boolean wide;
  private final Map<Caller, BySecond> calls = new HashMap<>();

  /** What of it was counted once more than it should. */
  private final Map<Caller, BySecond> again = new HashMap<>();

  private final TreeSet<Place> kept = new TreeSet<>();
  private boolean over;

  /** How often the target's principal calls with what: the first by name. */
  private final TreeMap<String, long[]> agents = new TreeMap<>();

  /** Of a target alone. */
  Crowd(Target target) {
    this(target, 1, true);
  }

  /**
   * Of a target.
   *
   * @param crowds how many crowds share the room
   * @param wide whether callers of other operations are counted
   */
  Crowd(Target target, int crowds, boolean wide) {
    this.target = target;
    int room = ROOM / Math.max(1, crowds);
    this.most = Math.clamp(room / SECONDS, FEWEST, MOST);
    this.seconds = Math.min(SECONDS, room / most);
    this.wide = wide;
  }

  Target target() {
    return target;
  }

  /** Whether callers of other operations are counted. */
  boolean isWide() {
    return wide;
  }

  /**
   * Counts a call.
   *
   * @param who who calls what by it
   */
  void add(Event event, Caller who) {
    if (!counts(event)) {
      return;
    }
    long since = event.time() - target.from();
    Caller caller = caller(who);
    of(caller).add(since, seconds);
    if (since >= 0 && isOwn(caller) && isSame(caller.operation())) {
      count(event.agent(), 1);
    }
    over |= since / 1000 >= seconds && since / 1000 < SECONDS;
  }

  /** Whether it counts the calls that an event is one of. */
  boolean counts(Event event) {
    long length = length();
    long since = event.time() - target.from();
    return (wide || isSame(event.name())) && since < length && since >= -length;
  }

  /** A call of that time was counted once more than it should, where it was counted. */
  void again(Caller who, long time) {
    Caller caller = caller(who);
    long length = length();
    long since = time - target.from();
    if (calls.containsKey(caller) && since < length && since >= -length) {
      again.computeIfAbsent(caller, c -> new BySecond()).add(since, seconds);
    }
  }

  private boolean isSame(String operation) {
    return operation.equals(target.group().calls().name());
  }

  private boolean isOwn(Caller caller) {
    return caller.principal().equals(target.group().calls().principal());
  }

  /** How long the calls are compared: of failures that did not become more, not for days. */
  private long length() {
    long length = target.to() - target.from();
    return target.onset().isPresent() ? length : Math.min(length, SECONDS * 1000L);
  }

  /** All that the target's principal calls with is one caller. */
  private Caller caller(Caller who) {
    return isOwn(who) && isSame(who.operation()) ? who.withAnyAgent() : who;
  }

  /** What the target's principal calls with most; empty where it does not say. */
  String ownAgent() {
    return agents.entrySet().stream()
        .max(
            Map.Entry.<String, long[]>comparingByValue(Comparator.comparingLong(n -> n[0]))
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private void count(String agent, long number) {
    agents.computeIfAbsent(agent, k -> new long[1])[0] += number;
    if (agents.size() > MOST_AGENTS) {
      agents.pollLastEntry();
    }
  }

  private BySecond of(Caller caller) {
    BySecond own = calls.get(caller);
    if (own == null) {
      own = new BySecond();
      calls.put(caller, own);
      kept.add(new Place(rank(caller), caller));
      if (kept.size() > most) {
        drop();
      }
    }
    return own;
  }

  private int rank(Caller caller) {
    return !isSame(caller.operation()) ? 2 : isOwn(caller) ? 0 : 1;
  }

  private void drop() {
    Place last = kept.pollLast();
    if (last != null) {
      over |= last.rank() < 2;
      calls.remove(last.caller());
      again.remove(last.caller());
    }
  }

  void merge(Crowd other) {
    over |= other.over;
    other.agents.forEach((agent, n) -> count(agent, n[0]));
    other.calls.forEach((caller, c) -> of(caller).merge(c, seconds));
    other.again.forEach((caller, c) -> {
      if (calls.containsKey(caller)) {
        again.computeIfAbsent(caller, k -> new BySecond()).merge(c, seconds);
      }
    });
  }

  /** Whether callers of the operation or seconds were left out for want of room. */
  boolean isOver() {
    return over;
  }

  /** How many numbers are kept. */
  long size() {
    return calls.values().stream().mapToLong(BySecond::size).sum();
  }

  /**
   * What those used of the rate who call the same in the same account and Region, the most first.
   *
   * @param throttled who is throttled at what
   * @param once whether a call that two trails deliver counts once
   */
  List<Use> uses(Caller throttled, boolean once) {
    BySecond own = counted(throttled.withAnyAgent(), once);
    List<Use> uses = new ArrayList<>();
    for (Caller caller : calls.keySet()) {
      if (caller.isAt(throttled)) {
        BySecond c = counted(caller, once);
        uses.add(new Use(caller, c.within(), c.before(), c.busiest(), c.shared(own)));
      }
    }
    uses.sort(
        Comparator.comparingLong(Use::shared)
            .thenComparingLong(Use::within)
            .reversed()
            .thenComparing(Use::caller));
    return List.copyOf(uses);
  }

  private BySecond counted(Caller caller, boolean once) {
    BySecond all = calls.getOrDefault(caller, new BySecond());
    BySecond more = again.get(caller);
    return once && more != null ? all.less(more) : all;
  }
}

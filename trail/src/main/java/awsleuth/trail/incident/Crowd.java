package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.Fnv;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who called an operation while a target's calls were throttled, second by second, in the account
 * and Region that share a rate. As many callers are kept apart as there is room for, the target's
 * principal before all others, which are chosen by their names' hash.
 */
final class Crowd implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many callers are kept apart at most. */
  static final int MOST = 500;

  /** How many of them at least, where many crowds share the room. */
  private static final int FEWEST = 100;

  /** So many agents of the target's principal are told apart. */
  private static final int MOST_AGENTS = 50;

  /** How many numbers all crowds of a question may keep: 24 MB. */
  static final int ROOM = 6_000_000;

  /** So many seconds are looked at one by one at most. */
  static final int SECONDS = 3 * 3_600;

  /**
   * A caller.
   *
   * @param principal the role's or user's ARN
   * @param agent what it calls with
   * @param account the account
   * @param region the Region
   */
  record Caller(String principal, String agent, String account, String region)
      implements Comparable<Caller>, Serializable {

    private static final Comparator<Caller> ORDER =
        Comparator.comparingLong(Caller::number)
            .thenComparing(Caller::principal)
            .thenComparing(Caller::agent)
            .thenComparing(Caller::account)
            .thenComparing(Caller::region);

    /** The same on every machine. */
    private long number() {
      String all = String.join("\n", principal, agent, account, region);
      return Fnv.hash(all) * 0x9e3779b97f4a7c15L;
    }

    @Override
    public int compareTo(Caller other) {
      return ORDER.compare(this, other);
    }
  }

  /** A caller's place among all, by which it is chosen. */
  private record Place(boolean other, Caller caller) implements Comparable<Place>, Serializable {

    @Override
    public int compareTo(Place than) {
      int first = Boolean.compare(other, than.other);
      return first != 0 ? first : caller.compareTo(than.caller);
    }
  }

  /**
   * What one caller called, second by second from the target's beginning, and as long before it.
   */
  private static final class Calls implements Serializable {
    private static final long serialVersionUID = 1;

    int[] seconds = new int[0];
    long within;
    long before;

    void add(int second, int number, int most) {
      if (second >= seconds.length) {
        seconds = Arrays.copyOf(seconds, Math.clamp(2L * second, 16, most));
      }
      seconds[second] += number;
    }

    void merge(Calls other, int most) {
      for (int i = 0; i < other.seconds.length; i++) {
        if (other.seconds[i] > 0) {
          add(i, other.seconds[i], most);
        }
      }
      within += other.within;
      before += other.before;
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
  private final Map<Caller, Calls> calls = new HashMap<>();
  private final TreeSet<Place> kept = new TreeSet<>();
  private boolean over;

  /** How often the target's principal calls with what: the first by name. */
  private final TreeMap<String, long[]> agents = new TreeMap<>();

  /**
   * Of a target.
   *
   * @param crowds how many crowds share the room
   */
  Crowd(Target target, int crowds) {
    this.target = target;
    int room = ROOM / Math.max(1, crowds);
    this.most = Math.clamp(room / SECONDS, FEWEST, MOST);
    this.seconds = Math.min(SECONDS, room / most);
  }

  Target target() {
    return target;
  }

  void add(Event event) {
    if (!event.name().equals(target.group().calls().name())) {
      return;
    }
    long length = length();
    long since = event.time() - target.from();
    if (since >= length || since < -length) {
      return;
    }
    Calls own = of(caller(event));
    if (since < 0) {
      own.before++;
      return;
    }
    own.within++;
    if (isOwn(event.principal())) {
      count(event.agent(), 1);
    }
    if (since / 1000 < seconds) {
      own.add((int) (since / 1000), 1, seconds);
    } else if (since / 1000 < SECONDS) {
      over = true;
    }
  }

  /** How long the calls are compared: of failures that did not become more, not for days. */
  private long length() {
    long length = target.to() - target.from();
    return target.onset().isPresent() ? length : Math.min(length, SECONDS * 1000L);
  }

  /** All that the target's principal calls with is one caller. */
  private Caller caller(Event e) {
    boolean own = isOwn(e.principal());
    return new Caller(e.principal(), own ? "" : e.agent(), e.account(), e.region());
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

  private boolean isOwn(String principal) {
    return principal.equals(target.group().calls().principal());
  }

  private Calls of(Caller caller) {
    Calls own = calls.get(caller);
    if (own == null) {
      own = new Calls();
      calls.put(caller, own);
      kept.add(new Place(!isOwn(caller.principal()), caller));
      if (kept.size() > most) {
        drop();
      }
    }
    return own;
  }

  private void drop() {
    over = true;
    Place last = kept.pollLast();
    if (last != null) {
      calls.remove(last.caller());
    }
  }

  void merge(Crowd other) {
    over |= other.over;
    other.agents.forEach((agent, n) -> count(agent, n[0]));
    other.calls.forEach((caller, c) -> of(caller).merge(c, seconds));
  }

  /** Whether callers or seconds were left out for want of room. */
  boolean isOver() {
    return over;
  }

  /** How many numbers are kept. */
  long size() {
    return calls.values().stream().mapToLong(c -> c.seconds.length).sum();
  }

  /** What the callers of an account and Region used of the rate, the most first. */
  List<Use> uses(String account, String region) {
    Caller victim = new Caller(target.group().calls().principal(), "", account, region);
    Calls own = calls.getOrDefault(victim, new Calls());
    List<Use> uses = new ArrayList<>();
    calls.forEach((caller, c) -> {
      if (caller.account().equals(account) && caller.region().equals(region)) {
        uses.add(use(caller, c, own));
      }
    });
    uses.sort(
        Comparator.comparingLong(Use::shared)
            .thenComparingLong(Use::within)
            .reversed()
            .thenComparing(Use::caller));
    return List.copyOf(uses);
  }

  private static Use use(Caller caller, Calls c, Calls own) {
    int busiest = 0;
    long shared = 0;
    for (int i = 0; i < c.seconds.length; i++) {
      busiest = Math.max(busiest, c.seconds[i]);
      shared += i < own.seconds.length && own.seconds[i] > 0 ? c.seconds[i] : 0;
    }
    return new Use(caller, c.within, c.before, busiest, shared);
  }
}

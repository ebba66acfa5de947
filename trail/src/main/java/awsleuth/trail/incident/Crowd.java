package awsleuth.trail.incident;

import awsleuth.trail.Drawn;
import awsleuth.trail.Event;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who called an operation while a target's calls were throttled, second by second, in the account
 * and Region that share a rate. At most {@link #MOST} callers are kept apart, drawn by a hash.
 */
final class Crowd implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many callers are kept apart. */
  static final int MOST = 500;

  /** So long a stretch is looked at second by second. */
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
        Comparator.comparing(Caller::principal)
            .thenComparing(Caller::agent)
            .thenComparing(Caller::account)
            .thenComparing(Caller::region);

    @Override
    public int compareTo(Caller other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What one caller called, second by second from the target's beginning, and as long before it.
   */
  private static final class Calls implements Serializable {
    private static final long serialVersionUID = 1;

    final Map<Integer, Integer> seconds = new HashMap<>();
    long within;
    long before;

    void merge(Calls other) {
      other.seconds.forEach((s, n) -> seconds.merge(s, n, Integer::sum));
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
  private final Map<Caller, Calls> calls = new HashMap<>();
  private final Drawn<Caller> kept = new Drawn<>(MOST);

  Crowd(Target target) {
    this.target = target;
  }

  Target target() {
    return target;
  }

  void add(Event event) {
    if (!event.name().equals(target.group().calls().name())) {
      return;
    }
    long length = target.to() - target.from();
    long since = event.time() - target.from();
    if (since >= length || since < -length) {
      return;
    }
    Calls own = of(new Caller(event.principal(), event.agent(), event.account(), event.region()));
    if (since < 0) {
      own.before++;
      return;
    }
    own.within++;
    if (since / 1000 < SECONDS) {
      own.seconds.merge((int) (since / 1000), 1, Integer::sum);
    }
  }

  private Calls of(Caller caller) {
    Calls own = calls.get(caller);
    if (own == null) {
      own = new Calls();
      calls.put(caller, own);
      kept.add(caller).ifPresent(calls::remove);
    }
    return own;
  }

  void merge(Crowd other) {
    other.calls.forEach((caller, c) -> of(caller).merge(c));
  }

  /** What the callers of an account and Region used of the rate, the most first. */
  List<Use> uses(String account, String region) {
    Map<Integer, Integer> own = new HashMap<>();
    calls.forEach((caller, c) -> {
      if (caller.principal().equals(target.group().calls().principal())) {
        own.putAll(c.seconds);
      }
    });
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

  private static Use use(Caller caller, Calls c, Map<Integer, Integer> own) {
    int busiest = 0;
    long shared = 0;
    for (Map.Entry<Integer, Integer> e : c.seconds.entrySet()) {
      busiest = Math.max(busiest, e.getValue());
      shared += own.containsKey(e.getKey()) ? e.getValue() : 0;
    }
    return new Use(caller, c.within, c.before, busiest, shared);
  }
}

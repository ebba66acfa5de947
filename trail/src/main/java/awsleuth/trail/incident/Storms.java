package awsleuth.trail.incident;

import awsleuth.trail.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds who used up a rate.
 *
 * @param first the throttled call
 * @param resource what it calls, where that has a rate of its own and is told; else empty
 * @param uses what callers used of the rate meanwhile, the most first
 */
record Storms(Event first, String resource, List<Crowd.Use> uses) {

  /**
   * So many times the throttled caller's own calls the other must make, in the seconds that both
   * call.
   */
  private static final int TIMES = 2;

  /** By so many times its calls must have become more. */
  private static final int RISE = 2;

  private static final int FEWEST = 10;

  /** So many calls there must be in one second: fewer are no load to any rate but the lowest. */
  static final int BUSY = 5;

  /** So many calls, and so many times the throttled caller's own, may be why at fewer a second. */
  private static final int FEWEST_STEADY = 300;

  private static final int TIMES_STEADY = 10;

  /** What is throttled is called again, by botocore up to five times: more than that is a rise. */
  private static final int RISE_OF_ITSELF = 10;

  private static final int FEWEST_OWN = 100;

  /** So many of one who makes all calls to the service but one in so many. */
  private static final int FEWEST_ALONE = 20;

  private static final int ALONE = 10;

  /** So many calls of another operation may be why; fewer are what any program does. */
  private static final int FEWEST_OTHER = 100;

  /**
   * Who used up the rate of the throttled operation.
   *
   * @param agent what the throttled caller calls with
   */
  Optional<Cause.Storm> of(String agent) {
    return uses.stream()
        .filter(u -> isSame(u) && !isOwn(u))
        .filter(u -> isBusy(u, FEWEST))
        .findFirst()
        .map(u -> storm(u, u.caller().agent()))
        .or(() -> ofItself(agent))
        .or(this::steady);
  }

  /**
   * Who may have used it up by many calls, though by few a second: in a second in which the
   * throttled caller calls it has one call at least, so that such seconds tell nothing of them.
   */
  private Optional<Cause.Storm> steady() {
    long own = own().map(Crowd.Use::within).orElse(0L);
    return uses.stream()
        .filter(u -> isSame(u) && !isOwn(u) && isTold())
        .filter(u -> u.within() >= FEWEST_STEADY && u.within() >= TIMES_STEADY * Math.max(1, own))
        .filter(u -> u.within() >= RISE * Math.max(1, u.before()))
        .max(Comparator.comparingLong(Crowd.Use::within))
        .map(u -> storm(u, u.caller().agent()));
  }

  private boolean isTold() {
    return Rate.of(first) != Rate.RESOURCE || !resource.isEmpty();
  }

  /**
   * Who may have used it up with another operation of the service: which operations share a rate is
   * not known. ("Request throttling for the Amazon EC2 API", EC2 developer guide: operations of a
   * category share a bucket.)
   */
  Optional<Cause.Storm> ofAnotherOperation() {
    return uses.stream()
        .filter(u -> !isSame(u))
        .filter(u -> isBusy(u, FEWEST_OTHER))
        .findFirst()
        .map(u -> storm(u, u.caller().agent()));
  }

  private boolean isSame(Crowd.Use u) {
    return u.caller().operation().equals(first.name());
  }

  private boolean isOwn(Crowd.Use u) {
    return u.caller().principal().equals(first.principal());
  }

  /** The throttled caller's own. */
  private Optional<Crowd.Use> own() {
    return uses.stream().filter(u -> isSame(u) && isOwn(u)).findFirst();
  }

  /**
   * Whether it makes many more calls than before, and than the throttled caller does meanwhile; of
   * what has a rate for each resource, to the same one.
   */
  private boolean isBusy(Crowd.Use u, int fewest) {
    long shared = own().map(Crowd.Use::shared).orElse(0L);
    boolean more = u.within() >= fewest && u.within() >= RISE * Math.max(1, u.before());
    return more && isTold() && u.busiest() >= BUSY && shared > 0 && u.shared() >= TIMES * shared;
  }

  /**
   * The throttled caller itself, where it makes most of the calls and many times more than before.
   */
  private Optional<Cause.Storm> ofItself(String agent) {
    long all = uses.stream().filter(this::isSame).mapToLong(Crowd.Use::within).sum();
    return own()
        .filter(u -> u.within() >= FEWEST_OWN && 2 * u.within() > all && u.busiest() >= BUSY)
        .filter(u -> u.within() >= RISE_OF_ITSELF * Math.max(1, u.before()))
        .map(u -> storm(u, agent));
  }

  /**
   * The throttled caller itself, where hardly any call is another's, and it makes many a second; to
   * be asked where calls of other operations are counted too.
   */
  Optional<Cause.Storm> alone(String agent) {
    long all = uses.stream().mapToLong(Crowd.Use::within).sum();
    return own()
        .filter(u -> u.within() >= FEWEST_ALONE && ALONE * u.within() >= (ALONE - 1) * all)
        .filter(u -> u.busiest() >= BUSY && u.within() >= RISE_OF_ITSELF * Math.max(1, u.before()))
        .map(u -> storm(u, agent));
  }

  private Cause.Storm storm(Crowd.Use u, String agent) {
    return new Cause.Storm(
        Rate.of(first),
        resource,
        u.caller().operation(),
        u.caller().principal(),
        agent,
        u.within(),
        u.before(),
        u.busiest(),
        u.shared(),
        own().map(Crowd.Use::within).orElse(0L),
        first);
  }
}

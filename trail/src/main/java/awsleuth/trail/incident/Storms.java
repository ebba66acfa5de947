package awsleuth.trail.incident;

import awsleuth.trail.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds who used up a rate. */
final class Storms {

  /**
   * So many times the throttled caller's own calls the other must make, in the seconds that both
   * call.
   */
  private static final int TIMES = 2;

  /** By so many times its calls must have become more. */
  private static final int RISE = 2;

  private static final int FEWEST = 10;

  /** What is throttled is called again, by botocore up to five times: more than that is a rise. */
  private static final int RISE_OF_ITSELF = 10;

  private static final int FEWEST_OWN = 100;

  /** So many calls of another operation may be why; fewer are what any program does. */
  private static final int FEWEST_OTHER = 100;

  private Storms() {}

  /** What of a crowd's calls is of the throttled operation, and what of others. */
  private record Uses(Event first, List<Crowd.Use> same, List<Crowd.Use> others) {

    static Uses of(Event first, List<Crowd.Use> all) {
      Map<Boolean, List<Crowd.Use>> parts =
          all.stream()
              .collect(Collectors.partitioningBy(u -> u.caller().operation().equals(first.name())));
      return new Uses(
          first, parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()));
    }

    /** The throttled caller's own. */
    Optional<Crowd.Use> own() {
      return same.stream()
          .filter(u -> u.caller().principal().equals(first.principal()))
          .findFirst();
    }
  }

  /** Who used up the rate of the throttled operation. */
  static Optional<Cause.Storm> of(Crowd crowd, List<Crowd.Use> all, Refused call) {
    Uses uses = Uses.of(call.sampled().event(), all);
    return uses.same().stream()
        .filter(u -> !u.caller().principal().equals(uses.first().principal()))
        .filter(u -> isBusy(u, uses, FEWEST))
        .findFirst()
        .map(u -> storm(u, u.caller().agent(), uses))
        .or(() -> ofItself(uses, crowd.ownAgent()));
  }

  /**
   * Who may have used it up with another operation of the service: which operations share a rate is
   * not known. ("Request throttling for the Amazon EC2 API", EC2 developer guide: operations of a
   * category share a bucket.)
   */
  static Optional<Cause.Storm> ofAnotherOperation(List<Crowd.Use> all, Refused call) {
    Uses uses = Uses.of(call.sampled().event(), all);
    return uses.others().stream()
        .filter(u -> isBusy(u, uses, FEWEST_OTHER))
        .findFirst()
        .map(u -> storm(u, u.caller().agent(), uses));
  }

  /** Whether it makes many more calls than before, and than the throttled caller does meanwhile. */
  private static boolean isBusy(Crowd.Use u, Uses uses, int fewest) {
    long shared = uses.own().map(Crowd.Use::shared).orElse(0L);
    boolean more = u.within() >= fewest && u.within() >= RISE * Math.max(1, u.before());
    return more && shared > 0 && u.shared() >= TIMES * shared;
  }

  /**
   * The throttled caller itself, where it makes most of the calls and many times more than before.
   */
  private static Optional<Cause.Storm> ofItself(Uses uses, String agent) {
    long all = uses.same().stream().mapToLong(Crowd.Use::within).sum();
    return uses.own()
        .filter(u -> u.within() >= FEWEST_OWN && 2 * u.within() > all)
        .filter(u -> u.within() >= RISE_OF_ITSELF * Math.max(1, u.before()))
        .map(u -> storm(u, agent, uses));
  }

  private static Cause.Storm storm(Crowd.Use u, String agent, Uses uses) {
    return new Cause.Storm(
        u.caller().operation(),
        u.caller().principal(),
        agent,
        u.within(),
        u.before(),
        u.busiest(),
        u.shared(),
        uses.own().map(Crowd.Use::within).orElse(0L),
        uses.first());
  }
}

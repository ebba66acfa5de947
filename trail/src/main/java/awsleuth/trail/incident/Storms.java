package awsleuth.trail.incident;

import awsleuth.trail.Event;
import java.util.List;
import java.util.Optional;

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

  private Storms() {}

  static Optional<Cause> of(Crowd crowd, Refused call) {
    Event first = call.sampled().event();
    List<Crowd.Use> uses = crowd.uses(first.account(), first.region());
    String victim = first.principal();
    long own = 0;
    long ownShared = 0;
    for (Crowd.Use u : uses) {
      own += u.caller().principal().equals(victim) ? u.within() : 0;
      ownShared += u.caller().principal().equals(victim) ? u.shared() : 0;
    }
    for (Crowd.Use u : uses) {
      boolean other = !u.caller().principal().equals(victim);
      boolean more = u.within() >= FEWEST && u.within() >= RISE * Math.max(1, u.before());
      boolean met = ownShared > 0 && u.shared() > 0;
      if (other && more && met && u.shared() >= TIMES * ownShared) {
        return Optional.of(storm(u, u.caller().agent(), own, first));
      }
    }
    return ofItself(uses, own, crowd.ownAgent(), first);
  }

  /**
   * The throttled caller itself, where it makes most of the calls and many times more than before.
   */
  private static Optional<Cause> ofItself(
      List<Crowd.Use> uses, long own, String agent, Event first) {
    long all = uses.stream().mapToLong(Crowd.Use::within).sum();
    return uses.stream()
        .filter(u -> u.caller().principal().equals(first.principal()))
        .filter(u -> u.within() >= FEWEST_OWN && 2 * u.within() > all)
        .filter(u -> u.within() >= RISE_OF_ITSELF * Math.max(1, u.before()))
        .findFirst()
        .map(u -> storm(u, agent, own, first));
  }

  private static Cause storm(Crowd.Use u, String agent, long own, Event first) {
    return new Cause.Storm(
        u.caller().principal(), agent, u.within(), u.before(), u.busiest(), u.shared(), own, first);
  }
}

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
        return Optional.of(storm(u, own, first));
      }
    }
    return Optional.empty();
  }

  private static Cause storm(Crowd.Use u, long own, Event first) {
    return new Cause.Storm(
        u.caller().principal(),
        u.caller().agent(),
        u.within(),
        u.before(),
        u.busiest(),
        u.shared(),
        own,
        first);
  }
}

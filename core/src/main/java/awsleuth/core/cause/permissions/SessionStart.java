package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * The event that started the caller's session with a policy of its own (CloudTrail user guide,
 * "CloudTrail userIdentity element"; STS API reference, AssumeRole).
 *
 * @param event the newest before the failure
 */
record SessionStart(TrailEvent event) {

  /** A trail of more events than this is not looked through for each refused call. */
  private static final int MOST_EVENTS = 20_000;

  private static final String POLICY = "requestParameters.policy";

  /** Empty where no event tells. */
  static Optional<SessionStart> of(Facts facts) {
    String caller = Access.of(facts).principal();
    String until = facts.event().map(TrailEvent::time).orElse("");
    List<TrailEvent> trail = caller.isEmpty() ? List.of() : facts.trail();
    for (int i = trail.size() - 1; i >= Math.max(0, trail.size() - MOST_EVENTS); i--) {
      TrailEvent e = trail.get(i);
      boolean before = until.isEmpty() || e.time().compareTo(until) <= 0;
      if (before && starts(e, caller)) {
        return Optional.of(new SessionStart(e)).filter(s -> !e.field(POLICY).isEmpty());
      }
    }
    return Optional.empty();
  }

  private static boolean starts(TrailEvent e, String caller) {
    return e.eventSource().equals("sts.amazonaws.com")
        && e.errorCode().isEmpty()
        && e.field("responseElements.assumedRoleUser.arn").equals(caller);
  }

  /** Who passed the policy and when, where it stands. */
  Citation cite() {
    String who = event.principal();
    return new Citation(
        "`"
            + event.eventName()
            + "` of "
            + event.time()
            + (who.isEmpty() ? "" : " by `" + who + "`")
            + " passed the session its policy",
        event.at(POLICY));
  }
}

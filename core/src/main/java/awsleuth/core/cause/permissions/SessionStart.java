package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Position;
import java.util.List;
import java.util.Optional;

/**
 * The event that started the caller's session with a policy of its own (CloudTrail user guide,
 * "CloudTrail userIdentity element"; STS API reference, AssumeRole).
 *
 * @param event the newest before the failure
 */
record SessionStart(TrailEvent event) {

  private static final String POLICY = "requestParameters.policy";

  private static final String MANAGED = "requestParameters.policyArns";

  /** Empty where no event tells. */
  static Optional<SessionStart> of(Facts facts) {
    String caller = Access.of(facts).principal();
    String until = facts.event().map(TrailEvent::time).orElse("");
    List<TrailEvent> trail = caller.isEmpty() ? List.of() : facts.trail();
    for (int i = trail.size() - 1; i >= Math.max(0, trail.size() - Facts.MOST_EVENTS); i--) {
      TrailEvent e = trail.get(i);
      boolean before = until.isEmpty() || e.time().compareTo(until) <= 0;
      if (before && starts(e, caller)) {
        return Optional.of(new SessionStart(e)).filter(s -> !e.field(POLICY).isEmpty());
      }
    }
    return Optional.empty();
  }

  /** Whether an event began a session of an ARN. */
  static boolean starts(TrailEvent e, String caller) {
    return e.eventSource().equals("sts.amazonaws.com")
        && e.errorCode().isEmpty()
        && e.field("responseElements.assumedRoleUser.arn").equals(caller);
  }

  /**
   * The session's policy as the event has it; empty where it is not whole, and where managed
   * policies were passed beside it, whose content the event does not have.
   */
  Optional<Policy> policy() {
    if (event.fields().keySet().stream().anyMatch(f -> f.startsWith(MANAGED))) {
      return Optional.empty();
    }
    Source at = event.at(POLICY);
    Position string = new Position(at.line(), Math.max(2, event.column(POLICY)), 0, 0);
    return PolicyFinder.inString(at.artifact(), PolicyType.SESSION, event.field(POLICY), string)
        .policy();
  }

  /** Who passed the policy and when, where it stands. */
  Citation cite() {
    return Citation.of(event, "passed the session its policy", event.at(POLICY));
  }
}

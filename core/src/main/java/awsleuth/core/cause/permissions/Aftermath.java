package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What CloudTrail saw after a refusal: a change by which the policies refuse the call no more, and
 * the same call that succeeded.
 *
 * @param undone the last such change
 * @param success the same call, where its last event is a success
 * @param instead what to do where there is nothing left to change; empty where nothing was undone
 */
record Aftermath(
    Optional<LaterPolicies> undone, Optional<TrailEvent> success, Optional<Fix> instead) {

  static final Aftermath NONE = new Aftermath(Optional.empty(), Optional.empty(), Optional.empty());

  static Aftermath of(Facts facts) {
    Optional<TrailEvent> refused = facts.event().filter(e -> !e.time().isEmpty());
    List<TrailEvent> later = refused.map(e -> after(e, facts.trail())).orElse(List.of());
    if (later.isEmpty() || later.size() > Facts.MOST_EVENTS) {
      return NONE;
    }
    Optional<TrailEvent> again =
        later.reversed().stream()
            .filter(e -> SameCall.is(e, refused.get(), Access.of(facts)))
            .findFirst();
    Optional<LaterPolicies> undone =
        LaterPolicies.of(facts, later).filter(u -> again.filter(u::refusedSince).isEmpty());
    Optional<TrailEvent> success = again.filter(e -> e.errorCode().isEmpty());
    return new Aftermath(undone, success, undone.map(u -> Again.fix(facts, title(u, success), "")));
  }

  private static List<TrailEvent> after(TrailEvent event, List<TrailEvent> trail) {
    int from = trail.size();
    while (from > 0 && trail.get(from - 1).time().compareTo(event.time()) > 0) {
      from--;
    }
    return trail.subList(from, trail.size());
  }

  private static String title(LaterPolicies undone, Optional<TrailEvent> success) {
    return success.isPresent()
        ? "change nothing: " + undone.what() + ", and the call succeeds since"
        : "call again, without a change: " + undone.what();
  }

  List<Citation> cite() {
    List<Citation> cited = new ArrayList<>();
    undone.map(LaterPolicies::cite).ifPresent(cited::add);
    citeSuccess().ifPresent(cited::add);
    return List.copyOf(cited);
  }

  Optional<Citation> citeSuccess() {
    return success.map(e -> new Citation("the same call succeeded at " + e.time(), e.source()));
  }
}

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
 * @param elsewhere a call that differs in what may decide, where that succeeded and there is no
 *     event of the same
 * @param instead what to do where there is nothing left to change; empty where nothing was undone
 */
record Aftermath(
    Optional<LaterPolicies> undone,
    Optional<TrailEvent> success,
    Optional<Elsewhere> elsewhere,
    Optional<Fix> instead) {

  static final Aftermath NONE =
      new Aftermath(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A call of the same caller, operation and resource, and in what it differs. */
  record Elsewhere(TrailEvent event, String difference) {}

  static Aftermath of(Facts facts) {
    Optional<TrailEvent> refused = facts.event().filter(e -> !e.time().isEmpty());
    List<TrailEvent> later = refused.map(e -> after(e, facts.trail())).orElse(List.of());
    if (later.isEmpty() || later.size() > Facts.MOST_EVENTS) {
      return NONE;
    }
    List<TrailEvent> calls =
        later.reversed().stream()
            .filter(e -> SameCall.is(e, refused.get(), Access.of(facts)))
            .toList();
    Optional<TrailEvent> again =
        calls.stream()
            .filter(e -> SameCall.difference(e, refused.get(), facts).isEmpty())
            .findFirst();
    Optional<TrailEvent> last = again.or(() -> calls.stream().findFirst());
    Optional<LaterPolicies> undone =
        LaterPolicies.of(facts, later).filter(u -> last.filter(u::refusedSince).isEmpty());
    Optional<TrailEvent> success = again.filter(Aftermath::succeeded);
    Optional<Elsewhere> elsewhere =
        last.filter(e -> again.isEmpty() && succeeded(e))
            .flatMap(
                e -> SameCall.difference(e, refused.get(), facts).map(d -> new Elsewhere(e, d)));
    return new Aftermath(
        undone, success, elsewhere, undone.map(u -> Again.fix(facts, title(u, success), "")));
  }

  private static boolean succeeded(TrailEvent event) {
    return event.errorCode().isEmpty();
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
    elsewhere.map(Aftermath::cite).ifPresent(cited::add);
    return List.copyOf(cited);
  }

  private static Citation cite(Elsewhere e) {
    String words =
        "the call succeeded at %s with another `%s`, which says nothing of the refused one"
            .formatted(e.event.time(), e.difference);
    return new Citation(words, e.event.source());
  }

  Optional<Citation> citeSuccess() {
    return success.map(e -> new Citation("the same call succeeded at " + e.time(), e.source()));
  }
}

package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.iam.PolicySet;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Requests that CloudTrail shows as allowed, the newest first: one of each principal, action,
 * resource and values of the keys that conditions look at.
 */
final class AllowedBefore {

  private static final int MOST_REQUESTS = 1_000;

  private final Request refused;
  private final RequestKinds kinds;
  private final boolean shared;
  private final List<Proof.Witness> own = new ArrayList<>();
  private final List<Proof.Witness> ofOthers = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private boolean full;

  private AllowedBefore(Request refused, PolicySet set, boolean shared) {
    this.refused = refused;
    this.kinds = RequestKinds.of(set);
    this.shared = shared;
  }

  /**
   * As far as the events tell them.
   *
   * @param refused a request of the caller
   * @param set the policies that decide it
   * @param shared whether others are decided by one of them too
   */
  static AllowedBefore of(Facts facts, Request refused, PolicySet set, boolean shared) {
    AllowedBefore before = new AllowedBefore(refused, set, shared);
    List<TrailEvent> trail = facts.trail();
    for (int i = trail.size() - 1; i >= first(trail); i--) {
      before.look(trail.get(i), facts);
    }
    return before;
  }

  private static int first(List<TrailEvent> trail) {
    return Math.max(0, trail.size() - Facts.MOST_EVENTS);
  }

  /**
   * What is taken for granted of a trail that is not looked through; words after "supposes that".
   */
  static Optional<String> cut(Facts facts) {
    return first(facts.trail()) == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "what only events before the newest %,d show is still allowed",
                Facts.MOST_EVENTS));
  }

  /** Likewise of allowed requests beyond those that are asked again. */
  Optional<String> cut() {
    return full
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "requests older than the newest %,d different ones are still allowed",
                MOST_REQUESTS))
        : Optional.empty();
  }

  /** Those of the same caller. */
  List<Proof.Witness> own() {
    return List.copyOf(own);
  }

  /** Those of others; none where no policy is theirs too. */
  List<Proof.Witness> ofOthers() {
    return List.copyOf(ofOthers);
  }

  private void look(TrailEvent event, Facts facts) {
    boolean same = Principals.isSame(event.principal(), refused.principal().text());
    List<Proof.Witness> found = same ? own : ofOthers;
    if (!event.errorCode().isEmpty() || !(same || shared)) {
      return;
    }
    if (found.size() >= MOST_REQUESTS) {
      full = true; // not asked whether it is one of those, so that a trail costs no more
      return;
    }
    EventRequest made = EventRequest.of(event, facts.catalog());
    for (String action : made.actions()) {
      Optional<Request> request = made.request(action);
      if (request.isPresent() && seen.add(kinds.of(request.get()))) {
        String place =
            event.source() + (same ? "" : " by `" + RequestKinds.name(request.get()) + "`");
        found.add(new Proof.Witness(place, complete(request.get())));
      }
    }
  }

  private static Request complete(Request r) {
    return r.in(DocumentedKeys.complete(r.context(), r.principal()));
  }
}

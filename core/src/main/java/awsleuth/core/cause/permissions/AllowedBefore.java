package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Requests of the same caller that CloudTrail shows as allowed. */
final class AllowedBefore {

  /** A trail of more events than this is not looked through for each refused call. */
  private static final int MOST_EVENTS = 20_000;

  private static final int MOST_REQUESTS = 1_000;

  private AllowedBefore() {}

  /**
   * One of each action and resource, the newest, as far as the events tell them.
   *
   * @param refused a request of the caller
   */
  static List<Proof.Witness> of(Facts facts, Request refused) {
    List<Proof.Witness> witnesses = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<TrailEvent> trail = facts.trail();
    int first = Math.max(0, trail.size() - MOST_EVENTS);
    for (int i = trail.size() - 1; i >= first && witnesses.size() < MOST_REQUESTS; i--) {
      TrailEvent event = trail.get(i);
      if (event.errorCode().isEmpty()
          && Principals.isSame(event.principal(), refused.principal().text())) {
        EventRequest made = EventRequest.of(event, facts.catalog());
        for (String action : made.actions()) {
          Optional<Request> request = made.request(action);
          if (request.isPresent() && seen.add(action + " " + request.get().resource())) {
            witnesses.add(new Proof.Witness(event.source().toString(), complete(request.get())));
          }
        }
      }
    }
    return List.copyOf(witnesses);
  }

  private static Request complete(Request r) {
    return r.in(DocumentedKeys.complete(r.context(), r.principal()));
  }
}

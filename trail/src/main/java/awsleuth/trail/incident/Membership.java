package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A user that was taken out of a group, a policy of which allowed the call.
 *
 * @param call the refused call
 * @param before the calls that succeeded
 * @param history what policies say
 * @param beside the policies that the caller has itself
 */
record Membership(Refused call, Before before, History history, Beside beside) {

  /** The ruling; empty where it is no such change, or no policy is known that allowed the call. */
  Optional<Ruling> ruling(Change change) {
    PolicyDocument.Type said = call.denial().policyType();
    boolean own = said == PolicyDocument.Type.IDENTITY || said == PolicyDocument.Type.UNKNOWN;
    if (!change.isMembership()
        || !change.removes()
        || !own
        || call.denial().kind() == Denial.Kind.EXPLICIT) {
      return Optional.empty();
    }
    return history.ofGroup(change).stream().flatMap(c -> ruling(change, c).stream()).findFirst();
  }

  private Optional<Ruling> ruling(Change change, Change policy) {
    Decided decided = decided(history.document(policy));
    if (decided.verdict() != Verdict.ALLOWS) {
      return Optional.empty();
    }
    List<String> why =
        List.of(
            "before, %s in the %s (%s of %s)"
                .formatted(
                    decided.words(),
                    policy.what(),
                    policy.event().name(),
                    Event.moment(policy.event().time())),
            "since RemoveUserFromGroup the user is not in the group any more");
    if (call.request().isEmpty() || before.last().isEmpty()) {
      return Optional.of(
          new Ruling(
              Certainty.POSSIBLE,
              why,
              before.last().isEmpty()
                  ? "whether the call was allowed before: no success is known"
                  : call.untold()));
    }
    return Optional.of(beside.of(change, Ruling.confirmed(why), call, history));
  }

  /** Of a call of which the resource is not told only what is allowed on all. */
  private Decided decided(String document) {
    Optional<Request> told = call.request();
    Decided decided =
        told.or(() ->
                new NotAbout(call, call.denial().action(), new Documents(call, history), history)
                    .onAny())
            .map(r -> Decided.of(PolicyType.IDENTITY, Layer.IDENTITY, document, r))
            .orElse(Decided.OPEN);
    return told.isPresent() || !(decided.narrow() || decided.conditional())
        ? decided
        : Decided.OPEN;
  }
}

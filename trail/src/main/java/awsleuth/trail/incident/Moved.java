package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The move of the caller's account to where a service control policy is attached that denies the
 * call (Organizations user guide, "SCP evaluation").
 *
 * @param call the refused call
 * @param before the calls that succeeded
 * @param history what policies say
 */
record Moved(Refused call, Before before, History history) {

  private static final String MOVES = "MoveAccount";

  /** The ruling; empty where it is no such move, or no policy there is known to deny the call. */
  Optional<Ruling> ruling(Change change) {
    Request request = call.request().orElse(null);
    PolicyDocument.Type said = call.denial().policyType();
    if (request == null
        || !change.event().name().equals(MOVES)
        || !change.thing().name().equals(Touches.account(call.caller()))
        || (said != PolicyDocument.Type.SCP && said != PolicyDocument.Type.UNKNOWN)
        || call.denial().kind() == Denial.Kind.IMPLICIT) {
      return Optional.empty();
    }
    for (Change policy : history.attachedTo(change.part(), change)) {
      Decided decided =
          Organisation.isOfResources(policy, history)
              ? Decided.OPEN
              : Decided.of(PolicyType.SCP, Layer.SCP, policy.document(), request);
      if (decided.verdict() == Verdict.DENIES) {
        return Optional.of(ruling(change, policy, decided));
      }
    }
    return Optional.empty();
  }

  private Ruling ruling(Change change, Change policy, Decided decided) {
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add(
        "since then the account is below `%s`, to which the policy `%s` is attached: in it %s"
            .formatted(change.part(), policy.thing().name(), decided.words()));
    if (before.last().isEmpty()) {
      return new Ruling(
          Certainty.POSSIBLE,
          List.copyOf(why),
          "whether the call was allowed before: no success is known");
    }
    if (decided.conditional() && !deniesLast(policy)) {
      return new Ruling(
          Certainty.POSSIBLE,
          List.copyOf(why),
          "whether it would have denied the call that succeeded before");
    }
    return before.sure() || !decided.narrow()
        ? Ruling.confirmed(why)
        : new Ruling(Certainty.POSSIBLE, List.copyOf(why), Before.UNSURE);
  }

  /** Whether the policy would have denied the last success too, so that it is not the call. */
  private boolean deniesLast(Change policy) {
    return call.request()
        .flatMap(r -> before.request(r, call))
        .map(r -> Decided.of(PolicyType.SCP, Layer.SCP, policy.document(), r))
        .filter(d -> d.verdict() == Verdict.DENIES)
        .isPresent();
  }
}

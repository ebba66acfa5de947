package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A service control policy that was detached, where AWS says that none allows the call: at each
 * level one must (Organizations user guide, "SCP evaluation").
 *
 * @param call the refused call
 * @param before the calls that succeeded
 * @param history what policies say
 */
record Detached(Refused call, Before before, History history) {

  /** What AWS attaches to every level, which allows all (same page). */
  private static final String FULL = "p-FullAWSAccess";

  /**
   * The ruling of a change; empty where it detached none, or its document is not known.
   *
   * @param only whether nothing else of the organization changed since the last success
   */
  Optional<Ruling> ruling(Change change, boolean only) {
    boolean said =
        call.denial().policyType() == PolicyDocument.Type.SCP
            && call.denial().kind() == Denial.Kind.IMPLICIT;
    if (!said || !change.event().name().equals("DetachPolicy")) {
      return Optional.empty();
    }
    return change.thing().name().equals(FULL)
        ? Optional.of(taken(change, only, "the policy allows all"))
        : history
            .written(change)
            .flatMap(w ->
                call.request()
                    .map(r -> Decided.of(PolicyType.SCP, Layer.SCP, history.document(w), r)))
            .filter(d -> d.verdict() != Verdict.OPEN)
            .map(d ->
                d.verdict() == Verdict.ALLOWS
                    ? taken(change, only, "in the policy " + d.words())
                    : Ruling.ruledOut("the policy did not allow the call: " + d.words()));
  }

  private Ruling taken(Change change, boolean only, String allowed) {
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add(allowed + ", and since then AWS says that no service control policy allows the call");
    boolean sure = before.last().isPresent() && before.sure();
    return sure && only
        ? Ruling.confirmed(why)
        : new Ruling(
            Certainty.POSSIBLE,
            List.copyOf(why),
            sure
                ? "which of the changes of the organization it was"
                : before.last().isPresent()
                    ? Before.UNSURE
                    : "whether the call was allowed before: no success is known");
  }
}

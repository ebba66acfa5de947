package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.written.PolicyWrite;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Optional;

/**
 * What a policy of a role or user said that was taken away, where a trail has its text.
 *
 * @param policy the policy
 */
record WrittenText(Policy policy) {

  /** Empty where no event has it, or the last one that wrote it does not have it whole. */
  static Optional<WrittenText> of(PolicyWrite taken, List<TrailEvent> before) {
    return before.reversed().stream()
        .filter(e -> e.time().compareTo(taken.event().time()) <= 0)
        .flatMap(e -> PolicyWrite.of(e).stream())
        .filter(w -> !w.deletes() && isOf(w, taken))
        .findFirst()
        .flatMap(w -> PolicyParser.parse(taken.policy(), PolicyType.IDENTITY, w.text()).policy())
        .map(WrittenText::new);
  }

  private static boolean isOf(PolicyWrite write, PolicyWrite taken) {
    return taken.kind() == PolicyWrite.Kind.ATTACHED
        ? write.kind() == PolicyWrite.Kind.MANAGED && write.owner().equals(taken.policy())
        : write.kind() == taken.kind()
            && write.owner().equals(taken.owner())
            && write.policy().equals(taken.policy());
  }

  /** Whether it allows what a call needed, or that is not known. */
  boolean mayAllow(EventRequest call) {
    return call.actions().stream()
        .flatMap(a -> call.request(a).stream())
        .allMatch(r -> mayAllow(r.in(DocumentedKeys.complete(r.context(), r.principal()))));
  }

  private boolean mayAllow(Request request) {
    return Authorizer.of(PolicySet.NONE.withIdentity(List.of(policy)))
        .explain(request)
        .layers()
        .stream()
        .filter(l -> l.layer() == Layer.IDENTITY)
        .anyMatch(l ->
            l.outcome() == LayerReport.Outcome.ALLOWS
                || l.outcome() == LayerReport.Outcome.UNKNOWN);
  }
}

package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ToldOwner;
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

  /**
   * Empty where no event has it, or the last one that wrote it does not have it whole, and none was
   * given that is called so.
   */
  static Optional<WrittenText> of(PolicyWrite taken, List<TrailEvent> before, Facts facts) {
    return ofEvents(taken, before).or(() -> given(taken, facts));
  }

  private static Optional<WrittenText> given(PolicyWrite taken, Facts facts) {
    String owner = Access.of(facts).owner();
    boolean attached = taken.kind() == PolicyWrite.Kind.ATTACHED;
    return facts.policies(PolicyDocument.Type.IDENTITY).stream()
        .filter(d ->
            attached
                ? taken.policy().startsWith("arn:") && d.name().endsWith(taken.policy())
                : ToldOwner.of(d).filter(new ToldOwner(owner, taken.policy())::equals).isPresent())
        .flatMap(d -> d.policy().stream())
        .findFirst()
        .map(WrittenText::new);
  }

  private static Optional<WrittenText> ofEvents(PolicyWrite taken, List<TrailEvent> before) {
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

  /**
   * Whether it allows what a call needed, or that is not known.
   *
   * @param action that AWS names as refused; empty where it does not
   */
  boolean mayAllow(EventRequest call, String action) {
    List<LayerReport.Outcome> decided = decide(call, action);
    return decided.isEmpty()
        || decided.stream()
            .anyMatch(o -> o == LayerReport.Outcome.ALLOWS || o == LayerReport.Outcome.UNKNOWN);
  }

  private List<LayerReport.Outcome> decide(EventRequest call, String action) {
    boolean named = call.actions().stream().anyMatch(action::equalsIgnoreCase);
    return call.actions().stream()
        .filter(a -> !named || a.equalsIgnoreCase(action))
        .flatMap(a -> call.request(a).stream())
        .map(r -> decide(r.in(DocumentedKeys.complete(r.context(), r.principal()))))
        .toList();
  }

  private LayerReport.Outcome decide(Request request) {
    return Authorizer.of(PolicySet.NONE.withIdentity(List.of(policy)))
        .explain(request)
        .layers()
        .stream()
        .filter(l -> l.layer() == Layer.IDENTITY)
        .map(LayerReport::outcome)
        .findFirst()
        .orElse(LayerReport.Outcome.UNKNOWN);
  }
}

package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ToldOwner;
import awsleuth.core.written.Holdings;
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
   * given that is called so; of a group those that were given.
   */
  static List<WrittenText> of(PolicyWrite taken, List<TrailEvent> before, Facts facts) {
    Optional<WrittenText> written = ofEvents(taken, before, facts);
    return written.isPresent() ? List.of(written.get()) : given(taken, facts);
  }

  private static List<WrittenText> given(PolicyWrite taken, Facts facts) {
    return facts.policies(PolicyDocument.Type.IDENTITY).stream()
        .filter(d -> isOf(d, taken))
        .flatMap(d -> d.policy().stream())
        .map(WrittenText::new)
        .toList();
  }

  private static boolean isOf(PolicyDocument d, PolicyWrite taken) {
    return switch (taken.kind()) {
      case MEMBER -> {
        String group = "group/" + taken.policy();
        yield ToldOwner.of(d).filter(o -> o.owner().equals(group)).isPresent()
            || d.holding().filter(h -> h.group().equals(group)).isPresent();
      }
      case ATTACHED -> taken.policy().startsWith("arn:") && d.name().endsWith(taken.policy());
      case INLINE ->
          ToldOwner.of(d).filter(new ToldOwner(taken.holder(), taken.policy())::equals).isPresent();
      case BUCKET, KEY, QUEUE, TOPIC, TRUST, MANAGED, BOUNDARY, ORGANIZATION -> false;
    };
  }

  /** By what the events made of it before it was taken. */
  private static Optional<WrittenText> ofEvents(
      PolicyWrite taken, List<TrailEvent> before, Facts facts) {
    List<PolicyWrite> writes =
        before.stream()
            .takeWhile(e -> !e.equals(taken.event()))
            .flatMap(e -> PolicyWrite.of(e).stream())
            .toList();
    String account = Principals.account(Access.of(facts).principal());
    Holdings then = Holdings.of(writes, taken.holder(), account);
    return then.find(taken.kind(), taken.policy())
        .flatMap(Holdings.Held::text)
        .or(() -> Optional.ofNullable(then.versions().get(taken.policy())))
        .flatMap(w -> PolicyParser.parse(taken.policy(), PolicyType.IDENTITY, w.text()).policy())
        .map(WrittenText::new);
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

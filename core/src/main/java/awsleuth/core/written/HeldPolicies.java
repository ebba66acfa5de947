package awsleuth.core.written;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.read.Readers;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The identity-based policies that CloudTrail saw written of a caller and that it still had when
 * its call failed. The archive never shows all of them: one that denies decides, whatever the
 * others say (IAM user guide, "Policy evaluation logic"), and where AWS says that none allows, each
 * of them is one that does not. Of anything else they tell nothing.
 *
 * @param writes in the order of their time
 */
record HeldPolicies(List<PolicyWrite> writes) {

  /** Those that tell something of a call, each from the event that wrote it. */
  List<PolicyDocument> of(TrailEvent call, EventRequest request) {
    Optional<String> owner = owner(call);
    Optional<Instant> until = time(call).map(t -> t.minus(PolicyWrite.HOLDS_WITHIN));
    if (owner.isEmpty() || until.isEmpty()) {
      return List.of();
    }
    boolean told =
        EventRequest.denial(call)
            .filter(d -> d.kind() == Denial.Kind.IMPLICIT)
            .filter(d -> d.policyType() == PolicyDocument.Type.IDENTITY)
            .isPresent();
    List<PolicyDocument> found = new ArrayList<>();
    for (PolicyWrite write : held(owner.get(), call, until.get())) {
      document(write).filter(d -> told || denies(d, request)).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** The event that wrote what each policy said, where no later one may have changed it. */
  private List<PolicyWrite> held(String owner, TrailEvent call, Instant until) {
    List<PolicyWrite> before =
        writes.stream().filter(w -> w.event().time().compareTo(call.time()) <= 0).toList();
    List<PolicyWrite> held = new ArrayList<>();
    for (Holdings.Held h : Holdings.of(before, owner, call.field("userIdentity.accountId")).all()) {
      h.text()
          .filter(t -> isOwn(h.last()) && isBefore(h.last(), until) && isBefore(t, until))
          .ifPresent(held::add);
    }
    return held;
  }

  private static boolean isOwn(PolicyWrite w) {
    return w.kind() == PolicyWrite.Kind.INLINE || w.kind() == PolicyWrite.Kind.ATTACHED;
  }

  private static boolean isBefore(PolicyWrite write, Instant until) {
    return time(write.event()).filter(t -> t.isBefore(until)).isPresent();
  }

  private static Optional<Instant> time(TrailEvent event) {
    try {
      return Optional.of(Instant.parse(event.time()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** {@code role/billing} or {@code user/ops}; empty where neither called. */
  private static Optional<String> owner(TrailEvent call) {
    String issuer = call.field("userIdentity.sessionContext.sessionIssuer.arn");
    String[] parts = (issuer.isEmpty() ? call.principal() : issuer).split(":", 6);
    if (parts.length < 6) {
      return Optional.empty();
    }
    String[] path = parts[5].split("/", -1);
    String name = path[path.length - 1];
    return switch (path[0]) {
      case "role" -> Optional.of("role/" + name);
      case "assumed-role" -> Optional.of("role/" + path[1 % path.length]);
      case "user" -> Optional.of("user/" + name);
      default -> Optional.empty();
    };
  }

  static Optional<PolicyDocument> document(PolicyWrite write) {
    String thing = write.owner().substring(write.owner().lastIndexOf('/') + 1);
    String name = write.kind() == PolicyWrite.Kind.INLINE ? thing + "/" + write.policy() : thing;
    String text = write.text();
    return text.isEmpty()
        ? Optional.empty()
        : Readers.policy(write.type(), WrittenName.of(write.kind(), name), text, write.at());
  }

  /** Whether it denies the call by itself. */
  private static boolean denies(PolicyDocument document, EventRequest request) {
    return document
        .policy()
        .filter(p -> request.actions().stream().anyMatch(a -> denies(p, request, a)))
        .isPresent();
  }

  private static boolean denies(Policy policy, EventRequest request, String action) {
    return request
        .request(action)
        .filter(r ->
            Authorizer.of(PolicySet.NONE.withIdentity(List.of(policy))).explain(r).layers().stream()
                .anyMatch(
                    l -> l.layer() == Layer.IDENTITY && l.outcome() == LayerReport.Outcome.DENIES))
        .isPresent();
  }
}

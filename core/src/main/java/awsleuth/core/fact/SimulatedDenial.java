package awsleuth.core.fact;

import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.SimulatedDecision;
import awsleuth.core.evidence.SimulatedDecision.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What IAM's policy simulator says of a refused call whose own text does not tell which policy
 * decided.
 */
final class SimulatedDenial {

  private SimulatedDenial() {}

  /**
   * The denial; empty where the call was not refused, no decision is of an action that it needs,
   * those that are do not agree, or the simulation was not told enough to be relied on.
   */
  static Optional<Fact<Denial>> of(Facts facts) {
    FailedCall call = facts.call();
    if (!isRefused(call)) {
      return Optional.empty();
    }
    List<String> actions = facts.catalog().iamActions(call.service(), call.operation());
    List<SimulatedDecision> ofCall =
        facts.surroundings().simulated().stream()
            .filter(d -> actions.stream().anyMatch(d.action()::equalsIgnoreCase))
            .toList();
    boolean agree = ofCall.stream().map(SimulatedDecision::decision).distinct().count() == 1;
    return ofCall.stream()
        .filter(d -> agree && isReliable(d, facts))
        .findFirst()
        .map(d -> Fact.known(denial(d), d.source()));
  }

  private static boolean isRefused(FailedCall call) {
    return RefusalCode.is(call.code())
        || (call.code().isEmpty() && call.httpStatus().orElse(0) == 403);
  }

  /** An implicit deny on {@code *} says nothing of a statement that allows one resource. */
  private static boolean isReliable(SimulatedDecision d, Facts facts) {
    boolean open =
        d.resource().equals("*")
            && facts.catalog().iam().action(d.action()).stream()
                .anyMatch(action -> !action.targets().isEmpty());
    return switch (d.decision()) {
      case ALLOWED -> false;
      case EXPLICIT_DENY -> true;
      case IMPLICIT_DENY -> !open && !d.isMissingContext();
    };
  }

  private static Denial denial(SimulatedDecision d) {
    boolean explicit = d.decision() == Decision.EXPLICIT_DENY;
    return new Denial(
        "",
        d.action(),
        d.resource().equals("*") ? "" : d.resource(),
        explicit ? Denial.Kind.EXPLICIT : Denial.Kind.IMPLICIT,
        explicit ? denying(d) : lacking(d),
        "",
        "",
        "",
        "");
  }

  /** The type of the policy with the Deny; the only statements that match are those with it. */
  private static PolicyDocument.Type denying(SimulatedDecision d) {
    if (!d.matched().isEmpty()) {
      boolean resource =
          d.matched().stream().allMatch(t -> t.toLowerCase(Locale.ROOT).contains("resource"));
      return resource ? PolicyDocument.Type.RESOURCE : PolicyDocument.Type.IDENTITY;
    }
    return outside(d).orElse(PolicyDocument.Type.UNKNOWN);
  }

  /** The type of the policies that do not allow: where a statement matched, not the caller's. */
  private static PolicyDocument.Type lacking(SimulatedDecision d) {
    return d.matched().isEmpty()
        ? PolicyDocument.Type.IDENTITY
        : outside(d).orElse(PolicyDocument.Type.UNKNOWN);
  }

  private static Optional<PolicyDocument.Type> outside(SimulatedDecision d) {
    if (d.isOutsideBoundary() == d.isOutsideOrganizations()) {
      return Optional.empty();
    }
    return Optional.of(
        d.isOutsideBoundary() ? PolicyDocument.Type.BOUNDARY : PolicyDocument.Type.SCP);
  }
}

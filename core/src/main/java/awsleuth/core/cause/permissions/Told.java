package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Denial;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;

/** Whether a decision is the one that AWS says it made. */
final class Told {

  private Told() {}

  /** Whether AWS says that a policy denies of a type whose policies given do not. */
  static boolean contradicts(Access access, Decision decision) {
    return access.denial().kind() == Denial.Kind.EXPLICIT && !agrees(access, decision);
  }

  /** Whether policies of the type that AWS names keep the request from being allowed as it says. */
  static boolean agrees(Access access, Decision decision) {
    Layer layer = Layers.of(access.denial().policyType());
    return switch (access.denial().kind()) {
      case EXPLICIT ->
          decision.blockers().stream().anyMatch(b -> b.explicit() && b.layer() == layer);
      case IMPLICIT ->
          decision.blockers().stream().anyMatch(b -> b.layer() == layer)
              && decision.blockers().stream().noneMatch(b -> b.explicit());
      case UNKNOWN -> false;
    };
  }
}

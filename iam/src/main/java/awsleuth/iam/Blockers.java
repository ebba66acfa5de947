package awsleuth.iam;

import awsleuth.iam.match.Grant;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that keeps a request from being allowed. AWS names one type of policy in its message;
 * when that is mended the next one denies.
 */
final class Blockers {

  private final Evaluation evaluation;
  private final List<Blocker> found = new ArrayList<>();

  private Blockers(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  static List<Blocker> of(Evaluation evaluation, List<LayerReport> layers) {
    Blockers blockers = new Blockers(evaluation);
    for (LayerReport layer : layers) {
      blockers.look(layer);
    }
    return List.copyOf(blockers.found);
  }

  private void look(LayerReport layer) {
    if (layer.outcome() == LayerReport.Outcome.NOT_APPLICABLE) {
      return;
    }
    List<StatementReport> denying =
        layer.statements().stream()
            .filter(s -> s.statement().effect() == Effect.DENY && s.applies() == Truth.TRUE)
            .toList();
    boolean publicAccess =
        layer.layer() == Layer.RESOURCE && evaluation.isPublicAccessBlocked() == Truth.TRUE;
    if (!denying.isEmpty() || publicAccess) {
      add(layer, true, denying);
    }
    if (isMissed(layer)) {
      add(layer, false, List.of());
    }
  }

  private void add(LayerReport layer, boolean explicit, List<StatementReport> denying) {
    found.add(new Blocker(layer.layer(), layer.level(), layer.id(), explicit, denying));
  }

  /** Whether the layer's allow is needed and surely not there. */
  private boolean isMissed(LayerReport layer) {
    return switch (layer.layer()) {
      case RCP -> false;
      case SCP ->
          layer.outcome() != LayerReport.Outcome.NONE_ATTACHED
              && layer.statements().stream().noneMatch(Blockers::mayAllow);
      case VPC_ENDPOINT -> evaluation.endpoint() == Truth.FALSE;
      case RESOURCE -> resourceIsMissed();
      case IDENTITY -> identityIsMissed();
      case BOUNDARY -> limitsCount() && evaluation.boundary() == Truth.FALSE;
      case SESSION -> limitsCount() && evaluation.session() == Truth.FALSE;
    };
  }

  private static boolean mayAllow(StatementReport s) {
    return s.statement().effect() == Effect.ALLOW && s.applies() != Truth.FALSE;
  }

  private boolean resourceIsMissed() {
    Situation situation = evaluation.situation();
    if (!situation.hasAccount()) {
      return evaluation.granted(Grant.DIRECT) == Truth.FALSE;
    }
    if (!situation.oneAccount()) {
      return evaluation.trusting() == Truth.FALSE;
    }
    return situation.resourcePolicyDecides() && evaluation.granted(Grant.ACCOUNT) == Truth.FALSE;
  }

  private boolean identityIsMissed() {
    Situation situation = evaluation.situation();
    if (!situation.hasAccount() || evaluation.identity() != Truth.FALSE) {
      return false;
    }
    return !situation.oneAccount()
        || (evaluation.granted(Grant.LIMITED) == Truth.FALSE && !delegatesToNobody());
  }

  /** Where the resource's own policy lets nobody in, an identity-based policy cannot help. */
  private boolean delegatesToNobody() {
    return evaluation.situation().resourcePolicyDecides()
        && evaluation.granted(Grant.ACCOUNT) == Truth.FALSE;
  }

  private boolean limitsCount() {
    Situation situation = evaluation.situation();
    return situation.hasAccount()
        && !(situation.oneAccount() && evaluation.granted(Grant.DIRECT) == Truth.TRUE);
  }
}

package awsleuth.app.verify;

import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Condition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether conditions refuse a request that the policies do not allow: those under which a statement
 * denies, and those without which it does not allow where nothing else of its type of policy does.
 */
record ConditionsNow(Decision decision, Concern.Conditions concern) {

  private static final String MFA = "aws:multifactorauth";

  Truth held() {
    List<Truth> all =
        decision.layers().stream()
            .filter(l -> concern.layer().map(layer -> layer == l.layer()).orElse(true))
            .flatMap(this::refusing)
            .toList();
    return all.contains(Truth.TRUE)
        ? Truth.TRUE
        : all.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private Stream<Truth> refusing(LayerReport layer) {
    return layer.outcome() == LayerReport.Outcome.NOT_APPLICABLE
        ? Stream.of()
        : layer.statements().stream()
            .map(s ->
                switch (s.statement().effect()) {
                  case DENY -> isOf(s.statement().conditions()) ? s.applies() : Truth.FALSE;
                  case ALLOW -> concern.denying() ? Truth.FALSE : missing(s, layer);
                });
  }

  /** Whether a statement would allow the request but for its conditions, and would be needed. */
  private Truth missing(StatementReport s, LayerReport layer) {
    boolean byConditions =
        s.applies() != Truth.TRUE
            && s.mismatches().stream().allMatch(m -> m instanceof Mismatch.OfCondition)
            && isOf(conditions(s));
    boolean missed =
        decision.blockers().stream().anyMatch(b -> !b.explicit() && isMissed(b, layer));
    return !byConditions
        ? Truth.FALSE
        : missed
            ? Truth.TRUE
            : layer.outcome() == LayerReport.Outcome.UNKNOWN ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** Where no identity-based policy allows, the resource's own policy may as well do. */
  private static boolean isMissed(Blocker b, LayerReport layer) {
    return (b.layer() == layer.layer() && b.level() == layer.level())
        || (b.layer() == Layer.IDENTITY && layer.layer() == Layer.RESOURCE);
  }

  private static List<Condition> conditions(StatementReport s) {
    return s.mismatches().stream()
        .flatMap(
            m -> m instanceof Mismatch.OfCondition of ? Stream.of(of.condition()) : Stream.of())
        .toList();
  }

  private boolean isOf(List<Condition> conditions) {
    return conditions.stream()
        .anyMatch(c -> c.key().value().toLowerCase(Locale.ROOT).startsWith(MFA) == concern.ofMfa());
  }
}

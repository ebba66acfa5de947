package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That no policy of the type which denies a request allows it either, so that an exception from the
 * Deny is not enough (IAM user guide, "Policy evaluation logic").
 */
final class BesideDeny {

  /** Types of policies of which all those of a caller decide together. */
  private static final Set<Layer> TOGETHER = Set.of(Layer.IDENTITY, Layer.BOUNDARY, Layer.SESSION);

  private BesideDeny() {}

  /**
   * Empty where one given allows it, or may, or what is missing may be in one that was not read.
   */
  static Optional<Citation> of(Facts facts, Simulated simulated, Layer layer) {
    List<LayerReport> layers = simulated.decision().layers();
    return TOGETHER.contains(layer)
            && isDenied(facts, simulated, layer)
            && layers.stream().anyMatch(l -> l.layer() == layer && !l.statements().isEmpty())
            && !mayAllow(layers, layer)
            && (layer != Layer.IDENTITY || isMissed(facts, layers))
        ? Optional.of(
            new Citation(
                "no " + layer.words() + " given allows it either",
                PolicyFixes.nearest(facts, layer).stream()
                    .findFirst()
                    .map(Citation::source)
                    .orElse(facts.call().source())))
        : Optional.empty();
  }

  private static boolean isDenied(Facts facts, Simulated simulated, Layer layer) {
    Denial denial = Access.of(facts).denial();
    boolean told =
        denial.kind() == Denial.Kind.EXPLICIT
            && denial.policyType() != PolicyDocument.Type.UNKNOWN
            && Layers.of(denial.policyType()) == layer;
    return told
        || (denial.kind() != Denial.Kind.IMPLICIT
            && simulated.decision().blockers().stream()
                .anyMatch(b -> b.explicit() && b.layer() == layer));
  }

  /** Whether the caller's policies are all read, and no resource's policy is enough instead. */
  private static boolean isMissed(Facts facts, List<LayerReport> layers) {
    return isRead(UnreadPolicies.of(facts)) && !mayAllow(layers, Layer.RESOURCE);
  }

  private static boolean isRead(UnreadPolicies unread) {
    return unread.documents().isEmpty() && unread.notShown().isEmpty();
  }

  private static boolean mayAllow(List<LayerReport> layers, Layer layer) {
    return layers.stream()
        .filter(l -> l.layer() == layer)
        .flatMap(l -> l.statements().stream())
        .anyMatch(BesideDeny::mayAllow);
  }

  private static boolean mayAllow(StatementReport s) {
    return s.statement().effect() == Effect.ALLOW && s.applies() != Truth.FALSE;
  }
}

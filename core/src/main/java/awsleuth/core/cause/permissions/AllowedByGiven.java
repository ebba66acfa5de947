package awsleuth.core.cause.permissions;

import awsleuth.core.conflict.Conflict;
import awsleuth.core.conflict.Contradiction;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Layer;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AWS says that no policy of some type allows the request, and those of that type that were given
 * do: for certain, so that what was given is not what decided. Of identity-based policies that is
 * {@link AllowedSince}'s; the levels of an organization are never known to be given whole.
 */
public final class AllowedByGiven implements Contradiction {

  private static final Set<Layer> WHOLE =
      Set.of(Layer.BOUNDARY, Layer.SESSION, Layer.RESOURCE, Layer.VPC_ENDPOINT);

  @Override
  public List<Conflict> in(Facts facts) {
    Access access = Access.of(facts);
    Denial denial = access.denial();
    if (denial.kind() != Denial.Kind.IMPLICIT
        || denial.policyType() == PolicyDocument.Type.UNKNOWN) {
      return List.of();
    }
    Layer layer = Layers.of(denial.policyType());
    return allowing(facts, layer).stream()
        .map(s ->
            conflict(
                access.cite(),
                allows(s),
                "the policy was changed since, the text is older, or it is another "
                    + layer.words()
                    + " that counts"))
        .toList();
  }

  static Conflict conflict(Citation aws, Citation allow, String why) {
    return new Conflict(
        "policy",
        "a policy given allows what AWS found none to allow",
        List.of(aws, allow),
        new Conflict.Taken.One("AWS's words are taken for the time of the call: " + why));
  }

  /** A statement of a layer that allows it for certain. */
  private static Optional<StatementReport> allowing(Facts facts, Layer layer) {
    return Simulated.of(facts)
        .filter(s -> WHOLE.contains(layer) && s.isAllowedBy(layer))
        .flatMap(s ->
            s.decision().layers().stream()
                .filter(l -> l.layer() == layer)
                .flatMap(l -> l.statements().stream())
                .filter(r -> r.statement().effect() == Effect.ALLOW && r.applies() == Truth.TRUE)
                .findFirst());
  }

  private static Citation allows(StatementReport allow) {
    return new Citation(
        PolicyFixes.name(allow) + " allows it",
        new Source(allow.policy().name(), allow.statement().at().line()));
  }
}

package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operation needs an IAM action of another name than the one allowed. */
final class WrongAction implements Cause {

  @Override
  public String id() {
    return "permissions/wrong-action";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    boolean bucket = facts.seen(PermissionsClue.UNREACHED_BUCKET);
    if (!decision.claims(Reason.ACTION) && !bucket) {
      return decision.without();
    }
    Access access = Access.of(facts);
    Optional<Misnamed> misnamed = Misnamed.of(facts);
    Finding finding =
        new Finding(
            summary(facts, access),
            misnamed.isPresent() ? Finding.Specificity.EVIDENCE : Finding.Specificity.CODE,
            because(facts, access, misnamed),
            misnamed
                .flatMap(m -> m.renamed(facts))
                .map(renamed -> PolicyFixes.before(facts, renamed, Set.of(Layer.IDENTITY)))
                .orElseGet(() ->
                    PolicyFixes.before(facts, Grants.identity(access), Set.of(Layer.IDENTITY))),
            Again.of(facts, "the call succeeds"));
    return decision.answer(Reason.ACTION, finding, Needs.identityPolicies(facts, access));
  }

  private static String summary(Facts facts, Access access) {
    String operation = facts.call().operation();
    return access.action().isEmpty()
        ? "the call needs an action of another name than the one allowed"
        : Words.summary(
            "`" + operation + "` needs `" + access.action() + "`",
            "the operation needs `" + access.action() + "`");
  }

  private static List<Citation> because(Facts facts, Access access, Optional<Misnamed> misnamed) {
    List<Citation> because = new ArrayList<>();
    because.add(access.sentence() ? access.cite() : facts.citeError());
    misnamed.ifPresent(m -> because.add(m.cite()));
    return because;
  }
}

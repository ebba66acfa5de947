package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import awsleuth.core.fact.NewPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IAM had not yet caught up with a change made moments before. */
final class PropagationDelay implements Cause {

  @Override
  public String id() {
    return "permissions/propagation-delay";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Propagation propagation = Propagation.of(facts);
    Decision decision = Decision.of(facts);
    Optional<NewPrincipal> made = NewPrincipal.of(facts);
    boolean untrusted =
        ServiceAssume.of(facts).filter(ServiceAssume::isDenied).isPresent()
            && made.flatMap(NewPrincipal::success).isEmpty();
    if (made.isPresent() && decision.proven().isEmpty() && !untrusted) {
      return ofNew(facts, made.get());
    }
    boolean service =
        (facts.seen(PermissionsClue.UNASSUMABLE) || facts.seen(PermissionsClue.INVALID_PRINCIPAL))
            && !decision.isProven(Reason.TRUST)
            && !untrusted;
    if (!decision.claims(Reason.PROPAGATION) && !service) {
      return decision.without();
    }
    List<Citation> because = new ArrayList<>();
    because.add(Access.of(facts).sentence() ? Access.of(facts).cite() : facts.citeError());
    propagation.made().ifPresent(e -> because.add(Citation.of(e, "made it")));
    propagation.change().ifPresent(e -> because.add(Citation.of(e, "changed it")));
    propagation
        .success()
        .ifPresent(e -> because.add(Citation.of(e, "succeeded without another change")));
    Finding finding =
        new Finding(
            "IAM had not caught up with a change made moments before",
            decision.isProven(Reason.PROPAGATION)
                ? Finding.Specificity.EVIDENCE
                : Finding.Specificity.CODE,
            because,
            List.of(patience(facts)),
            Again.of(facts, "the call succeeds without a change"));
    return decision.answer(
        Reason.PROPAGATION,
        decision.isProven(Reason.PROPAGATION) ? finding : finding.perhaps(),
        service ? ServiceTrust.age(facts) : Needs.event(facts));
  }

  /** Something that was made moments before is named by the call. */
  private static Outcome ofNew(Facts facts, NewPrincipal made) {
    List<Citation> because = new ArrayList<>();
    because.add(facts.citeError());
    because.add(Citation.of(made.made(), "made `" + made.name() + "`, which the call names"));
    made.success().ifPresent(e -> because.add(Citation.of(e, "succeeded without another change")));
    Finding finding =
        new Finding(
            "IAM had not caught up: `" + made.name() + "` was made moments before",
            Finding.Specificity.EVIDENCE,
            because,
            List.of(patience(facts)),
            Again.of(facts, "the call succeeds without a change"));
    return made.success().isPresent()
        ? Outcome.confirmed(finding)
        : new Outcome.Possible(
            finding.perhaps(),
            List.of(
                new Need("whether the same call succeeded later", "later events of the trail")));
  }

  private static Fix patience(Facts facts) {
    return Fix.codeEdit(
        "try again with growing pauses for some 30 seconds after the change",
        """
        for pause in (1, 2, 4, 8, 16, None):
            try:
                return call()
            except client.exceptions.ClientError as error:
                if pause is None or error.response["Error"]["Code"] != %s:
                    raise
                time.sleep(pause)\
        """
            .formatted(
                Literal.python(
                    facts.call().code().isEmpty() ? "AccessDenied" : facts.call().code())));
  }
}

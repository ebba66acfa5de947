package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.NewPrincipal;
import java.util.List;
import java.util.Optional;

/** The role's trust policy does not let the caller assume it. */
final class TrustPolicy implements Cause {

  @Override
  public String id() {
    return "permissions/trust-policy";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    boolean told = facts.seen(PermissionsClue.UNASSUMABLE) && !Access.of(facts).sentence();
    boolean service = told && !FederatedTrust.is(Access.of(facts));
    if (!decision.claims(Reason.TRUST) && !service) {
      return decision.without();
    }
    Optional<Outcome> other = service ? ofOther(facts) : Optional.empty();
    if (other.isPresent()) {
      return other.get();
    }
    Access access = Access.of(facts);
    Optional<GoneRole> gone = service ? Optional.empty() : GoneRole.of(facts);
    if (gone.isPresent() && !decision.isProven(Reason.TRUST)) {
      return Outcome.confirmed(deleted(facts, access, gone.get()));
    }
    List<Citation> because = TrustEvidence.cite(facts, access, service);
    Finding finding =
        new Finding(
            TrustEvidence.summary(facts, access, service, decision.isProven(Reason.TRUST)),
            because.size() > 1 ? Finding.Specificity.EVIDENCE : Finding.Specificity.MESSAGE,
            because,
            service ? ServiceTrust.fixes(facts) : TrustEvidence.fixes(facts, access),
            TrustEvidence.verification(facts, access, service));
    if (service && ServiceAssume.of(facts).filter(ServiceAssume::isDenied).isPresent()) {
      return Outcome.confirmed(finding);
    }
    return decision.answer(
        Reason.TRUST, finding, service ? ServiceTrust.need(facts) : TrustEvidence.need(access));
  }

  private static Finding deleted(Facts facts, Access access, GoneRole gone) {
    return new Finding(
        gone.summary(),
        Finding.Specificity.EVIDENCE,
        List.of(access.sentence() ? access.cite() : facts.citeError(), gone.cite()),
        List.of(gone.fix()),
        TrustEvidence.verification(facts, access, false));
  }

  /** The role was assumed later without a change, or may be by what its trust policy says. */
  private static Optional<Outcome> ofOther(Facts facts) {
    Optional<Outcome> later =
        NewPrincipal.of(facts)
            .flatMap(NewPrincipal::success)
            .map(e ->
                Outcome.ruledOut("the same call succeeded later without a change", e.source()));
    return later.or(() ->
        ServiceAssume.of(facts)
            .filter(ServiceAssume::isAllowed)
            .map(a ->
                Outcome.ruledOut(
                    "the role's trust policy lets the service assume it", a.source())));
  }
}

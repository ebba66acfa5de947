package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.List;

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
    Access access = Access.of(facts);
    List<Citation> because = TrustEvidence.cite(facts, access, service);
    Finding finding =
        new Finding(
            TrustEvidence.summary(facts, access, service, decision.isProven(Reason.TRUST)),
            because.size() > 1 ? Finding.Specificity.EVIDENCE : Finding.Specificity.MESSAGE,
            because,
            service ? ServiceTrust.fixes(facts) : TrustEvidence.fixes(facts, access),
            TrustEvidence.verification(facts, access, service));
    return decision.answer(
        Reason.TRUST, finding, service ? ServiceTrust.need(facts) : TrustEvidence.need(access));
  }
}

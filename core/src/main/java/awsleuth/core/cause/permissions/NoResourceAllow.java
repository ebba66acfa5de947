package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The resource's policy does not allow the caller. */
final class NoResourceAllow implements Cause {

  @Override
  public String id() {
    return "permissions/no-resource-allow";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.NO_RESOURCE_ALLOW)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    boolean told = decision.isProven(Reason.NO_RESOURCE_ALLOW);
    PrincipalElement caller = PrincipalElement.of(access);
    Finding finding =
        new Finding(
            !told
                ? "the resource's policy may not allow the caller"
                : Words.summary(
                    "no resource-based policy allows `" + access.action() + "`",
                    "no resource-based policy allows the action"),
            told || access.denial().policyType() == PolicyDocument.Type.RESOURCE
                ? Finding.Specificity.MESSAGE
                : Finding.Specificity.KIND,
            List.of(access.sentence() ? access.cite() : facts.citeError()),
            List.of(
                Fix.policyEdit(
                    "add this statement to the resource's policy" + caller.remark(),
                    Grants.allowPrincipal(caller, access.actionOr(), access.resourceOr()))),
            Again.of(facts, "the call succeeds"));
    return decision.answer(Reason.NO_RESOURCE_ALLOW, finding, Words.resourcePolicy(access));
  }
}

package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Access access = Access.of(facts);
    if (!decision.claims(Reason.NO_RESOURCE_ALLOW)) {
      Optional<Match> sufficient = PolicyMatch.of(facts).sufficient(facts);
      return access.refused() && decision.proven().isEmpty() && sufficient.isPresent()
          ? Outcome.ruledOut(
              "an identity-based policy allows it within the account, which suffices",
              sufficient.get().statement().source())
          : decision.without();
    }
    boolean told = decision.isProven(Reason.NO_RESOURCE_ALLOW);
    PrincipalElement caller = PrincipalElement.of(access);
    Finding finding =
        new Finding(
            !told
                ? access.isAcrossAccounts(facts)
                    ? "the policy of another account's resource may not allow the caller"
                    : "the resource's policy may not allow the caller"
                : Words.summary(
                    "no resource-based policy allows `" + access.action() + "`",
                    "no resource-based policy allows the action"),
            specificity(facts, access, told),
            because(facts, access),
            OtherGrants.before(
                facts,
                KmsGrant.before(
                    facts,
                    PolicyFixes.before(
                        facts,
                        Fix.policyEdit(
                            "add this statement to the resource's policy" + caller.remark(),
                            Grants.allowPrincipal(caller, access.actionOr(), access.resourceOr())),
                        access.isImplicit(PolicyDocument.Type.RESOURCE)
                            ? Set.of(awsleuth.iam.Layer.RESOURCE)
                            : Set.of(awsleuth.iam.Layer.values())))),
            told && facts.policies(PolicyDocument.Type.RESOURCE).isEmpty()
                ? Again.of(facts, "the call succeeds")
                : PolicyFixes.verification(facts));
    return decision.answer(Reason.NO_RESOURCE_ALLOW, finding, Needs.resourcePolicy(facts, access));
  }

  private static Finding.Specificity specificity(Facts facts, Access access, boolean told) {
    if (told || access.denial().policyType() == PolicyDocument.Type.RESOURCE) {
      return Finding.Specificity.MESSAGE;
    }
    return access.isAcrossAccounts(facts) ? Finding.Specificity.EVIDENCE : Finding.Specificity.KIND;
  }

  private static List<Citation> because(Facts facts, Access access) {
    List<Citation> because = new ArrayList<>();
    because.add(access.sentence() ? access.cite() : facts.citeError());
    if (access.isAcrossAccounts(facts)) {
      because.add(
          new Citation(
              "the resource is of account "
                  + access.ownerAccount(facts)
                  + ", the caller of "
                  + Principals.account(access.principal())
                  + ": both accounts' policies have to allow it",
              access.source()));
    }
    because.addAll(OtherGrants.cite(facts));
    because.addAll(PolicyFixes.nearest(facts, awsleuth.iam.Layer.RESOURCE));
    because.addAll(DeletedPrincipals.cite(facts));
    because.addAll(KmsGrant.cite(facts));
    because.addAll(PolicyFixes.otherBlockers(facts, awsleuth.iam.Layer.RESOURCE));
    return List.copyOf(because);
  }
}

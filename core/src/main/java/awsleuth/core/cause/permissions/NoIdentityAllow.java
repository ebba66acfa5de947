package awsleuth.core.cause.permissions;

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

/** No identity-based policy of the caller allows the action. */
final class NoIdentityAllow implements Cause {

  @Override
  public String id() {
    return "permissions/no-identity-allow";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.NO_IDENTITY_ALLOW)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    PolicyMatch match = PolicyMatch.of(facts);
    Optional<Match> since = AllowedSince.of(facts);
    List<Citation> because = new ArrayList<>();
    because.add(access.sentence() ? access.cite() : facts.citeError());
    if (match.given() > 0 && decision.isProven(Reason.NO_IDENTITY_ALLOW)) {
      because.add(since.map(m -> AllowedSince.cite(m, facts)).orElseGet(() -> policies(facts)));
    }
    because.addAll(KmsGrant.cite(facts));
    if (access.isNameless()) {
      because.add(
          facts.cite("the resource names no parameter: AWS says so where the name is malformed"));
    }
    because.addAll(
        since.isPresent()
            ? PolicyFixes.blockersNow(facts, awsleuth.iam.Layer.IDENTITY)
            : PolicyFixes.otherBlockers(facts, awsleuth.iam.Layer.IDENTITY));
    Finding finding =
        new Finding(
            since.isPresent()
                ? Words.summary(
                    "no identity-based policy allowed `%s` then; one given does"
                        .formatted(access.action()),
                    "no identity-based policy allowed the action then; one given does")
                : summary(
                    access,
                    decision.isProven(Reason.NO_IDENTITY_ALLOW)
                        || access.isImplicit(PolicyDocument.Type.IDENTITY)),
            decision.open().contains(Reason.TRUST)
                ? Finding.Specificity.CODE
                : Decision.specificity(access, because.size() > 1),
            List.copyOf(because),
            since.map(m -> AllowedSince.fixes(m, facts)).orElseGet(() -> fixes(facts, access)),
            since.isPresent() ? AllowedSince.verification(facts) : PolicyFixes.verification(facts));
    return decision.answer(
        Reason.NO_IDENTITY_ALLOW, finding, Needs.identityPolicies(facts, access));
  }

  private static String summary(Access access, boolean told) {
    if (access.isOfRole()) {
      return Words.summary(
          "the execution role may not call `" + access.action() + "`",
          "the execution role may not call what it needs");
    }
    String no = told ? "no" : "perhaps no";
    return access.action().isEmpty()
        ? no + " identity-based policy of the caller allows the operation"
        : Words.summary(
            no + " identity-based policy allows `" + access.action() + "`",
            no + " identity-based policy allows the action");
  }

  /** Where no name was read the name is looked at before anything is allowed. */
  private static List<Fix> fixes(Facts facts, Access access) {
    List<Fix> fixes = new ArrayList<>();
    if (access.isNameless()) {
      fixes.add(
          Fix.codeEdit(
              "look at the name first: a path begins with a slash, and an ARN must be whole",
              "Name=\"/<path>/<name>\""));
    }
    fixes.addAll(KmsGrant.before(facts, PolicyFixes.before(facts, Grants.identity(access))));
    return List.copyOf(fixes);
  }

  private static Citation policies(Facts facts) {
    PolicyOwner owner = PolicyOwner.of(facts);
    for (PolicyDocument p : facts.policies()) {
      boolean identity =
          p.type() == PolicyDocument.Type.IDENTITY || p.type() == PolicyDocument.Type.UNKNOWN;
      if (identity && owner.isOf(p)) {
        return new Citation("`" + p.name() + "` has no statement for the action", p.source());
      }
    }
    return facts.citeError();
  }
}

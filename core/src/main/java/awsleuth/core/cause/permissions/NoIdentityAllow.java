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
    List<Citation> because = new ArrayList<>();
    because.add(access.sentence() ? access.cite() : facts.citeError());
    if (match.given() > 0 && decision.isProven(Reason.NO_IDENTITY_ALLOW)) {
      because.add(policies(facts, match));
    }
    if (access.isNameless()) {
      because.add(
          facts.cite("the resource names no parameter: AWS says so where the name is malformed"));
    }
    because.addAll(PolicyFixes.otherBlockers(facts, awsleuth.iam.Layer.IDENTITY));
    Finding finding =
        new Finding(
            summary(
                access,
                decision.isProven(Reason.NO_IDENTITY_ALLOW)
                    || access.isImplicit(PolicyDocument.Type.IDENTITY)),
            decision.open().contains(Reason.TRUST)
                ? Finding.Specificity.CODE
                : Decision.specificity(access, because.size() > 1),
            List.copyOf(because),
            fixes(facts, access),
            PolicyFixes.verification(facts));
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
    fixes.addAll(
        PolicyFixes.before(facts, inForce(facts, access).orElseGet(() -> Grants.identity(access))));
    return List.copyOf(fixes);
  }

  /** A policy given that would allow it is not what is in force, and needs nothing added. */
  private static Optional<Fix> inForce(Facts facts, Access access) {
    PolicyMatch match = PolicyMatch.of(facts);
    boolean given =
        Decision.of(facts).isProven(Reason.NO_IDENTITY_ALLOW)
            && match.given() > 0
            && match.allowsPlainly()
            && !KnownTags.of(facts).decide(match.covering().getFirst().statement());
    return given && !access.owner().isEmpty()
        ? Optional.of(
            Fix.command(
                "read which policies are in force, and put the one given in force",
                Words.identityPolicies(access).how()))
        : Optional.empty();
  }

  private static Citation policies(Facts facts, PolicyMatch match) {
    if (match.allowsPlainly()) {
      Match plain = match.covering().getFirst();
      return new Citation(
          KnownTags.of(facts).decide(plain.statement())
              ? plain.name()
                  + " would allow it with the tags as they are given: they were others then, or it"
                  + " is not in force for this caller"
              : plain.name() + " would allow it, so it is not in force for this caller",
          plain.statement().source());
    }
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

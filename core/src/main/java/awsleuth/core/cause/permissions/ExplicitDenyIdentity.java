package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An identity-based policy of the caller denies the action. */
final class ExplicitDenyIdentity implements Cause {

  @Override
  public String id() {
    return "permissions/explicit-deny-identity";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.EXPLICIT_IDENTITY)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    List<Match> denying =
        PolicyMatch.of(facts).denying(PolicyDocument.Type.IDENTITY, access.denial().policyArn());
    List<Citation> because = new ArrayList<>();
    because.add(access.sentence() ? access.cite() : facts.citeError());
    if (!denying.isEmpty()) {
      because.addAll(Layers.denies(facts, denying));
    }
    UngivenDeny.cite(facts).ifPresent(because::add);
    because.addAll(PolicyFixes.otherBlockers(facts, awsleuth.iam.Layer.IDENTITY));
    String arn = access.denial().policyArn();
    String where =
        !denying.isEmpty()
            ? denying.getFirst().name()
            : arn.isEmpty() ? "the denying statement of the caller's policies" : arn;
    Finding finding =
        new Finding(
            Words.summary(
                "an identity-based policy denies `" + access.action() + "`",
                "an identity-based policy of the caller denies the action"),
            Decision.specificity(access, !denying.isEmpty()),
            because,
            Stream.concat(
                    DeniedByNone.look(facts).stream(),
                    PolicyFixes.before(
                        facts,
                        Grants.ask(
                            access,
                            "who owns the policy for an exception",
                            "Please except it from "
                                + where
                                + ". An Allow elsewhere has no effect."))
                        .stream())
                .toList(),
            PolicyFixes.verification(facts));
    return decision.answer(
        Reason.EXPLICIT_IDENTITY,
        decision.isProven(Reason.EXPLICIT_IDENTITY) ? finding : finding.perhaps(),
        access.isExplicit(PolicyDocument.Type.IDENTITY)
            ? Words.identityPolicies(access)
            : Needs.identityPolicies(facts, access));
  }
}

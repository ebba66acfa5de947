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

/** The resource's policy denies the action. */
final class ExplicitDenyResource implements Cause {

  @Override
  public String id() {
    return "permissions/explicit-deny-resource";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.EXPLICIT_RESOURCE)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    List<Match> denying = PolicyMatch.of(facts).denying(PolicyDocument.Type.RESOURCE, "");
    List<Citation> because = new ArrayList<>();
    because.add(access.sentence() ? access.cite() : facts.citeError());
    if (!denying.isEmpty()) {
      because.addAll(Layers.denies(facts, denying));
      because.addAll(PolicyFixes.otherBlockers(facts, awsleuth.iam.Layer.RESOURCE));
    }
    boolean encryption = access.denial().setting().equals("BlockedEncryptionTypes");
    boolean told = decision.isProven(Reason.EXPLICIT_RESOURCE);
    Finding finding =
        new Finding(
            encryption
                ? "the bucket blocks uploads with SSE-C"
                : !told
                    ? "the resource's policy may deny the action"
                    : Words.summary(
                        "the resource's policy denies `" + access.action() + "`",
                        "the resource's policy denies the action"),
            told ? Decision.specificity(access, !denying.isEmpty()) : Finding.Specificity.KIND,
            because,
            fixes(facts, access, encryption),
            encryption ? Again.of(facts, "the call succeeds") : PolicyFixes.verification(facts));
    return decision.answer(Reason.EXPLICIT_RESOURCE, finding, Needs.resourcePolicy(facts, access));
  }

  private static List<Fix> fixes(Facts facts, Access access, boolean encryption) {
    List<Fix> fixes = new ArrayList<>();
    if (encryption) {
      fixes.add(
          Fix.codeEdit(
              "upload with another encryption",
              "s3.put_object(Bucket=bucket, Key=key, Body=body,"
                  + " ServerSideEncryption=\"aws:kms\")"));
    } else {
      ResourcePolicies.command(access)
          .map(c -> Fix.command("read the Deny statements, then send what they ask for", c))
          .ifPresent(fixes::add);
    }
    Fix ask =
        Grants.ask(
            access,
            "who owns the resource for an exception",
            "Its policy denies it; an Allow elsewhere has no effect.");
    if (encryption || facts.policies(PolicyDocument.Type.RESOURCE).isEmpty()) {
      fixes.add(ask);
      return fixes;
    }
    return PolicyFixes.before(facts, ask);
  }
}

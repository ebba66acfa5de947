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
import awsleuth.core.fact.Literal;
import awsleuth.iam.ArnPart;
import awsleuth.iam.match.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An Allow names the action, but another resource. */
final class ResourceNotCovered implements Cause {

  @Override
  public String id() {
    return "permissions/resource-not-covered";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.RESOURCE)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    List<Match> nearest = PolicyMatch.of(facts).actionOnly();
    if (nearest.isEmpty() || nearest.getFirst().near().isEmpty()) {
      return decision.answer(
          Reason.RESOURCE, unseen(facts, access), Needs.identityPolicies(facts, access));
    }
    Match match = nearest.getFirst();
    PolicyDocument.Element near = match.near().get();
    String segment = Parting.segment(near.value(), access.resource());
    Finding finding =
        new Finding(
            Words.summary(
                "the allow of `" + access.action() + "` names another " + segment,
                "the allow of the action names another " + segment),
            Finding.Specificity.EVIDENCE,
            cite(
                facts,
                RoleVariable.of(access, near),
                access.sentence() ? access.cite() : facts.citeError(),
                new Citation(
                    match.name()
                        + " allows it on `"
                        + near.value()
                        + "`, "
                        + (access.isOfNone()
                            ? "and the action takes no resource, so that it wants `*`"
                            : SecretByName.isWithoutSuffix(near.value(), access)
                                ? "and the ARN of a secret ends in a hyphen and six more characters"
                                : differs(near.value(), access.resource(), segment)),
                    near.source())),
            fixes(facts, access, match, near),
            PolicyFixes.verification(facts));
    return decision.answer(Reason.RESOURCE, finding, Needs.identityPolicies(facts, access));
  }

  private static String differs(String pattern, String resource, String segment) {
    if (!ArnPart.areBucketAndPoint(pattern, resource)) {
      return "which differs in the " + segment;
    }
    return AccessPoint.of(resource).isPresent()
        ? "which is of a bucket, and the request is to an access point"
        : "which is of an access point, and the request is to a bucket";
  }

  private static List<Fix> fixes(
      Facts facts, Access access, Match match, PolicyDocument.Element near) {
    List<Fix> fixes = new ArrayList<>();
    RoleVariable.of(access, near).map(RoleVariable::fix).ifPresent(fixes::add);
    fixes.addAll(
        PolicyFixes.before(
            facts,
            access.isOfNone() // in a statement of other actions `*` would allow those on all
                ? Grants.identity(access)
                : Fix.policyEdit(
                    "let the Resource of " + match.name() + " cover the resource",
                    "\"Resource\": " + Literal.json(wanted(facts, near.value(), access)))));
    return List.copyOf(fixes);
  }

  private static List<Citation> cite(
      Facts facts, Optional<RoleVariable> variable, Citation... own) {
    List<Citation> cited = new ArrayList<>(List.of(own));
    variable.map(RoleVariable::cite).ifPresent(cited::add);
    cited.addAll(PolicyFixes.otherBlockers(facts, awsleuth.iam.Layer.IDENTITY));
    return List.copyOf(cited);
  }

  /** The pattern widened to the objects, indexes or versions below it, else the resource itself. */
  private static String wanted(Facts facts, String pattern, Access access) {
    String resource = access.resource();
    if (!resource.startsWith("arn:")) {
      return SecretByName.arn(facts, pattern).orElseGet(access::resourceOr);
    }
    String named = pattern.replace("${aws:userid}", "${aws:username}");
    String user = access.owner().replaceFirst("user/", "");
    if (!named.equals(pattern)
        && access.owner().startsWith("user/")
        && Glob.of(named.replace("${aws:username}", user)).matches(resource)) {
      return named;
    }
    boolean below = resource.startsWith(pattern + "/") || resource.startsWith(pattern + ":");
    return below ? pattern + resource.charAt(pattern.length()) + "*" : resource;
  }

  private static Finding unseen(Facts facts, Access access) {
    return new Finding(
        "the caller's allow may name another resource",
        Finding.Specificity.CODE,
        List.of(access.sentence() ? access.cite() : facts.citeError()),
        List.of(Grants.identity(access)),
        Again.of(facts, "the call succeeds"));
  }
}

package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The caller may not hand the role to the service. */
final class PassRole implements Cause {

  @Override
  public String id() {
    return "permissions/pass-role";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    boolean foreign = facts.seen(PermissionsClue.FOREIGN_PASS);
    if (!decision.isProven(Reason.PASS_ROLE) && !foreign) {
      return decision.without();
    }
    Access access = Access.of(facts);
    Citation said =
        foreign ? Words.cite(facts, PermissionsClue.FOREIGN_PASS).getFirst() : access.cite();
    List<Citation> because = new ArrayList<>();
    because.add(said);
    for (Match m : PolicyMatch.of(facts).actionOnly()) {
      m.near()
          .ifPresent(e ->
              because.add(new Citation(m.name() + " allows only `" + e.value() + "`", e.source())));
    }
    return Outcome.confirmed(
        new Finding(
            foreign
                ? "a role of another account cannot be passed to a service"
                : "the caller may not pass the role to the service",
            Decision.specificity(access, because.size() > 1),
            because,
            fixes(facts, access, foreign),
            Again.of(facts, "the role is accepted")));
  }

  /** The statement with the service that the role may go to; then the changes that are decided. */
  private static List<Fix> fixes(Facts facts, Access access, boolean foreign) {
    if (foreign) {
      return List.of(Fix.codeEdit("pass a role of the account", "role_arn = \"<role ARN>\""));
    }
    Fix allow =
        Fix.policyEdit(
            "allow iam:PassRole on this role", pass(access.resourceOr(), PassedTo.service(facts)));
    List<Fix> decided = PolicyFixes.before(facts, allow, Set.of(Layer.IDENTITY));
    if (isLimited(facts) && !decided.contains(allow)) {
      return decided.stream().limit(1).toList();
    }
    List<Fix> fixes = new ArrayList<>();
    fixes.add(allow);
    decided.stream().filter(f -> !f.equals(allow)).limit(1).forEach(fixes::add);
    return List.copyOf(fixes);
  }

  /** Whether each statement given that lets roles pass says to which service. */
  private static boolean isLimited(Facts facts) {
    List<Match> passing = PolicyMatch.of(facts).actionOnly();
    return !passing.isEmpty()
        && passing.stream()
            .allMatch(m ->
                m.statement().conditions().stream()
                    .anyMatch(c -> c.key().equalsIgnoreCase(PassedTo.KEY)));
  }

  private static String pass(String role, String service) {
    return """
    {
      "Effect": "Allow",
      "Action": "iam:PassRole",
      "Resource": %s,
      "Condition": {"StringEquals": {"iam:PassedToService": %s}}
    }\
    """
        .formatted(Literal.json(role), Literal.json(service));
  }
}

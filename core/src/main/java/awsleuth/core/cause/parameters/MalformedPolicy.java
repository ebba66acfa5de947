package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.MadeBefore;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy document is not valid. */
final class MalformedPolicy implements Cause {

  @Override
  public String id() {
    return "parameters/malformed-policy";
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Calls.isPolicy(facts))) {
      return Outcome.NOT_SEEN;
    }
    Optional<Outcome> made = MadeBefore.rulesOut(facts);
    if (made.isPresent()) {
      return made.get();
    }
    return Outcome.confirmed(
        new Finding(
            facts.seen(ParametersClue.PRINCIPAL)
                ? "a principal that the policy names does not exist"
                : "the policy document is not valid",
            Finding.Specificity.CODE,
            because(facts),
            fixes(facts),
            new Verification.Query(validate(facts), "no finding of type ERROR")));
  }

  private static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    RefusedPolicy.of(facts).ifPresent(p -> because.addAll(p.citations()));
    return because;
  }

  private static List<Fix> fixes(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    RefusedPolicy.of(facts).map(RefusedPolicy::fix).ifPresent(fixes::add);
    if (facts.seen(ParametersClue.PRINCIPAL)) {
      fixes.add(
          Fix.askAdministrator(
              "put right the principal: a role or user that is not there, or a slip in its ARN",
              "Which role, user or account shall the policy name? A deleted one shows as an id"
                  + " such as AROA… in place of its ARN."));
    }
    fixes.add(Fix.command("let AWS name every fault in it", validate(facts)));
    fixes.add(Fix.codeEdit("send it as JSON text, not as a Python dict", "json.dumps(policy)"));
    return List.copyOf(fixes);
  }

  /** IAM Access Analyzer checks each kind by rules of its own. */
  private static String validate(Facts facts) {
    String operation = facts.call().operation();
    boolean own =
        facts.call().service().equals("iam")
            && !operation.equals("CreateRole")
            && !operation.equals("UpdateAssumeRolePolicy");
    String type =
        facts.call().service().equals("organizations")
            ? "SERVICE_CONTROL_POLICY"
            : own || facts.call().service().equals("sts") || facts.call().service().isEmpty()
                ? "IDENTITY_POLICY"
                : "RESOURCE_POLICY";
    return "aws accessanalyzer validate-policy --policy-type "
        + type
        + " --policy-document file://"
        + RefusedPolicy.of(facts).map(RefusedPolicy::file).orElse("<policy.json>");
  }
}

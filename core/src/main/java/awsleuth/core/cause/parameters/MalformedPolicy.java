package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

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
    return Outcome.confirmed(
        new Finding(
            "the policy document is not valid",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.command(
                    "let AWS name every fault in it",
                    "aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://<policy.json>"),
                Fix.codeEdit("send it as JSON text, not as a Python dict", "json.dumps(policy)")),
            new Verification.Query(
                "aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://<policy.json>",
                "no finding of type ERROR")));
  }
}

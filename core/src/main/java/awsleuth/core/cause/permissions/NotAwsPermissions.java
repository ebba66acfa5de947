package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The refusal comes from another layer than IAM. */
final class NotAwsPermissions implements Cause {

  @Override
  public String id() {
    return "permissions/not-aws-permissions";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    for (OtherLayer layer : OtherLayer.values()) {
      if (layer.isSeen(facts)) {
        return Outcome.confirmed(
            new Finding(
                layer.summary(),
                Finding.Specificity.MESSAGE,
                List.of(facts.citation(layer.clue()).orElseGet(facts::citeError)),
                layer.fixes(facts),
                Again.of(facts, "the call succeeds")));
      }
    }
    return Outcome.NOT_SEEN;
  }
}

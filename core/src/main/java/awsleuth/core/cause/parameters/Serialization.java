package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A value cannot be serialised. */
final class Serialization implements Cause {

  @Override
  public String id() {
    return "parameters/serialization";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.seen(ParametersClue.NOT_SERIALIZABLE) && !facts.seen(ParametersClue.FLOAT))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "a value cannot be written as JSON or as a DynamoDB type",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(
                Fix.codeEdit("say how such values are written", "json.dumps(value, default=str)")),
            Calls.rerun(facts, "the value is written")));
  }
}

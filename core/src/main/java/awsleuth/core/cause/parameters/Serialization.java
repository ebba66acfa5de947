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
    Finding finding =
        new Finding(
            "a value cannot be written as JSON or as a DynamoDB type",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(
                Fix.codeEdit("say how such values are written", "json.dumps(value, default=str)")),
            Calls.rerun(facts, "the value is written"));
    return isOfAws(facts)
        ? Outcome.confirmed(finding)
        : Outcome.possible(
            finding,
            "whether the value goes to AWS or comes from it: any program's JSON fails so",
            "the whole traceback, and the lines of the program before the one that fails");
  }

  private static boolean isOfAws(Facts facts) {
    boolean frame = facts.frames().stream().anyMatch(f -> f.file().contains("boto"));
    return frame
        || !facts.call().service().isEmpty()
        || !facts.call().operation().isEmpty()
        || facts.seen(ParametersClue.DYNAMODB_TYPE)
        || facts.seen(ParametersClue.BOTO);
  }
}

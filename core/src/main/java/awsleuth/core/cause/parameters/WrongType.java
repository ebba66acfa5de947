package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/** A value has the wrong type. */
final class WrongType implements Cause {

  @Override
  public String id() {
    return "parameters/wrong-type";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(ParameterErrors.in(facts).begins(ParameterErrors.Kind.TYPE)
        || CliUse.of(facts) == CliUse.VALUE
        || (facts.exception("TypeError", "ValueError") && facts.seen(ParametersClue.PYTHON_TYPE))
        || facts.seen(ParametersClue.FLOAT))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            facts.seen(ParametersClue.FLOAT)
                ? "DynamoDB takes Decimal, not float"
                : parameter(facts).map(p -> "`" + p + "`").orElse("an argument")
                    + " has the wrong type",
            Finding.Specificity.MESSAGE,
            List.of(
                ParameterErrors.in(facts)
                    .first(ParameterErrors.Kind.TYPE)
                    .map(e -> facts.cite("valid types of `" + e.parameter() + "`: " + e.detail()))
                    .orElseGet(facts::citeError)),
            List.of(
                Fix.codeEdit(
                    facts.seen(ParametersClue.FLOAT)
                        ? "turn floats into Decimal before the call"
                        : "give a value of a valid type; where it is None, leave it out",
                    facts.seen(ParametersClue.FLOAT)
                        ? "item = json.loads(json.dumps(item), parse_float=decimal.Decimal)"
                        : "params = {k: v for k, v in params.items() if v is not None}")),
            Calls.rerun(facts, "the call is sent")));
  }

  private static Optional<String> parameter(Facts facts) {
    return ParameterErrors.in(facts)
        .first(ParameterErrors.Kind.TYPE)
        .map(ParameterErrors.Entry::parameter)
        .or(() -> facts.captured("subject"));
  }
}

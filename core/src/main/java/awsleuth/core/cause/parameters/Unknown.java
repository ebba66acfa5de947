package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A parameter does not exist for that operation. */
final class Unknown implements Cause {

  @Override
  public String id() {
    return "parameters/unknown";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(ParameterErrors.in(facts).begins(ParameterErrors.Kind.UNKNOWN)
        || facts.exception(
            "UnknownParameterError", "UnknownKeyError", "AliasConflictParameterError")
        || facts.seen(ParametersClue.EXTRA_ARG)
        || CliUse.of(facts) == CliUse.OPTION
        || facts.code("UnknownParameter", "UnexpectedParameter"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the operation has no parameter `"
                + ParameterErrors.in(facts)
                    .first(ParameterErrors.Kind.UNKNOWN)
                    .map(ParameterErrors.Entry::parameter)
                    .or(() -> facts.captured("subject"))
                    .orElse("of that name")
                + "`",
            Finding.Specificity.MESSAGE,
            List.of(
                ParameterErrors.in(facts)
                    .first(ParameterErrors.Kind.UNKNOWN)
                    .map(e -> facts.cite("the report names `" + e.parameter() + "`"))
                    .orElseGet(facts::citeError)),
            List.of(
                Fix.codeEdit(
                    "use the name that the operation has; names are case-sensitive",
                    Calls.call(
                        facts,
                        ParameterErrors.in(facts)
                                .first(ParameterErrors.Kind.UNKNOWN)
                                .flatMap(e -> Calls.nearest(facts, e))
                                .orElse("<parameter>")
                            + "=<value>")),
                Fix.command(
                    "or, where the parameter is newer than this botocore, update it",
                    "pip install --upgrade boto3")),
            Calls.rerun(facts, "the call is sent")));
  }
}

package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

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
            ParameterErrors.in(facts)
                .first(ParameterErrors.Kind.UNKNOWN)
                .map(ParameterErrors.Entry::parameter)
                .or(() -> facts.captured("subject"))
                .map(name -> "the operation has no parameter `" + name + "`")
                .orElse("the operation does not have a parameter that was given"),
            Finding.Specificity.MESSAGE,
            List.of(
                ParameterErrors.in(facts)
                    .first(ParameterErrors.Kind.UNKNOWN)
                    .map(e -> facts.cite("the report names `" + e.parameter() + "`"))
                    .orElseGet(facts::citeError)),
            List.of(
                CliUse.of(facts) == CliUse.OPTION
                    ? Fix.command("see the options that it has", CliUse.help(facts))
                    : Fix.codeEdit(
                        "use the name that the operation has; names are case-sensitive",
                        Calls.call(
                            facts,
                            ParameterErrors.in(facts)
                                .first(ParameterErrors.Kind.UNKNOWN)
                                .flatMap(e -> argument(facts, e))
                                .orElse("<parameter>=<value>"))),
                Fix.command(
                    "or, where the parameter is newer than this botocore, update it",
                    "pip install --upgrade "
                        + (CliUse.of(facts) == CliUse.OPTION ? "awscli" : "boto3"))),
            CliUse.of(facts) == CliUse.OPTION
                ? new Verification.Probe(CliUse.help(facts), "it lists the option")
                : Calls.rerun(facts, "the call is sent")));
  }

  /** The argument with the nearest name that there is, where the unknown one stands. */
  private static Optional<String> argument(Facts facts, ParameterErrors.Entry unknown) {
    return Calls.nearest(facts, unknown).map(name -> Calls.argument(unknown.place(), name));
  }
}

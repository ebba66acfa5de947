package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.ParameterErrors;
import awsleuth.core.fact.ParameterErrors.Entry;
import awsleuth.core.fact.ParameterErrors.Kind;
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
    if (!(ParameterErrors.in(facts).has(Kind.UNKNOWN)
        || facts.exception(
            "UnknownParameterError", "UnknownKeyError", "AliasConflictParameterError")
        || facts.seen(ParametersClue.EXTRA_ARG)
        || CliUse.of(facts) == CliUse.OPTION
        || facts.code("UnknownParameter", "UnexpectedParameter"))) {
      return Outcome.NOT_SEEN;
    }
    Optional<ExtraArguments> extra = ExtraArguments.in(facts);
    if (extra.isPresent()) {
      return extra.get().outcome(facts);
    }
    Optional<Entry> unknown = ParameterErrors.in(facts).first(Kind.UNKNOWN);
    if (unknown.isPresent() && NewerParameter.is(facts, unknown.get())) {
      return Outcome.confirmed(newer(facts, unknown.get()));
    }
    return CliUse.of(facts) == CliUse.OPTION
        ? Outcome.confirmed(option(facts))
        : Corrected.outcome(facts, misnamed(facts, unknown));
  }

  /** Whether a missing parameter was given under a name that is near its own. */
  static boolean isMisspelt(Facts facts, Entry missing) {
    return ParameterErrors.in(facts).errors().stream()
        .anyMatch(e ->
            e.kind() == Kind.UNKNOWN
                && e.place().equals(missing.place())
                && Calls.nearest(facts, e).filter(missing.parameter()::equals).isPresent());
  }

  /** The models at hand have it: the botocore that ran is older than they are. */
  private static Finding newer(Facts facts, Entry unknown) {
    return new Finding(
        "the botocore that ran is too old to know `" + Literal.line(unknown.parameter()) + "`",
        Finding.Specificity.EVIDENCE,
        List.of(
            facts.cite("the report names `" + unknown.parameter() + "`"),
            facts.cite("botocore " + facts.catalog().version() + " has it, the report's does not")),
        List.of(Fix.command("update boto3 where the program runs", "pip install --upgrade boto3")),
        Calls.rerun(facts, "the call is sent"));
  }

  private static Finding option(Facts facts) {
    return new Finding(
        summary(facts, Optional.empty()),
        Finding.Specificity.MESSAGE,
        List.of(facts.citeError()),
        List.of(Fix.command("see the options that it has", CliUse.help(facts)), update("awscli")),
        new Verification.Probe(CliUse.help(facts), "it lists the option"));
  }

  private static Finding misnamed(Facts facts, Optional<Entry> unknown) {
    Optional<String> near = unknown.flatMap(e -> argument(facts, e));
    return new Finding(
        summary(facts, unknown),
        Finding.Specificity.MESSAGE,
        List.of(
            unknown
                .map(e -> facts.cite("the report names `" + e.parameter() + "`"))
                .orElseGet(facts::citeError)),
        near.isPresent()
            ? List.of(rename(facts, near.get()))
            : List.of(rename(facts, "<parameter>=<value>"), update("boto3")),
        Calls.rerun(facts, "the call is sent"));
  }

  private static Fix rename(Facts facts, String argument) {
    return Fix.codeEdit(
        "use the name that the operation has; names are case-sensitive",
        Calls.call(facts, argument));
  }

  private static String summary(Facts facts, Optional<Entry> unknown) {
    return unknown
        .map(Entry::parameter)
        .or(() -> facts.captured("subject"))
        .map(name ->
            "the operation has no parameter `"
                + name
                + unknown
                    .flatMap(e -> Calls.nearest(facts, e))
                    .map(near -> "`, but `" + near + "`")
                    .orElse("`"))
        .orElse("the operation does not have a parameter that was given");
  }

  private static Fix update(String what) {
    return Fix.command(
        "or, where the parameter is newer than this botocore, update it",
        "pip install --upgrade " + what);
  }

  /** The argument with the nearest name that there is, where the unknown one stands. */
  private static Optional<String> argument(Facts facts, Entry unknown) {
    return Calls.nearest(facts, unknown).map(name -> Calls.argument(unknown.place(), name));
  }
}

package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A client or resource is used in a way it does not have. */
final class WrongClientUse implements Cause {

  private static final int MOST_EXCEPTIONS = 300;

  @Override
  public String id() {
    return "parameters/wrong-client-use";
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public Outcome examine(Facts facts) {
    Optional<LackedMethod> lacked = LackedMethod.of(facts);
    if (lacked.isPresent()) {
      return lacked.get().isNewer() ? Outcome.NOT_SEEN : lacking(lacked.get());
    }
    Optional<Finding> argument = ClientArgument.of(facts);
    if (argument.isPresent()) {
      return Outcome.confirmed(argument.get());
    }
    Optional<Finding> retries = RetrySetting.of(facts);
    if (retries.isPresent()) {
      return Outcome.confirmed(retries.get());
    }
    if (facts.captured("lacked_exception").isPresent()) {
      return Outcome.confirmed(lackedException(facts));
    }
    if (!(facts.exception(
            "OperationNotPageableError",
            "UnknownClientMethodError",
            "PaginationError",
            "WaiterConfigError",
            "InvalidExpressionError",
            "DynamoDBNeedsConditionError",
            "DynamoDBNeedsKeyConditionError",
            "DynamoDBOperationNotSupportedError")
        || facts.seen(ParametersClue.POSITIONAL)
        || facts.seen(ParametersClue.NO_WAITER)
        || (facts.exception("TypeError") && facts.seen(UseClue.MADE_ERROR))
        || (facts.exception("KeyError")
            && facts.frames().stream().anyMatch(f -> f.function().equals("can_paginate")))
        || (facts.exception("AttributeError")
            && facts.seen(ParametersClue.NO_ATTRIBUTE)
            && facts.seen(UseClue.BOTO_OBJECT)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            facts.seen(ParametersClue.POSITIONAL)
                ? "the arguments are given without their names"
                : "the client or resource has nothing of that name",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            fixes(facts),
            Calls.rerun(facts, "the program goes on past the line")));
  }

  /** The client's {@code exceptions} has no class of that name: a slip in an {@code except}. */
  private static Finding lackedException(Facts facts) {
    String name = facts.captured("lacked_exception").orElse("");
    List<String> valid =
        List.of(facts.captured("valid_exceptions").orElse("").split(", *", MOST_EXCEPTIONS));
    List<String> near = facts.catalog().nearest(name, valid, 1);
    List<Fix> fixes = new ArrayList<>();
    fixes.add(
        Fix.codeEdit(
            near.isEmpty()
                ? "catch one that the client has, or look at the code of ClientError"
                : "catch the one that it has",
            "except client.exceptions."
                + Literal.name(near.isEmpty() ? "" : near.getFirst(), "<Error>")
                + ":"));
    fixes.add(
        Fix.codeEdit(
            "or look at the code, which errors that are not modeled have too",
            """
            except botocore.exceptions.ClientError as error:
                if error.response["Error"]["Code"] != "<code>":
                    raise\
            """));
    return new Finding(
        Literal.brief("the client's `exceptions` has no `" + name + "`"),
        Finding.Specificity.MESSAGE,
        List.of(facts.cite(Literal.line("the `except` names `client.exceptions." + name + "`"))),
        List.copyOf(fixes),
        Calls.rerun(facts, "the program goes on past the line"));
  }

  private static List<Fix> fixes(Facts facts) {
    if (facts.exception("OperationNotPageableError")) {
      return List.of(
          Fix.codeEdit(
              "call the operation itself: it gives all in one answer",
              Calls.call(facts, "<parameters>")));
    }
    if (facts.seen(ParametersClue.POSITIONAL)) {
      return List.of(Fix.codeEdit("name each argument", Calls.call(facts, required(facts))));
    }
    if (facts.seen(ParametersClue.NO_WAITER)) {
      return waiters(facts);
    }
    return List.of(
        Fix.codeEdit("catch modeled errors by the client", "except client.exceptions.<Error>:"),
        Fix.codeEdit(
            "see what the object has; methods are in snake_case with keyword arguments",
            "print(dir(client))"));
  }

  /** The required parameters as keyword arguments; a placeholder where none is known. */
  private static String required(Facts facts) {
    String named =
        facts
            .catalog()
            .service(facts.call().service())
            .flatMap(s -> s.input(facts.call().operation()))
            .map(i ->
                i.requiredMembers().stream()
                    .map(n -> Calls.argument("", n))
                    .collect(Collectors.joining(", ")))
            .orElse("");
    return named.isEmpty() ? "<parameter>=<value>" : named;
  }

  /** The waiter whose name is nearest, and where the names of all stand. */
  private static List<Fix> waiters(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    List<String> names =
        facts.catalog().service(facts.call().service()).stream()
            .flatMap(s -> s.operationNames().stream().flatMap(o -> s.waitersOf(o).stream()))
            .map(facts.catalog()::methodName)
            .distinct()
            .toList();
    Mentioned.after(facts, "does not exist: ")
        .flatMap(name -> facts.catalog().nearest(name, names, 1).stream().findFirst())
        .ifPresent(near ->
            fixes.add(
                Fix.codeEdit(
                    "ask for the waiter that it has",
                    "client.get_waiter(" + Literal.python(near) + ")")));
    fixes.add(Fix.codeEdit("see which waiters it has", "print(client.waiter_names)"));
    return fixes;
  }

  private static Outcome lacking(LackedMethod lacked) {
    Facts facts = lacked.facts();
    return Outcome.confirmed(
        new Finding(
            lacked.summary(),
            Finding.Specificity.CODE,
            List.of(facts.cite("the message says: " + facts.call().message())),
            lacked.fixes(),
            Calls.rerun(facts, "the program goes on past the line")));
  }
}

package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Its state forbids the call. */
final class WrongState implements Cause {

  @Override
  public String id() {
    return "resource/wrong-state";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Codes.isWrongState(facts) && !Codes.isNotFound(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "its present state forbids the call",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.command(
                    "look at its state",
                    facts.call().service().equals("cloudformation")
                        ? "aws cloudformation describe-stack-events --stack-name <stack>"
                        : "aws "
                            + (facts.call().service().isEmpty()
                                ? "<service>"
                                : facts.call().service())
                            + " help  # the describe or get command of the thing"),
                Fix.codeEdit(
                    "wait for the state that the call needs",
                    "client.get_waiter(\"<waiter>\").wait(<parameters>)")),
            Codes.rerun(facts, "the call succeeds in the right state")));
  }
}

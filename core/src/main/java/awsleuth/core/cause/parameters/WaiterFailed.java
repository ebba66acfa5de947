package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Sought;
import java.util.List;

/** A waiter gave up or met a terminal state. */
final class WaiterFailed implements Cause {

  @Override
  public String id() {
    return "parameters/waiter-failed";
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("WaiterError"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            facts.captured("name").map(name -> "the waiter " + name).orElse("the waiter")
                + " gave up or met a terminal state",
            Finding.Specificity.CODE,
            List.of(
                facts.cite(
                    facts
                        .captured("reason")
                        .map(r -> "the reason: " + r)
                        .orElse("botocore raised `WaiterError`"))),
            fixes(facts),
            Again.of(facts, "the thing is in the state that was waited for", Sought.of(facts))));
  }

  /** In a terminal state waiting does not help; nor does it help to ask before one knows why. */
  private static List<Fix> fixes(Facts facts) {
    Fix why = why(facts);
    return facts.seen(ParametersClue.TERMINAL)
        ? List.of(why)
        : List.of(
            Fix.codeEdit(
                "wait longer where it was on its way",
                "waiter.wait(<parameters>, WaiterConfig={\"Delay\": 15, \"MaxAttempts\": 80})"),
            why);
  }

  private static Fix why(Facts facts) {
    return facts.call().service().equals("cloudformation")
        ? Fix.command(
            "see which resource failed, and why",
            "aws cloudformation describe-stack-events --stack-name "
                + facts.argument("StackName", "<stack>")
                + " --query \"StackEvents[?contains(ResourceStatus,'FAILED')]"
                + ".[LogicalResourceId,ResourceStatusReason]\"")
        : Fix.command("look why the thing did not get there", facts.reproduction(Sought.of(facts)));
  }
}

package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Meaning;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.StateClue;
import awsleuth.core.fact.Cancellation;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** Another change of the same thing is in progress. */
final class ResourceBusy implements Cause {

  @Override
  public String id() {
    return "throttling/resource-busy";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean known =
        facts.code(
                "PriorRequestNotComplete",
                "OperationAborted",
                "OperationInProgressException",
                "ConcurrentModification",
                "ConcurrentModificationException",
                "ConflictingOperationException",
                "TransactionInProgressException",
                "ConcurrentAccessException",
                "ConcurrentUpdateException",
                "TransactionConflictException",
                "ConditionalRequestConflict")
            || (isConflict(facts) && facts.seen(ThrottlingClue.AT_WORK))
            || Cancellation.of(facts).isFor(Cancellation.Reason.CONFLICT)
            || (facts.call().code().isEmpty() && facts.seen(ThrottlingClue.BUSY));
    if (isThere(facts) || (!known && (isOther(facts) || facts.family() != CodeFamily.BUSY))) {
      return Outcome.NOT_SEEN;
    }
    Meaning meaning = Meaning.of(known);
    Finding finding =
        new Finding(
            "another change of the same thing is in progress",
            meaning.specificity(),
            List.of(Cancellation.of(facts).cite(facts)),
            fixes(facts),
            Throttles.rerun(facts));
    return meaning.outcome(finding, facts);
  }

  /** Codes of many services for whatever is at odds with the request. */
  private static boolean isConflict(Facts facts) {
    return facts.code("ConflictException", "ResourceConflictException");
  }

  private static boolean isThere(Facts facts) {
    return isConflict(facts) && facts.seen(StateClue.THERE);
  }

  /** Codes whose names are like those of changes that go on, and which wait for other things. */
  private static boolean isOther(Facts facts) {
    return facts.code(
        "DeleteConflict", "DeleteConflictException", "Blocked", "PendingVerification");
  }

  private static List<Fix> fixes(Facts facts) {
    if (Cancellation.isOne(facts)) {
      return List.of(Transactions.again(facts));
    }
    if (facts.code("ConditionalRequestConflict")) {
      return ConditionalUpload.fixes(facts);
    }
    if (facts.call().service().equals("lambda")) {
      return List.of(
          Fix.command(
              "wait until the other change is done, then run it again",
              "aws lambda wait function-updated-v2 --function-name "
                  + facts.argument("FunctionName", "<function>")
                  + region(facts)),
          Fix.codeEdit(
              "wait for it in the program before the call",
              "client.get_waiter(\"function_updated_v2\").wait(FunctionName="
                  + Literal.python(facts.parameter("FunctionName").orElse("<function>"))
                  + ")"));
    }
    Fix again =
        Again.fix(facts, "wait until the other change is done, then run it again", "sleep 30; ");
    return hasWaiters(facts)
        ? List.of(
            again,
            Fix.codeEdit(
                "wait for it in the program", "client.get_waiter(\"<waiter>\").wait(<parameters>)"))
        : List.of(again);
  }

  private static boolean hasWaiters(Facts facts) {
    return facts.catalog().service(facts.call().service()).stream()
        .anyMatch(s -> s.operationNames().stream().anyMatch(o -> !s.waitersOf(o).isEmpty()));
  }

  private static String region(Facts facts) {
    return facts.catalog().region(facts.call().region()).isEmpty()
        ? ""
        : " --region " + facts.call().region();
  }
}

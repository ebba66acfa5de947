package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Meaning;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
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
                "ConflictException",
                "ConflictingOperationException",
                "ResourceConflictException",
                "TransactionInProgressException",
                "ConcurrentAccessException",
                "ConcurrentUpdateException")
            || (facts.call().code().isEmpty() && facts.seen(ThrottlingClue.BUSY));
    if (!known && facts.family() != CodeFamily.BUSY) {
      return Outcome.NOT_SEEN;
    }
    Meaning meaning = Meaning.of(known);
    Finding finding =
        new Finding(
            "another change of the same thing is in progress",
            meaning.specificity(),
            List.of(facts.citeError()),
            List.of(
                Fix.command(
                    "wait until the other change is done, then run it again",
                    "sleep 30; " + facts.reproduction()),
                Fix.codeEdit(
                    "wait for it in the program",
                    "client.get_waiter(\"<waiter>\").wait(<parameters>)")),
            Throttles.rerun(facts));
    return meaning.outcome(finding, facts);
  }
}

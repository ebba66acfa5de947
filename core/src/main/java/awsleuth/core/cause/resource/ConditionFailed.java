package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Meaning;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Cancellation;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** A conditional write or precondition was not met. */
final class ConditionFailed implements Cause {

  @Override
  public String id() {
    return "resource/condition-failed";
  }

  @Override
  public Stage stage() {
    return Stage.EXECUTION;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean known =
        facts.code(
                "ConditionalCheckFailedException",
                "ConditionalCheckFailed",
                "PreconditionFailed",
                "412",
                "304")
            || Cancellation.of(facts).isFor(Cancellation.Reason.CONDITION);
    boolean conflict = facts.code("ConditionalRequestConflict", "TransactionConflictException");
    boolean unlisted = Cancellation.isOne(facts) && Cancellation.of(facts).deciding().isEmpty();
    if (!known && !unlisted && (conflict || facts.family() != CodeFamily.CONDITION)) {
      return Outcome.NOT_SEEN;
    }
    Meaning meaning = Meaning.of(known);
    Finding finding =
        new Finding(
            "the condition of the request was not met",
            meaning.specificity(),
            List.of(Cancellation.of(facts).cite(facts)),
            isStateLock(facts)
                ? unlock(facts)
                : List.of(
                    Fix.codeEdit(
                        "take it as an answer: somebody else was first",
                        "except client.exceptions."
                            + (facts.code(
                                    "ConditionalCheckFailedException",
                                    "TransactionCanceledException")
                                ? Literal.name(facts.call().code(), "ClientError")
                                : "ClientError")
                            + " as error:\n"
                            + "    ...  # read again, decide, retry with a new condition")),
            Codes.rerun(facts, "the write is done with the condition met"));
    return unlisted
        ? Outcome.possible(
            finding,
            "the reason for each item: a conflict or a throttled table are others",
            "print(error.response[\"CancellationReasons\"])")
        : meaning.outcome(finding, facts);
  }

  private static boolean isStateLock(Facts facts) {
    return facts.seen(ResourceClue.STATE_LOCK);
  }

  /** Another run of Terraform holds the lock, or died with it (Terraform, "State locking"). */
  private static List<Fix> unlock(Facts facts) {
    return List.of(
        Fix.command(
            "wait for the other run: it takes the lock when that is free",
            "terraform apply -lock-timeout=10m"),
        Fix.askAdministrator(
            "where that run is surely dead, take its lock away",
            "terraform force-unlock " + facts.argument("LockID", "<lock id>")));
  }
}

package awsleuth.core.cause;

import awsleuth.core.fact.Clue;
import java.util.List;

/**
 * Words on the state of a thing that services write under general codes: they speak for a cause of
 * the resource and against one of the parameters.
 */
public enum StateClue implements Clue {
  /** It is not there. */
  GONE(
      "does not exist",
      "doesn't exist",
      "do not exist",
      "not found",
      "could not be found",
      "cannot be found",
      "can't find"),
  /** It is there already. */
  THERE("already exists", "already exist"),
  /** Deletion or termination protection is on. */
  PROTECTED(
      "deletion protection",
      "cannot delete protected",
      "protected against deletion",
      "disableapitermination",
      "terminationprotection is enabled",
      "termination protection is enabled"),
  /** Secrets wait some days for their deletion, and can be taken back until then. */
  MARKED("marked for deletion", "scheduled for deletion"),
  /** Of Systems Manager about instances. */
  NOT_VALID("not in a valid state"),
  /** Something is still at work. */
  UNFINISHED(
      "has not yet finished",
      "is not yet finished",
      "has not finished",
      "is still running",
      "not yet completed",
      "request too early",
      "is resuming after being",
      "that is shutting down, terminating",
      "current state: running",
      "current state: queued");

  private final List<String> phrases;

  StateClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}

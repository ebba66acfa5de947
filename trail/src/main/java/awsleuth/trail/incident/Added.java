package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Topic;
import java.util.Optional;

/**
 * Policies that came after the last success, where nothing else changed since but by what was added
 * to the caller: what let the call succeed is still there.
 *
 * @param around the changes that have to do with the call
 * @param beside the policies that the caller has
 */
record Added(Around around, Beside beside) {

  /**
   * The ruling of a change of such a policy; empty where it is none.
   *
   * @param since the moment of the last success, or one before
   */
  Optional<Ruling> ruling(Change change, Before before, long since) {
    return before
        .last()
        .filter(s -> before.sure() && isBefore(s, change))
        .filter(_ -> around.isWhole(since))
        .filter(_ -> around.since(since).allMatch(c -> isOf(c, change) || isAdded(c)))
        .map(s ->
            Ruling.ruledOut(
                "the same call succeeded at "
                    + Event.moment(s.event().time())
                    + ", before the caller had this policy"));
  }

  private boolean isBefore(Sampled success, Change change) {
    return beside.cameBy(change).filter(c -> success.event().time() < c.event().time()).isPresent();
  }

  private static boolean isOf(Change one, Change other) {
    return one.subject().equals(other.subject());
  }

  /** Whether a change gave the caller a policy that it did not have. */
  private boolean isAdded(Change change) {
    return change.topic() == Topic.IDENTITY
        && beside.cameBy(change).filter(change::equals).isPresent();
  }
}

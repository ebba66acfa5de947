package awsleuth.collect.probe;

import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Fault;
import java.util.Map;

/** Results of what broke off. */
public final class Findings {

  private Findings() {}

  /**
   * A finding; unknown where nothing came, but little of the time was left to wait for it.
   *
   * @param fault what broke off
   * @param raised what boto3 raises for it
   */
  public static Result of(
      Fault fault, Deadline deadline, String words, Map<String, String> facts, String raised) {
    return fault.isTimeout() && deadline.isShort()
        ? new Result.Unknown(
            "no answer in the " + deadline.words() + " that were left: give it a longer --timeout",
            facts)
        : new Result.Finding(words, facts, raised);
  }
}

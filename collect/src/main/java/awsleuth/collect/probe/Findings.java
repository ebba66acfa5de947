package awsleuth.collect.probe;

import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Fault;
import awsleuth.core.evidence.ProbeResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Results of what broke off. */
public final class Findings {

  /** How long boto3 waits, unless it is told otherwise. */
  private static final Duration BOTO3 = Duration.ofSeconds(60);

  /** A shorter wait is none. */
  private static final Duration NOTICED = Duration.ofMillis(100);

  private Findings() {}

  /**
   * A finding; unknown where nothing came, but little of the time was left to wait for it.
   *
   * @param fault what broke off
   * @param raised what boto3 raises for it
   */
  public static Result of(
      Fault fault, Deadline deadline, String words, Map<String, String> facts, String raised) {
    if (!fault.isTimeout()) {
      return new Result.Finding(words, facts, raised);
    }
    if (deadline.isShort()) {
      boolean none = deadline.whole().compareTo(NOTICED) < 0;
      String wait =
          none
              ? "no time was left for it"
              : "no answer in the " + deadline.words() + " that were left";
      return new Result.Unknown(wait + ": give it a longer --timeout", facts);
    }
    Map<String, String> waited = new LinkedHashMap<>(facts);
    if (deadline.whole().compareTo(BOTO3) < 0) {
      waited.put(ProbeResult.WAITED, deadline.words());
    }
    return new Result.Finding(words, waited, raised);
  }
}

package awsleuth.collect.doctor;

import awsleuth.collect.probe.Result;
import awsleuth.core.evidence.ProbeResult;
import java.time.Duration;
import java.util.List;

/**
 * A step that ended.
 *
 * @param number its place, from 1
 * @param kind which step it is
 * @param call the call that it is a part of; {@link ProbeResult.Call#NONE} where it is of none
 * @param result what came of it
 * @param took how long it took, without what it waited for of other steps
 * @param commands what gives the same by hand, each a line for a shell
 */
public record Step(
    int number,
    StepKind kind,
    ProbeResult.Call call,
    Result result,
    Duration took,
    List<String> commands) {

  private static final Duration SLOW = Duration.ofSeconds(1);

  /** The same with other commands. */
  Step with(List<String> others) {
    return new Step(number, kind, call, result, took, others);
  }

  /** Whether it took long enough to be worth saying. */
  public boolean isSlow() {
    return took.compareTo(SLOW) >= 0;
  }

  /** Whether something is wrong there. */
  public boolean isFinding() {
    return result instanceof Result.Finding;
  }
}

package awsleuth.core;

import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import java.util.List;

/**
 * The verdicts without the guesses by a code's name that another cause has made void: what a code
 * of that kind commonly stands for says nothing where it is known what this one stands for.
 */
final class Settled {

  private static final List<String> BY_NAME_ALONE =
      List.of("parameters/rejected-by-service", "service/internal-error");

  private Settled() {}

  static List<Verdict> of(List<Verdict> verdicts) {
    boolean known = verdicts.stream().anyMatch(v -> v.outcome() instanceof Outcome.Confirmed);
    return known ? verdicts.stream().map(Settled::without).toList() : verdicts;
  }

  private static Verdict without(Verdict v) {
    return v.outcome() instanceof Outcome.Possible && BY_NAME_ALONE.contains(v.id())
        ? new Verdict(
            v.id(), v.stage(), Outcome.ruledOut("another cause accounts for the error code"))
        : v;
  }
}

package awsleuth.trail.time;

import awsleuth.trail.time.Times.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The runs of stretches in which another share of failures explains a group's calls better than the
 * share outside of them, the best first found, then the best of what is left.
 */
final class Runs {

  /** More runs than this are no onsets, but how the group is. */
  static final int MOST = 6;

  private static final int ROUNDS = 12;

  /** Failures are unusual where fewer than this part of them is expected. */
  private static final double UNUSUAL = 0.1;

  /**
   * Some stretches: from a number to before another.
   *
   * @param score the logarithm of the ratio of the likelihoods
   */
  record Run(int from, int to, double score) {}

  /** Calls and failures of some stretches. */
  record Sum(long calls, long failures) {

    /** The share, as it is estimated: never 0 or 1. */
    double share() {
      return (failures + 0.5) / (calls + 1);
    }

    Sum without(Sum part) {
      return new Sum(calls - part.calls, failures - part.failures);
    }
  }

  private final List<Stretch> stretches;
  private final boolean[] taken;

  private Runs(Times times) {
    this.stretches = times.stretches();
    this.taken = new boolean[stretches.size()];
  }

  /** The runs of at least such a score, in the order of time; one more than the most at most. */
  static List<Run> of(Times times, double least) {
    Runs runs = new Runs(times);
    List<Run> found = new ArrayList<>();
    while (found.size() <= MOST) {
      Run run = runs.best();
      if (run.score < least) {
        break;
      }
      found.add(run);
      runs.take(run);
    }
    double outside = runs.free(0, runs.stretches.size()).share();
    found.sort(Comparator.comparingInt(Run::from));
    List<Run> whole = new ArrayList<>();
    for (Run run : found) {
      whole.add(runs.reaching(run, outside));
      runs.take(whole.getLast());
    }
    return List.copyOf(whole);
  }

  private void take(Run run) {
    for (int i = run.from; i < run.to; i++) {
      taken[i] = true;
    }
  }

  /** Calls and failures of a run. */
  static Sum sum(Times times, Run run) {
    long calls = 0;
    long failures = 0;
    for (Stretch s : times.stretches().subList(run.from, run.to)) {
      calls += s.calls();
      failures += s.failures();
    }
    return new Sum(calls, failures);
  }

  /** Those of the stretches that are not taken, from a number to before another. */
  private Sum free(int from, int to) {
    long calls = 0;
    long failures = 0;
    for (int i = from; i < to; i++) {
      if (!taken[i]) {
        calls += stretches.get(i).calls();
        failures += stretches.get(i).failures();
      }
    }
    return new Sum(calls, failures);
  }

  private Run best() {
    Sum all = free(0, stretches.size());
    double low = Math.max(all.share() / 4, 0.5 / (all.calls + 1));
    double high = Math.max(0.7, Math.min(0.98, all.share() * 1.2));
    Run best = greatest(low, high);
    for (int round = 0; round < ROUNDS; round++) {
      Sum within = free(best.from, best.to);
      double outside = all.without(within).share();
      if (within.share() <= outside) {
        return new Run(best.from, best.to, 0);
      }
      Run next = greatest(outside, within.share());
      if (next.from == best.from && next.to == best.to) {
        return next;
      }
      best = next;
    }
    return best;
  }

  /** The run of the greatest sum (Kadane); what is taken ends every run. */
  private Run greatest(double low, double high) {
    double failure = Math.log(high / low);
    double success = Math.log((1 - high) / (1 - low));
    int from = 0;
    double sum = 0;
    Run best = new Run(0, 0, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < stretches.size(); i++) {
      Stretch s = stretches.get(i);
      if (sum <= 0 || taken[i]) {
        sum = 0;
        from = taken[i] ? i + 1 : i;
      }
      if (!taken[i]) {
        sum += s.failures() * failure + (s.calls() - s.failures()) * success;
        best = sum > best.score ? new Run(from, i + 1, sum) : best;
      }
    }
    return best;
  }

  /**
   * The run with the stretches beside it that have failures which the share outside does not
   * account for: calls that succeeded in the same stretch must not hide the first failures.
   */
  private Run reaching(Run run, double outside) {
    int from = run.from;
    while (from > 0 && !taken[from - 1] && isUnusual(stretches.get(from - 1), outside)) {
      from--;
    }
    int to = run.to;
    while (to < stretches.size() && !taken[to] && isUnusual(stretches.get(to), outside)) {
      to++;
    }
    return new Run(from, to, run.score);
  }

  private static boolean isUnusual(Stretch s, double share) {
    return s.failures() > 0 && s.calls() * share < UNUSUAL * s.failures();
  }
}

package awsleuth.trail.time;

import awsleuth.trail.time.Times.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds since when a group fails more than it did before: the run of stretches in which another
 * share of failures explains the calls best (ratio of likelihoods of two binomial shares, found as
 * the run of the greatest sum, the shares estimated anew until they stay). It counts where it is
 * too unlikely by chance: the logarithm of the ratio, divided by the dispersion of the failures
 * outside of the run, exceeds the logarithm of one thousand times the number of runs that there are
 * among all groups. docs/decisions/0022 says why.
 */
public final class OnsetRule {

  /** So many failures there must be. */
  public static final int FEWEST_FAILURES = 5;

  /** So many calls there must be before, of which the share before is known. */
  public static final int FEWEST_BEFORE = 20;

  /** Such a share must fail. */
  public static final double LEAST_SHARE = 0.2;

  /** By so many times it must exceed the share before. */
  public static final double LEAST_RISE = 5;

  private static final double FALSE_ALARM = 0.001;
  private static final int ROUNDS = 12;

  private OnsetRule() {}

  /** The onsets of all groups, in the order of time. */
  public static List<Onset> of(List<Times> groups) {
    double runs = 1;
    for (Times t : groups) {
      runs += (double) t.stretches().size() * (t.stretches().size() + 1) / 2;
    }
    double least = Math.log(runs / FALSE_ALARM);
    List<Onset> found = new ArrayList<>();
    for (Times t : groups) {
      of(t, least).ifPresent(found::add);
    }
    found.sort(Comparator.comparingLong(Onset::from).thenComparing(o -> o.group(), Group.ORDER));
    return List.copyOf(found);
  }

  private static Optional<Onset> of(Times times, double least) {
    if (times.failures() < FEWEST_FAILURES) {
      return Optional.empty();
    }
    Run run = best(times);
    Sum within = Sum.of(times, run.from, run.to);
    Sum before = Sum.of(times, 0, run.from);
    double share = within.share();
    boolean enough =
        within.failures >= FEWEST_FAILURES
            && before.calls >= FEWEST_BEFORE
            && share >= LEAST_SHARE
            && share >= LEAST_RISE * before.share();
    double score = run.score / dispersion(times, run);
    return enough && score >= least
        ? Optional.of(onset(times, run, before, within, score))
        : Optional.empty();
  }

  private static Onset onset(Times times, Run run, Sum before, Sum within, double score) {
    List<Stretch> all = times.stretches();
    return new Onset(
        times,
        all.get(run.from).start(),
        all.get(run.to - 1).start() + times.width(),
        run.to == all.size(),
        before.calls,
        before.failures,
        within.calls,
        within.failures,
        score);
  }

  /** Some stretches: from a number to before another. */
  private record Run(int from, int to, double score) {}

  /** Calls and failures of some stretches. */
  private record Sum(long calls, long failures) {

    static Sum of(Times times, int from, int to) {
      long calls = 0;
      long failures = 0;
      for (Stretch s : times.stretches().subList(from, to)) {
        calls += s.calls();
        failures += s.failures();
      }
      return new Sum(calls, failures);
    }

    /** The share, as it is estimated: never 0 or 1. */
    double share() {
      return (failures + 0.5) / (calls + 1);
    }

    Sum without(Sum part) {
      return new Sum(calls - part.calls, failures - part.failures);
    }
  }

  private static Run best(Times times) {
    Sum all = new Sum(times.calls(), times.failures());
    double low = Math.max(all.share() / 4, 0.5 / (times.calls() + 1));
    double high = Math.max(0.7, Math.min(0.98, all.share() * 1.2));
    Run best = greatest(times, low, high);
    for (int round = 0; round < ROUNDS; round++) {
      Sum within = Sum.of(times, best.from, best.to);
      double outside = all.without(within).share();
      if (within.share() <= outside) {
        return new Run(best.from, best.to, 0);
      }
      Run next = greatest(times, outside, within.share());
      if (next.from == best.from && next.to == best.to) {
        return next;
      }
      best = next;
    }
    return best;
  }

  /** The run of the greatest sum (Kadane). */
  private static Run greatest(Times times, double low, double high) {
    double failure = Math.log(high / low);
    double success = Math.log((1 - high) / (1 - low));
    int from = 0;
    double sum = 0;
    Run best = new Run(0, 1, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < times.stretches().size(); i++) {
      Stretch s = times.stretches().get(i);
      if (sum <= 0) {
        sum = 0;
        from = i;
      }
      sum += s.failures() * failure + (s.calls() - s.failures()) * success;
      if (sum > best.score) {
        best = new Run(from, i + 1, sum);
      }
    }
    return best;
  }

  /** How much more the failures outside of a run vary than by chance; at least 1. */
  private static double dispersion(Times times, Run run) {
    Sum outside = new Sum(times.calls(), times.failures()).without(Sum.of(times, run.from, run.to));
    double share = outside.share();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < times.stretches().size(); i++) {
      if (i < run.from || i >= run.to) {
        Stretch s = times.stretches().get(i);
        double off = s.failures() - s.calls() * share;
        sum += off * off / (s.calls() * share * (1 - share));
        count++;
      }
    }
    return count < 2 ? 1 : Math.max(1, sum / (count - 1));
  }
}

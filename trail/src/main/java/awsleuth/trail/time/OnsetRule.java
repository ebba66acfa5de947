package awsleuth.trail.time;

import awsleuth.trail.time.Runs.Run;
import awsleuth.trail.time.Runs.Sum;
import awsleuth.trail.time.Times.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds since when a group fails more than it did before: the run of stretches in which another
 * share of failures explains the calls best (ratio of likelihoods of two binomial shares, found as
 * the run of the greatest sum, the shares estimated anew until they stay). It counts where it is
 * too unlikely by chance: the logarithm of the ratio, divided by the dispersion of the failures
 * outside of all runs, exceeds the logarithm of one thousand times the number of runs that there
 * are among all groups. Runs that come again at the same hour or at equal distances are how the
 * group is. docs/decisions/0022 says why.
 */
public final class OnsetRule {

  /** So many failures there must be. */
  public static final int FEWEST_FAILURES = 5;

  /** So many calls there must be before, of which the share before is known. */
  public static final int FEWEST_BEFORE = 20;

  /** Such a share must fail. */
  public static final double LEAST_SHARE = 0.2;

  /**
   * A smaller share counts, as where one of many buckets refuses, where hardly any failed before
   * and it is far more unlikely by chance than it need be.
   */
  static final double LEAST_SURE_SHARE = 0.01;

  private static final double SURE_RISE = 50;
  private static final double SURE_SCORE = 4;

  /** By so many times it must exceed the share before. */
  public static final double LEAST_RISE = 5;

  static final double FALSE_ALARM = 0.001;
  private static final long DAY = 86_400_000;
  private static final long HOUR = 3_600_000;
  private static final double EQUAL = 0.2;
  private static final int FEWEST_RUNS = 3;

  private OnsetRule() {}

  /**
   * What is found.
   *
   * @param onsets in the order of time
   * @param recurring groups that fail more again and again, which is how they are
   */
  public record Found(List<Onset> onsets, List<Group> recurring) {}

  /** The onsets of all groups, in the order of time. */
  public static List<Onset> of(List<Times> groups) {
    return found(groups).onsets();
  }

  /** The onsets of all groups, and those groups that are left out since they recur. */
  public static Found found(List<Times> groups) {
    double runs = 1;
    for (Times t : groups) {
      runs += (double) t.stretches().size() * (t.stretches().size() + 1) / 2;
    }
    double least = Math.log(runs / FALSE_ALARM);
    List<Onset> found = new ArrayList<>();
    List<Group> recurring = new ArrayList<>();
    for (Times t : groups) {
      if (t.failures() >= FEWEST_FAILURES) {
        List<Run> all = Runs.of(t, least);
        List<Onset> onsets = of(t, all, least);
        if (recurs(t, all) && !onsets.isEmpty()) {
          recurring.add(t.group());
        } else {
          found.addAll(onsets);
        }
      }
    }
    found.sort(Comparator.comparingLong(Onset::from).thenComparing(o -> o.group(), Group.ORDER));
    return new Found(List.copyOf(found), List.copyOf(recurring));
  }

  private static List<Onset> of(Times times, List<Run> runs, double least) {
    if (runs.isEmpty()) {
      return List.of();
    }
    double dispersion = dispersion(times, runs);
    List<Onset> found = new ArrayList<>();
    Sum before = new Sum(0, 0);
    int next = 0;
    for (Run run : runs) {
      before = plus(before, Runs.sum(times, new Run(next, run.from(), 0)));
      next = run.to();
      Onset onset = onset(times, run, before, run.score() / dispersion);
      if (onset.score() >= least && isOne(onset, onset.score() >= SURE_SCORE * least)) {
        found.add(onset);
      }
    }
    return found;
  }

  private static boolean isOne(Onset o, boolean far) {
    double share = new Sum(o.within(), o.failedWithin()).share();
    double before = new Sum(o.before(), o.failedBefore()).share();
    boolean large = share >= LEAST_SHARE && share >= LEAST_RISE * before;
    boolean sure = far && share >= LEAST_SURE_SHARE && share >= SURE_RISE * o.shareBefore();
    return o.failedWithin() >= FEWEST_FAILURES && o.before() >= FEWEST_BEFORE && (large || sure);
  }

  /**
   * Whether at least three runs come again and again, as they did from the beginning: days apart at
   * the same hour, or at equal distances.
   */
  static boolean recurs(Times times, List<Run> runs) {
    if (runs.size() > Runs.MOST) {
      return true;
    }
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      gaps.add(
          times.stretches().get(runs.get(i).from()).start()
              - times.stretches().get(runs.get(i - 1).from()).start());
    }
    boolean daily = gaps.stream().allMatch(OnsetRule::isDays);
    long most = gaps.stream().mapToLong(Long::longValue).max().orElse(0);
    boolean equal = gaps.stream().allMatch(g -> g >= most * (1 - EQUAL));
    return runs.size() >= FEWEST_RUNS && (daily || equal) && isSinceBegun(times, runs, most);
  }

  /** Whether they came from the beginning on: else something has them come since a moment. */
  private static boolean isSinceBegun(Times times, List<Run> runs, long longest) {
    long first = times.stretches().get(runs.getFirst().from()).start();
    return first - times.first() <= longest + HOUR;
  }

  private static boolean isDays(long gap) {
    long days = Math.round((double) gap / DAY);
    return days >= 1 && Math.abs(gap - days * DAY) <= HOUR;
  }

  private static Onset onset(Times times, Run run, Sum before, double score) {
    List<Stretch> all = times.stretches();
    Sum within = Runs.sum(times, run);
    return new Onset(
        times,
        first(all.subList(run.from(), run.to())),
        all.get(run.to() - 1).start() + times.width(),
        run.to() == all.size(),
        before.calls(),
        before.failures(),
        within.calls(),
        within.failures(),
        score);
  }

  /** When the first failure of some stretches was. */
  static long first(List<Stretch> run) {
    return run.stream().filter(s -> s.failures() > 0).findFirst().orElse(run.getFirst()).first();
  }

  private static Sum plus(Sum a, Sum b) {
    return new Sum(a.calls() + b.calls(), a.failures() + b.failures());
  }

  /** How much more the failures outside of the runs vary than by chance; at least 1. */
  static double dispersion(Times times, List<Run> runs) {
    Sum outside = new Sum(times.calls(), times.failures());
    for (Run run : runs) {
      outside = outside.without(Runs.sum(times, run));
    }
    double share = outside.share();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < times.stretches().size(); i++) {
      if (!isIn(i, runs)) {
        Stretch s = times.stretches().get(i);
        double off = s.failures() - s.calls() * share;
        sum += off * off / (s.calls() * share * (1 - share));
        count++;
      }
    }
    return count < 2 ? 1 : Math.max(1, sum / (count - 1));
  }

  private static boolean isIn(int stretch, List<Run> runs) {
    return runs.stream().anyMatch(r -> stretch >= r.from() && stretch < r.to());
  }
}

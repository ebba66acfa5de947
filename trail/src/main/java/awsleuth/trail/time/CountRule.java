package awsleuth.trail.time;

import awsleuth.trail.time.Runs.Run;
import awsleuth.trail.time.Runs.Sum;
import awsleuth.trail.time.Times.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds since when there are more failures of a group than before where logs tell of the failed
 * calls alone, so that the share that fails is not known: as {@link OnsetRule}, with time in place
 * of calls. Time is cut into stretches, each as good as very many calls of which few fail (a
 * binomial share that small is a rate of Poisson).
 *
 * @param first the time of the first event of the archive, in milliseconds since 1970 UTC
 * @param last the time of the last
 */
public record CountRule(long first, long last) {

  /** So many stretches the time has at most. */
  private static final int MOST = 512;

  /** So many of them there must be before. */
  private static final int FEWEST_BEFORE = 20;

  /** A stretch stands for so many times as many calls as fail in the worst one. */
  private static final int FINE = 20;

  private static final int MOST_FAILURES = Integer.MAX_VALUE / FINE;

  /** The onsets of those groups of which logs tell, in the order of time. */
  public List<Onset> of(List<Times> groups) {
    List<Times> even =
        groups.stream()
            .filter(t -> t.logged() && t.failures() >= OnsetRule.FEWEST_FAILURES)
            .map(this::even)
            .toList();
    double runs = 1;
    for (Times t : even) {
      runs += (double) t.stretches().size() * (t.stretches().size() + 1) / 2;
    }
    double least = Math.log(runs / OnsetRule.FALSE_ALARM);
    List<Onset> found = new ArrayList<>();
    for (Times t : even) {
      found.addAll(of(t, least));
    }
    found.sort(Comparator.comparingLong(Onset::from).thenComparing(o -> o.group(), Group.ORDER));
    return List.copyOf(found);
  }

  private List<Onset> of(Times even, double least) {
    List<Run> runs = joined(Runs.of(even, least));
    if (runs.isEmpty() || OnsetRule.recurs(even, runs)) {
      return List.of();
    }
    double dispersion = OnsetRule.dispersion(even, runs);
    List<Onset> found = new ArrayList<>();
    long failures = 0;
    int stretches = 0;
    int next = 0;
    for (Run run : runs) {
      failures += Runs.sum(even, new Run(next, run.from(), 0)).failures();
      stretches += run.from() - next;
      next = run.to();
      Onset onset = onset(even, run, stretches, failures, run.score() / dispersion);
      if (onset.score() >= least && stretches >= FEWEST_BEFORE && isOne(onset)) {
        found.add(onset);
      }
    }
    return found;
  }

  /** What was found in parts that touch is one. */
  private static List<Run> joined(List<Run> runs) {
    List<Run> all = new ArrayList<>();
    for (Run run : runs) {
      if (!all.isEmpty() && all.getLast().to() == run.from()) {
        Run former = all.removeLast();
        all.add(new Run(former.from(), run.to(), former.score() + run.score()));
      } else {
        all.add(run);
      }
    }
    return all;
  }

  private static boolean isOne(Onset o) {
    return o.failedWithin() >= OnsetRule.FEWEST_FAILURES
        && o.shareWithin() >= OnsetRule.LEAST_RISE * o.shareBefore();
  }

  private static Onset onset(Times even, Run run, long before, long failed, double score) {
    List<Stretch> all = even.stretches();
    Sum within = Runs.sum(even, run);
    return new Onset(
        even,
        OnsetRule.first(all.subList(run.from(), run.to())),
        all.get(run.to() - 1).start() + even.width(),
        run.to() >= all.size() - 1,
        before * even.width(),
        failed,
        (run.to() - run.from()) * even.width(),
        within.failures(),
        score);
  }

  /** The same in stretches that follow each other, each of equally many calls. */
  private Times even(Times times) {
    long width = times.width();
    while ((last - first) / width >= MOST) {
      width *= 2;
    }
    int count = (int) ((last - first) / width) + 1;
    long[] failures = new long[count];
    long[] firsts = new long[count];
    for (Stretch s : times.stretches()) {
      if (s.failures() > 0) {
        int at = Math.clamp((s.first() - first) / width, 0, count - 1);
        firsts[at] = failures[at] == 0 ? s.first() : Math.min(firsts[at], s.first());
        failures[at] += s.failures();
      }
    }
    return even(times, width, failures, firsts);
  }

  private Times even(Times times, long width, long[] failures, long[] firsts) {
    long most = Math.min(MOST_FAILURES, java.util.Arrays.stream(failures).max().orElse(0));
    int calls = (int) most * FINE;
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < failures.length; i++) {
      int failed = (int) Math.min(most, failures[i]);
      long start = first + i * width;
      stretches.add(new Stretch(start, calls, failed, failed == 0 ? start : firsts[i]));
    }
    long all = (long) calls * failures.length;
    return new Times(
        times.group(), width, List.copyOf(stretches), all, times.failures(), times.first(), true);
  }
}

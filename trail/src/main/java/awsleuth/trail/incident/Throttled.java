package awsleuth.trail.incident;

import awsleuth.trail.incident.Target.Why;
import awsleuth.trail.time.OnsetRule;
import awsleuth.trail.time.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where calls were throttled most, group by group: who used up a rate can be seen of those seconds
 * alone, whether or not the archive tells how it was before.
 */
final class Throttled {

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  /** So often as this, each time far from the others, it is how the group is. */
  private static final int USUAL = 3;

  /** As one of these times counts what has such a part of the failures of the most. */
  private static final int PART = 4;

  /** So many groups are looked into at most, of those with many failures and of the others. */
  private static final int MOST = 20;

  /** One call of so many at least is throttled. */
  private static final int LEAST_SHARE = 20;

  private Throttled() {}

  /** Failures one soon after another. */
  private record Run(long from, long to, long calls, long failures) {

    boolean isMuch() {
      return failures >= OnsetRule.FEWEST_FAILURES && LEAST_SHARE * failures >= calls;
    }

    Run with(Times.Stretch s, long end) {
      return new Run(from, end, calls + s.calls(), failures + s.failures());
    }

    boolean overlaps(Run other) {
      return from < other.to && other.from < to;
    }
  }

  /**
   * The groups that have enough of them at one time, and those with fewer of the same operation
   * meanwhile.
   */
  static List<Target> of(List<Times> groups) {
    List<Most> many = new ArrayList<>();
    List<Most> few = new ArrayList<>();
    for (Times times : groups) {
      if (Throttling.isCode(times.group().code()) && !times.logged()) {
        most(times).ifPresent(r -> (r.isMuch() ? many : few).add(new Most(times, r)));
      }
    }
    List<Most> all = new ArrayList<>(first(many));
    Map<String, List<Run>> runs = new HashMap<>();
    for (Most most : all) {
      String operation = most.times.group().operation();
      runs.computeIfAbsent(operation, _ -> new ArrayList<>()).add(most.run);
    }
    few.removeIf(f ->
        runs.getOrDefault(f.times.group().operation(), List.of()).stream()
            .noneMatch(f.run::overlaps));
    all.addAll(first(few));
    return all.stream().map(Most::target).toList();
  }

  /** Those with the most failures. */
  private static List<Most> first(List<Most> all) {
    return all.stream()
        .sorted(
            Comparator.comparingLong((Most m) -> -m.run.failures())
                .thenComparing(m -> m.times.group()))
        .limit(MOST)
        .toList();
  }

  /** A group, and its run of most failures. */
  private record Most(Times times, Run run) {

    Target target() {
      return new Target(
          times.group(), run.from(), run.to(), times.width(), Optional.empty(), Why.THROTTLED);
    }
  }

  /** The run of most failures; empty where such come again and again. */
  private static Optional<Run> most(Times times) {
    List<Run> runs = runs(times, Math.max(MINUTE, 2 * times.width()));
    Run most = runs.getFirst();
    for (Run run : runs) {
      most = run.failures() > most.failures() ? run : most;
    }
    long least = most.failures();
    long usual =
        runs(times, Math.max(HOUR, 2 * times.width())).stream()
            .filter(r -> PART * r.failures() >= least)
            .count();
    return usual >= USUAL ? Optional.empty() : Optional.of(most);
  }

  /** Failures less far apart than a time, each run from a minute before its first on. */
  private static List<Run> runs(Times times, long apart) {
    List<Run> runs = new ArrayList<>();
    for (Times.Stretch s : times.stretches()) {
      if (s.failures() > 0) {
        long end = s.start() + times.width();
        Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && s.start() - last.to() < apart) {
          runs.set(runs.size() - 1, last.with(s, end));
        } else {
          runs.add(new Run(Math.min(s.start(), s.first() - MINUTE), end, s.calls(), s.failures()));
        }
      }
    }
    return runs;
  }
}

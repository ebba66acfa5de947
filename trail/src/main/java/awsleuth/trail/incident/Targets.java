package awsleuth.trail.incident;

import awsleuth.core.fact.CodeFamily;
import awsleuth.trail.incident.Target.Why;
import awsleuth.trail.time.CountRule;
import awsleuth.trail.time.Loads;
import awsleuth.trail.time.Onset;
import awsleuth.trail.time.OnsetRule;
import awsleuth.trail.time.Times;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses what is looked into. */
final class Targets {

  /** How many groups are looked into. */
  static final int MOST = 200;

  /** First calls that fail are looked into so long: IAM knows of a change by then. */
  private static final long NEW = 600_000;

  /** Such a share fails of what does not work at all. */
  private static final double MOSTLY = 0.9;

  private Targets() {}

  /**
   * What is looked into.
   *
   * @param targets at most {@link #MOST}, in the order of time
   * @param left how many more there are
   * @param recurring how many groups fail more again and again, and are left out for that
   * @param always how many groups have failed since their first calls, so that no onset is told
   */
  record Chosen(List<Target> targets, int left, int recurring, int always) {}

  /** Where there are more than {@link #MOST}, those that tell most are chosen. */
  static Chosen of(Loads loads, Scope question) {
    List<Times> groups = loads.result();
    List<Target> found = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    OnsetRule.Found rule = OnsetRule.found(groups);
    List<Onset> onsets = new ArrayList<>(rule.onsets());
    onsets.addAll(new CountRule(loads.first(), loads.last()).of(groups));
    for (Onset onset : onsets) {
      if (question.group().test(onset.group()) && isAt(onset.from(), onset.to(), question)) {
        found.add(Target.of(onset));
        seen.add(onset.group());
      }
    }
    for (Times times : groups) {
      if (!seen.contains(times.group()) && question.group().test(times.group())) {
        other(times, question, found);
      }
    }
    if (!question.isGroup() && question.at().isEmpty()) {
      seen.addAll(rule.recurring());
      Throttled.of(groups).stream()
          .filter(t -> question.group().test(t.group()) && !seen.contains(t.group()))
          .filter(t -> isAt(t.from(), t.to(), question))
          .forEach(found::add);
    }
    found.sort(Target.WEIGHT);
    List<Target> kept = new ArrayList<>(found.subList(0, Math.min(MOST, found.size())));
    kept.sort(Target.ORDER);
    long recurring = rule.recurring().stream().filter(question.group()).count();
    long always =
        groups.stream()
            .filter(t -> question.group().test(t.group()) && !seen.contains(t.group()))
            .filter(Targets::isAlways)
            .count();
    return new Chosen(List.copyOf(kept), found.size() - kept.size(), (int) recurring, (int) always);
  }

  /** Whether a group has failed since its first calls, so that no rule can tell an onset. */
  private static boolean isAlways(Times times) {
    long before = 0;
    for (Times.Stretch s : times.stretches()) {
      if (s.failures() > 0) {
        break;
      }
      before += s.calls();
    }
    return !times.logged()
        && times.failures() >= OnsetRule.FEWEST_FAILURES
        && before < OnsetRule.FEWEST_BEFORE
        && times.failures() >= MOSTLY * (times.calls() - before);
  }

  private static void other(Times times, Scope question, List<Target> to) {
    if (question.isGroup() || question.at().isPresent()) {
      asked(times, question).ifPresent(to::add);
    } else if (isNew(times) && isAt(times.first(), times.first() + NEW, question)) {
      long end = times.first() + NEW;
      to.add(new Target(times.group(), times.first(), end, 0, Optional.empty(), Why.FIRST_CALLS));
    }
  }

  /** Codes of what IAM may not know yet; of roles most services say that a value is not valid. */
  private static final Set<CodeFamily> FIRST =
      EnumSet.of(CodeFamily.DENIED, CodeFamily.MISSING, CodeFamily.OTHER);

  /** Whether the very first calls failed. */
  private static boolean isNew(Times times) {
    return FIRST.contains(CodeFamily.of(times.group().code()))
        && times.stretches().getFirst().failures() > 0;
  }

  /** From the first to the last of a group's failures around the moment that was asked for. */
  private static Optional<Target> asked(Times times, Scope question) {
    long earliest = question.moment().map(m -> m - Scope.AROUND).orElse(Long.MIN_VALUE);
    long latest = question.moment().map(m -> m + Scope.AROUND).orElse(Long.MAX_VALUE);
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Times.Stretch s : times.stretches()) {
      long end = s.start() + times.width();
      if (s.failures() > 0 && end > earliest && s.start() < latest) {
        from = Math.min(from, Math.max(s.start(), earliest));
        to = Math.min(end, latest);
      }
    }
    Why why = question.isGroup() ? Why.GROUP : Why.MOMENT;
    return from >= to
        ? Optional.empty()
        : Optional.of(new Target(times.group(), from, to, times.width(), Optional.empty(), why));
  }

  private static boolean isAt(long from, long to, Scope question) {
    boolean past = to <= question.calls().since();
    return !past
        && question
            .moment()
            .map(m -> from - Scope.AROUND <= m && m < to + Scope.AROUND)
            .orElse(true);
  }
}

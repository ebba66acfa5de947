package awsleuth.trail.time;

import awsleuth.trail.time.Times.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Failures over time in columns of one length, as a picture shows them.
 *
 * @param first the time of the first event, in milliseconds since 1970 UTC
 * @param last the time of the last event
 * @param column how long a column is, in milliseconds
 * @param rows the groups shown: first those with an onset, in the order of time, then those with
 *     the most failures
 * @param left how many groups are not shown
 * @param undated how many failures have no time, and so no place in it
 */
public record Timeline(long first, long last, long column, List<Row> rows, int left, long undated) {

  /**
   * A group's row.
   *
   * @param times the group
   * @param onset since when more of its calls fail, or more in as long a time where logs tell of
   *     the failed ones alone, the first time; empty where that is not so
   * @param calls calls in each column
   * @param failures failures in each column
   */
  public record Row(
      Times times, Optional<Onset> onset, List<Integer> calls, List<Integer> failures) {

    /** The most failures in a column. */
    public int most() {
      return failures.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }

  /**
   * Lays out.
   *
   * @param columns how many columns there may be
   * @param most how many rows
   */
  public static Timeline of(Loads loads, int columns, int most) {
    List<Times> groups = loads.result();
    if (groups.isEmpty()) {
      return new Timeline(0, 0, 1, List.of(), 0, loads.undated());
    }
    Map<Group, Onset> onsets = new HashMap<>();
    OnsetRule.of(groups).forEach(o -> onsets.putIfAbsent(o.group(), o));
    new CountRule(loads.first(), loads.last())
        .of(groups)
        .forEach(o -> onsets.putIfAbsent(o.group(), o));
    List<Times> shown = new ArrayList<>(groups);
    shown.sort(order(onsets));
    List<Times> kept = shown.subList(0, Math.min(most, shown.size()));
    long widest = kept.stream().mapToLong(Times::width).max().orElse(1);
    long span = loads.last() - loads.first() + 1;
    int count = Math.clamp(span / widest, 1, columns);
    long column = (span + count - 1) / count;
    List<Row> rows = new ArrayList<>();
    for (Times t : kept) {
      rows.add(row(t, Optional.ofNullable(onsets.get(t.group())), loads.first(), column, count));
    }
    return new Timeline(
        loads.first(),
        loads.last(),
        column,
        List.copyOf(rows),
        groups.size() - kept.size(),
        loads.undated());
  }

  private static Comparator<Times> order(Map<Group, Onset> onsets) {
    return Comparator.<Times>comparingLong(t -> from(onsets.get(t.group())))
        .thenComparing(Comparator.comparingLong(Times::failures).reversed())
        .thenComparing(Times::group, Group.ORDER);
  }

  private static long from(@org.jspecify.annotations.Nullable Onset onset) {
    return onset == null ? Long.MAX_VALUE : onset.from();
  }

  private static Row row(Times times, Optional<Onset> onset, long first, long column, int count) {
    int[] calls = new int[count];
    int[] failures = new int[count];
    for (Stretch s : times.stretches()) {
      int at = Math.clamp((s.start() - first) / column, 0, count - 1);
      calls[at] += s.calls();
      failures[at] += s.failures();
    }
    return new Row(times, onset, boxed(calls), boxed(failures));
  }

  private static List<Integer> boxed(int[] numbers) {
    return java.util.Arrays.stream(numbers).boxed().toList();
  }

  /** The column of a moment. */
  public int columnOf(long time) {
    return (int) Math.max(0, (time - first) / column);
  }
}

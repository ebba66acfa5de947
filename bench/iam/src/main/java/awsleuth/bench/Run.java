package awsleuth.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run of an engine gave.
 *
 * @param perCpuSecond decisions for a second of the processor's time
 * @param perSecond decisions for a second by the clock, in which the machine did other things too
 * @param p99 the time by the clock that 99 of 100 decisions took no longer than, in µs
 */
record Run(double perCpuSecond, double perSecond, double p99) {

  /** The median of runs; the lower one of the two in the middle. */
  static double median(List<Run> runs, ToDoubleFunction<Run> value) {
    double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }

  /** The least of runs: that of the one which was disturbed least. */
  static double least(List<Run> runs, ToDoubleFunction<Run> value) {
    return runs.stream().mapToDouble(value).min().orElseThrow();
  }
}

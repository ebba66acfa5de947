package awsleuth.boto.retry.load;

import awsleuth.boto.retry.CalledOperation;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Which settings fare best under a load, found by playing it through with several.
 *
 * @param trials every setting that was tried, in the order of modes and attempts
 * @param best the one to choose: of those that fail least, one whose slowest call is the fastest;
 *     of several of them the standard mode, which AWS recommends, and then what repeats least
 */
public record Advice(List<Trial> trials, Trial best) {

  /** Shares of failed calls that differ by less than this are taken for the same. */
  private static final double SAME = 0.005;

  private static final List<Integer> ATTEMPTS = List.of(3, 5, 8, 10);

  /**
   * One setting, played through.
   *
   * @param settings the setting
   * @param result what became of the load
   */
  public record Trial(RetrySettings settings, LoadResult result) {

    /** The most requests of a call. */
    public int attempts() {
      return settings.totalMaxAttempts().orElseThrow();
    }
  }

  /**
   * Plays a load through with all modes and some numbers of attempts.
   *
   * @param random gives fresh random numbers for each trial, always the same ones
   */
  public static Advice of(
      Load load, CalledOperation operation, Rules rules, Supplier<DoubleSupplier> random) {
    List<Trial> trials = new ArrayList<>();
    for (RetryMode mode : RetryMode.values()) {
      for (int attempts : ATTEMPTS) {
        RetrySettings settings = RetrySettings.of(mode, OptionalInt.of(attempts), rules);
        trials.add(
            new Trial(settings, LoadSimulation.run(load, settings, operation, random.get())));
      }
    }
    return new Advice(List.copyOf(trials), best(trials));
  }

  private static Trial best(List<Trial> trials) {
    double least = trials.stream().mapToDouble(t -> t.result.failedShare()).min().orElse(0);
    List<Trial> sure = trials.stream().filter(t -> t.result.failedShare() <= least + SAME).toList();
    double fastest = sure.stream().mapToDouble(t -> t.result.slowest()).min().orElse(0);
    return sure.stream()
        .filter(t -> t.result.slowest() <= fastest * (1 + SAME))
        .min(
            Comparator.comparing((Trial t) -> t.settings.mode() != RetryMode.STANDARD)
                .thenComparingDouble(t -> t.result.requestsPerCall())
                .thenComparingInt(Trial::attempts))
        .orElseThrow();
  }

  /**
   * Whether more attempts make it worse in a mode: more requests are refused, and not more calls
   * succeed.
   */
  public boolean moreIsWorse(RetryMode mode) {
    List<Trial> ofMode = trials.stream().filter(t -> t.settings.mode() == mode).toList();
    LoadResult few = ofMode.getFirst().result();
    LoadResult many = ofMode.getLast().result();
    return many.refusedShare() > few.refusedShare() + SAME
        && many.successesPerSecond() <= few.successesPerSecond() * (1 + SAME);
  }
}

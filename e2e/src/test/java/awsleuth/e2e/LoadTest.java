package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.retry.CalledOperation;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.Rules;
import awsleuth.boto.retry.load.Load;
import awsleuth.boto.retry.load.LoadResult;
import awsleuth.boto.retry.load.LoadSimulation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Loads that are played through, beside real clients that share such a limit. Their time is
 * counted, so that no machine is too slow; with {@code -Dload.time=server} they call a server and
 * time passes. A run has its chances, so that 5 % are allowed and three standard deviations of such
 * runs; {@code -Dload.seconds=60} makes them small.
 */
class LoadTest {

  private static final String SECONDS = System.getProperty("load.seconds", "20");
  private static final String TIME = System.getProperty("load.time", "clock");
  private static final double LATENCY = 0.1;
  private static final double ALLOWED = 0.05;
  private static final int RUNS = 30;

  @Test
  void clientsFareAsTheyDoWhenTheLoadIsPlayedThrough() throws IOException {
    Run run = Python.get().program("load.py", SECONDS, TIME);
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Map<String, @Nullable Object>> loads = JsonLines.read(run.out());
    assertThat(loads).hasSize(9);
    for (Map<String, @Nullable Object> seen : loads) {
      List<LoadResult> played = played(seen);
      double calls = number(seen, "calls");
      agree(seen, number(seen, "failed") / calls, played, LoadResult::failedShare, ALLOWED);
      double perCall = number(seen, "requests") / calls;
      agree(seen, perCall, played, LoadResult::requestsPerCall, ALLOWED * perCall);
    }
  }

  private static void agree(
      Map<String, @Nullable Object> seen,
      double real,
      List<LoadResult> played,
      ToDoubleFunction<LoadResult> figure,
      double allowed) {
    double mean = played.stream().mapToDouble(figure).average().orElseThrow();
    double variance =
        played.stream()
            .mapToDouble(r -> Math.pow(figure.applyAsDouble(r) - mean, 2))
            .average()
            .orElseThrow();
    assertThat(mean)
        .as("%s, played through with a deviation of %.4f", seen, Math.sqrt(variance))
        .isCloseTo(real, within(allowed + 3 * Math.sqrt(variance)));
  }

  private static List<LoadResult> played(Map<String, @Nullable Object> seen) {
    RetryMode mode = RetryMode.of(String.valueOf(seen.get("mode"))).orElseThrow();
    RetrySettings settings = RetrySettings.of(mode, OptionalInt.empty(), Rules.PRESENT);
    CalledOperation operation =
        CalledOperation.of(
            AwsCatalog.embedded().service("logs").orElseThrow(), "DescribeLogGroups");
    Load load =
        Load.of(
            (int) number(seen, "clients"),
            number(seen, "limit"),
            LATENCY,
            Double.parseDouble(SECONDS));
    List<LoadResult> results = new ArrayList<>();
    for (int seed = 0; seed < RUNS; seed++) {
      results.add(
          LoadSimulation.run(load, settings, operation, new SplittableRandom(seed)::nextDouble));
    }
    return results;
  }

  private static double number(Map<String, @Nullable Object> seen, String key) {
    return ((Number) java.util.Objects.requireNonNull(seen.get(key))).doubleValue();
  }
}

package awsleuth.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs both engines in turns on each input of a folder and prints the medians. */
public final class Race {

  private static final int SECONDS = 3;

  private final Path folder;
  private final Peer peer;

  private Race(Path folder, Peer peer) {
    this.folder = folder;
    this.peer = peer;
  }

  /** What one round gave for one input: decisions for a second and µs. */
  private record Round(Peer.Run peer, double perCpuSecond, double perSecond, double p99) {}

  /**
   * Runs the race.
   *
   * @param args the folder of inputs, the number of rounds, and the command that runs the other
   *     engine
   */
  public static void main(String[] args) throws RunnerException {
    List<String> command = List.of(args).subList(2, args.length);
    new Race(Path.of(args[0]), new Peer(command)).run(Integer.parseInt(args[1]));
  }

  private void run(int rounds) throws RunnerException {
    System.out.printf(
        "%-18s %-9s %14s %14s %10s%n", "input", "engine", "a CPU second", "a second", "p99 µs");
    for (String input : Input.names(folder)) {
      List<Round> results = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        results.add(round(input));
      }
      print(input, results);
    }
  }

  private Round round(String input) throws RunnerException {
    Peer.Run other = peer.run(folder, input, SECONDS);
    RunResult many = benchmark(input, Mode.Throughput);
    RunResult sampled = benchmark(input, Mode.SampleTime);
    double cpu = many.getSecondaryResults().get(CpuTime.NAME).getScore();
    return new Round(
        other,
        1e9 / cpu,
        1e6 * many.getPrimaryResult().getScore(),
        sampled.getPrimaryResult().getStatistics().getPercentile(99));
  }

  private RunResult benchmark(String input, Mode mode) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(DecideBenchmark.class.getName())
                .param("input", input)
                .mode(mode)
                .forks(1)
                .jvmArgsAppend(
                    "-D" + DecideBenchmark.FOLDER + "=" + folder,
                    "--sun-misc-unsafe-memory-access=allow")
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(SECONDS)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(CpuTime.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build())
        .runSingle();
  }

  private static void print(String input, List<Round> rounds) {
    double theirs = median(rounds, r -> r.peer().perCpuSecond());
    double ours = median(rounds, Round::perCpuSecond);
    line(
        input,
        "peer",
        theirs,
        median(rounds, r -> r.peer().perSecond()),
        median(rounds, r -> r.peer().p99()));
    line(input, "awsleuth", ours, median(rounds, Round::perSecond), median(rounds, Round::p99));
    System.out.printf("%-18s awsleuth makes %,.0f times as many decisions%n", input, ours / theirs);
  }

  private static void line(String input, String engine, double cpu, double wall, double p99) {
    System.out.printf("%-18s %-9s %,14.0f %,14.0f %,10.2f%n", input, engine, cpu, wall, p99);
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    return Arrays.stream(sorted).skip((sorted.length - 1) / 2).findFirst().orElseThrow();
  }
}

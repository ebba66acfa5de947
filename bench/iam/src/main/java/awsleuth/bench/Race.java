package awsleuth.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        "%-18s %-9s %13s %13s %10s %10s%n",
        "input", "engine", "a CPU second", "a second", "p99 µs", "least p99");
    for (String input : Input.names(folder)) {
      List<Run> theirs = new ArrayList<>();
      List<Run> ours = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        theirs.add(peer.run(folder, input, SECONDS));
        ours.add(own(input));
      }
      print(input, theirs, ours);
    }
  }

  private Run own(String input) throws RunnerException {
    RunResult many = benchmark(input, Mode.Throughput);
    RunResult sampled = benchmark(input, Mode.SampleTime);
    return new Run(
        1e9 / many.getSecondaryResults().get(CpuTime.NAME).getScore(),
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
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Xmx64m")
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(SECONDS)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(CpuTime.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build())
        .runSingle();
  }

  private static void print(String input, List<Run> theirs, List<Run> ours) {
    line(input, "peer", theirs);
    line(input, "awsleuth", ours);
    System.out.printf(
        "%-18s awsleuth makes %,.0f times as many decisions%n",
        input, Run.median(ours, Run::perCpuSecond) / Run.median(theirs, Run::perCpuSecond));
  }

  private static void line(String input, String engine, List<Run> runs) {
    System.out.printf(
        "%-18s %-9s %,13.0f %,13.0f %,10.2f %,10.2f%n",
        input,
        engine,
        Run.median(runs, Run::perCpuSecond),
        Run.median(runs, Run::perSecond),
        Run.median(runs, Run::p99),
        Run.least(runs, Run::p99));
  }
}

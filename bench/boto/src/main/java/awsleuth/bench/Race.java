package awsleuth.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Validates the calls of a file here and, by the command that follows, in botocore. */
public final class Race {

  private Race() {}

  /** Arguments: the file, then the command of the peer. */
  public static void main(String[] args) throws Exception {
    String file = args[0];
    Map<String, Double> peer = peer(List.of(args).subList(1, args.length));
    System.out.printf(
        Locale.ROOT, "%-16s %12s %12s %8s%n", "call", "botocore µs", "awsleuth µs", "times");
    double least = Double.MAX_VALUE;
    for (Call call : Call.read(Path.of(file))) {
      double own = own(file, call.id());
      double times = peer.get(call.id()) / own;
      least = Math.min(least, times);
      System.out.printf(
          Locale.ROOT, "%-16s %12.2f %12.3f %8.0f%n", call.id(), peer.get(call.id()), own, times);
    }
    System.out.printf(Locale.ROOT, "awsleuth validates at least %.0f times as fast%n", least);
  }

  private static double own(String file, String id) throws Exception {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(ValidateBenchmark.class.getName())
                    .param("file", file)
                    .param("id", id)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle();
    return result.getPrimaryResult().getScore();
  }

  private static Map<String, Double> peer(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, Double> times = new HashMap<>();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    for (String line : out.lines().toList()) {
      String[] words = line.split(" ", -1);
      times.put(words[0], Double.parseDouble(words[1]));
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the peer failed");
    }
    return times;
  }
}

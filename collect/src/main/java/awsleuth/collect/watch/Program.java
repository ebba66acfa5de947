package awsleuth.collect.watch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that runs with this process's own standard input, output and error. */
final class Program {

  private final Process process;
  private final Signals signals;
  private final Optional<DebugFilter> filter;

  private Program(Process process, Signals signals, Optional<DebugFilter> filter) {
    this.process = process;
    this.signals = signals;
    this.filter = filter;
  }

  /**
   * Starts a program.
   *
   * @param isFiltered whether its standard error has a debug log in it that it would not have
   *     written by itself
   */
  static Program start(List<String> command, Map<String, String> environment, boolean isFiltered)
      throws IOException {
    Signals signals = Signals.taken();
    try {
      ProcessBuilder builder = new ProcessBuilder(AsGiven.of(command)).inheritIO();
      change(builder.environment(), environment);
      if (isFiltered) {
        builder.redirectError(Redirect.PIPE);
      }
      Process process = builder.start();
      signals.goTo(process.toHandle());
      return new Program(
          process,
          signals,
          isFiltered ? Optional.of(DebugFilter.of(process.getErrorStream())) : Optional.empty());
    } catch (IOException e) {
      signals.close();
      throw e;
    }
  }

  /**
   * Changes the variables of this process into others. Those that are the same stay as they are:
   * what Java has of one that is no text is not what it is.
   */
  private static void change(Map<String, String> own, Map<String, String> wanted) {
    Map<String, String> read = new HashMap<>(own);
    own.keySet().removeIf(name -> !wanted.containsKey(name));
    wanted.forEach((name, value) -> {
      if (!value.equals(read.get(name))) {
        own.put(name, value);
      }
    });
  }

  /** Waits for its end and gives its exit code, 128 and more where a signal ended it. */
  int await() {
    while (true) {
      try {
        int code = process.waitFor();
        filter.ifPresent(DebugFilter::await);
        signals.close();
        return code;
      } catch (InterruptedException e) {
        // Nobody interrupts this thread; the program is waited for.
      }
    }
  }

  /** The debug log that was taken out of its standard error; empty where none was. */
  String debugLog() {
    return filter.map(DebugFilter::log).orElse("");
  }
}

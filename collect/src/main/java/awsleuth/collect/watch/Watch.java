package awsleuth.collect.watch;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Runs a program unchanged and watches its AWS calls. Standard input, output and error are the
 * program's own; it gets the signals that awsleuth gets.
 */
public final class Watch {

  private Watch() {}

  /**
   * Runs a program to its end.
   *
   * @param command the program and its arguments, at least one word
   * @param environment the variables that it shall have
   * @param meanwhile what is done while it runs; it has ended when this returns, and what it throws
   *     is lost
   * @return how it ended and the record of its calls
   * @throws IOException where it cannot be started; the message says why in a few words
   */
  public static Watched run(
      List<String> command, Map<String, String> environment, Runnable meanwhile)
      throws IOException {
    long begin = System.nanoTime();
    try (Observer observer = Observer.install()) {
      CommandLineTool tool = CommandLineTool.of(command, environment);
      Program program =
          Program.start(tool.command(), observer.environment(environment), tool.isFiltered());
      Thread beside = begun(meanwhile);
      int exitCode = program.await();
      double seconds = (System.nanoTime() - begin) / 1e9;
      ended(beside);
      return new Watched(
          exitCode,
          seconds,
          List.copyOf(command),
          observer.record(),
          program.debugLog(),
          observer.lost());
    }
  }

  /** What this process does last of all, when a program was run: it hears SIGQUIT no more. */
  public static void over() {
    QuitSignal.over();
  }

  private static Thread begun(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().name("meanwhile").unstarted(work);
    thread.setUncaughtExceptionHandler((_, _) -> {});
    thread.start();
    return thread;
  }

  /** Two threads that load the same classes at the same time could wait for each other for ever. */
  private static void ended(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Why the observer cannot come into a program, as far as its command tells; empty where it does
   * not tell.
   *
   * @param command the program and its arguments
   */
  public static String obstacle(List<String> command) {
    return PythonOptions.obstacle(command);
  }
}

package awsleuth.collect.watch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process in the same group as this one and the program, which does nothing but to end of a
 * signal: where it has ended, the signal was for the group. Of those that end nothing, for a window
 * that has changed and after a stop, it ends by a trap. When this process has gone it goes too.
 */
final class Companion {

  private static final List<String> COMMAND =
      List.of("sh", "-c", "exec 3<&0; trap 'exit 0' WINCH CONT; echo; cat <&3 >&2 & wait");

  /** So long it may take to end on a machine that is busy; so late is what is not for the group. */
  private static final long END_MS = 250;

  /** How long after it has come a signal may be seen. */
  private static final long LATE_NS = 50_000_000;

  private final Process process;
  private final long since;

  private Companion(Process process, long since) {
    this.process = process;
    this.since = since;
  }

  /**
   * Starts one and waits until it would notice a signal.
   *
   * @param begin when the program began; 0 for another one, which tells from now on
   * @throws IOException where there is no shell
   */
  static Companion started(long begin) throws IOException {
    Process process = new ProcessBuilder(COMMAND).redirectError(Redirect.DISCARD).start();
    if (process.getInputStream().read() < 0) {
      // A signal has ended it already, which asking tells.
      return new Companion(process, Long.MIN_VALUE);
    }
    return new Companion(process, begin == 0 ? System.nanoTime() : begin - LATE_NS);
  }

  /** Whether it surely was there when a signal came that was seen then. */
  boolean wasThere(long at) {
    return since == Long.MIN_VALUE || at - since >= LATE_NS;
  }

  /** Whether a signal has ended it. */
  boolean hasEnded() throws InterruptedException {
    return process.waitFor(END_MS, TimeUnit.MILLISECONDS);
  }

  void end() {
    process.destroyForcibly();
  }
}

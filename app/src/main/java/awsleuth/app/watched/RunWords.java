package awsleuth.app.watched;

import awsleuth.core.evidence.WatchedClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sentences about a program that was run. */
public final class RunWords {

  private RunWords() {}

  /** What became of its calls, in one line. */
  public static String headline(Seen seen) {
    if (!seen.run().isWatched()) {
      return "no AWS call could be watched: no Python was seen, or none that can be watched";
    }
    long calls = seen.run().calls();
    if (calls == 0 && !seen.isFailed()) {
      // Others may have been made by processes that cannot be watched.
      return begun(seen) + notKept(seen);
    }
    List<String> parts = new ArrayList<>();
    parts.add(seen.failed() == 0 ? "none failed" : seen.failed() + " failed");
    int repeated = seen.repeated().size();
    if (repeated > 0) {
      parts.add(repeated + " succeeded only after retries");
    }
    String number =
        String.format(Locale.ROOT, "%,d", calls) + (calls == 1 ? " AWS call" : " AWS calls");
    int cut = seen.run().cut();
    String head =
        calls == 0
            ? ""
            : (cut == 0 ? "" : "at least ")
                + number
                + " in "
                + seconds(seen.run().seconds())
                + (cut == 0 ? ": " : " (" + cut(cut) + "): ");
    return head + String.join(", ", parts) + exit(seen) + notKept(seen);
  }

  private static String cut(int processes) {
    return processes == 1
        ? "a process ended without telling its last ones"
        : processes + " processes ended without telling their last ones";
  }

  /** What is to be said where no call ended: a client is seen when its first call begins. */
  private static String begun(Seen seen) {
    List<WatchedClient> clients = seen.run().clients();
    return clients.isEmpty()
        ? "no AWS call was seen"
        : "no AWS call came to an end: the program ended with exit code "
            + seen.run().exitCode()
            + " within a call of "
            + clients.getLast().service();
  }

  private static String exit(Seen seen) {
    int code = seen.run().exitCode();
    return code == 0 ? "" : "; the program ended with exit code " + code;
  }

  private static String notKept(Seen seen) {
    long missed = seen.run().missed();
    return missed == 0
        ? ""
        : "; " + missed + (missed == 1 ? " thing" : " things") + " seen could not be kept";
  }

  /** What stands before failures that the program ended with. */
  public static String fatal(int number) {
    return "The program ended with " + (number == 1 ? "this failure:" : "these failures:");
  }

  /** What stands before failures that threads ended with. */
  public static String ofThreads(int number) {
    return number == 1
        ? "A thread ended with this failure, and the program went on without it:"
        : "Threads ended with these failures, and the program went on without them:";
  }

  /** What stands before failures that the program did not die of. */
  public static String handled(Seen seen, int number) {
    String those = number == 1 ? "this failure" : "these failures";
    return seen.run().exitCode() == 0
        ? "The program caught " + those + " and went on to its end:"
        : (isCli(seen) ? "The AWS CLI tells " : "The program caught ")
            + those
            + " and ended with exit code "
            + seen.run().exitCode()
            + ":";
  }

  private static boolean isCli(Seen seen) {
    List<String> command = seen.run().command();
    return !command.isEmpty() && ("/" + command.getFirst()).endsWith("/aws");
  }

  /** {@code 0.25 s}, {@code 3.2 s}, {@code 26 s}. */
  static String seconds(double value) {
    String form = value < 1 ? "%.2f" : value < 10 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, form, value) + " s";
  }
}

package awsleuth.collect.watch;

import java.util.List;

/**
 * A program that ran to its end.
 *
 * @param exitCode its exit code; 128 and the signal's number where a signal ended it
 * @param seconds how long it ran
 * @param command its words
 * @param lines what its observer wrote, one JSON object a line, each ended by a line break; empty
 *     where no process of it could be watched
 * @param debugLog what {@code --debug} had it write beside its own output; empty where it was not
 *     watched that way
 * @param lost why what its observer wrote, or the observer itself, is not there; empty where it is
 */
public record Watched(
    int exitCode,
    double seconds,
    List<String> command,
    String lines,
    String debugLog,
    String lost) {

  /** Whether anything of it could be watched. */
  public boolean isSeen() {
    return !lines.isEmpty() || !debugLog.isEmpty();
  }
}

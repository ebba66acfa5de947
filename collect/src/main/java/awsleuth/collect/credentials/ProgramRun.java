package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Answer;
import awsleuth.collect.wire.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program that was run, and how it ended.
 *
 * @param answer what it gave
 * @param words the outcome for people, such as {@code exit code 0}; nothing of its output
 */
public record ProgramRun(Answer answer, String words) {

  private static final long SECONDS = 60;

  /** Runs a program with these variables and nothing to read; it has a minute. */
  public static ProgramRun of(List<String> command, Map<String, String> environment) {
    return of(command, environment, SECONDS);
  }

  /** As {@link #of(List, Map)}, but waits for so many seconds. */
  public static ProgramRun of(List<String> command, Map<String, String> environment, long seconds) {
    try (Programs one = new Programs(Deadline.in(Duration.ofSeconds(seconds)))) {
      return one.run(command, environment);
    }
  }
}

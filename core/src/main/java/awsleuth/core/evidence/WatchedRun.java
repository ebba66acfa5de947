package awsleuth.core.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * A program that ran and was watched.
 *
 * @param command its words, secrets replaced
 * @param exitCode its exit code, 128 and the signal's number where a signal ended it; -1 where it
 *     is not known
 * @param seconds how long it ran
 * @param isWatched whether calls could be seen at all
 * @param processes how many of its processes could be watched
 * @param calls its calls, those that failed too
 * @param cut how many of its processes ended without telling the rest of their calls, as those do
 *     that are killed
 * @param clients those of botocore that were seen, in the order of the record
 * @param pythons the versions of Python whose processes had clients, such as {@code 3.11.7}
 * @param missed what was seen and could not be kept
 * @param source where it is told
 */
public record WatchedRun(
    List<String> command,
    int exitCode,
    double seconds,
    boolean isWatched,
    int processes,
    long calls,
    int cut,
    List<WatchedClient> clients,
    List<String> pythons,
    long missed,
    Source source)
    implements Evidence {

  /** The words of a command from {@code aws} on; empty where it is not run. */
  public static List<String> aws(List<String> command) {
    for (int i = 0; i < command.size(); i++) {
      if (("/" + command.get(i)).endsWith("/aws")) {
        List<String> words = new ArrayList<>(command.subList(i, command.size()));
        words.set(0, "aws");
        return List.copyOf(words);
      }
    }
    return List.of();
  }
}

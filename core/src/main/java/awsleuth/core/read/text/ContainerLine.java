package awsleuth.core.read.text;

import java.util.Optional;

/**
 * A line of Kubernetes' log files, {@code 2025-09-14T03:12:44.5Z stderr P begin of a long line}:
 * one that is marked {@code P} goes on in the next of its stream, of which the last is marked
 * {@code F} (the CRI's logging format, kubelet-cri-logging.md of Kubernetes' design proposals).
 *
 * @param stream {@code stdout} or {@code stderr}
 * @param goesOn whether the next of the stream goes on with it
 * @param head what the runtime wrote before the text
 * @param text what the program wrote
 */
public record ContainerLine(String stream, boolean goesOn, String head, String text) {

  private static final int SHORTEST_TIME = 20;
  private static final int LONGEST_TIME = 36;
  private static final int STREAM = " stderr P".length();

  /** Such a line; empty where it is of another form. */
  public static Optional<ContainerLine> of(String line) {
    int blank = line.indexOf(' ');
    int end = blank + STREAM;
    if (blank < SHORTEST_TIME || blank > LONGEST_TIME || end > line.length()) {
      return Optional.empty();
    }
    String stream = line.substring(blank + 1, end - 2);
    char mark = line.charAt(end - 1);
    boolean marked = line.charAt(end - 2) == ' ' && (mark == 'P' || mark == 'F');
    if (!Character.isDigit(line.charAt(0))
        || !marked
        || !(stream.equals("stdout") || stream.equals("stderr"))
        || (end < line.length() && line.charAt(end) != ' ')) {
      return Optional.empty();
    }
    int text = Math.min(line.length(), end + 1);
    return Optional.of(
        new ContainerLine(stream, mark == 'P', line.substring(0, text), line.substring(text)));
  }
}

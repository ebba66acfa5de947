package awsleuth.collect.watch;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which lines of the {@code aws} command's standard error are of its debug log. A message begins
 * with its time; of several lines are only what is signed, what was received, and tracebacks. Any
 * other line is what the command says itself, which may come between messages: {@code upload
 * failed: …}.
 */
final class DebugLines {

  /** What a line is; one that is {@code OPEN} is known when the next one has come. */
  enum Kind {
    LOG,
    OWN,
    OPEN
  }

  private enum Form {
    OWN,
    MESSAGE,
    ONE_MORE,
    SIGNED,
    FRAMES,
    FAULTS,
    ENDED,
    GAP,
    CHAINED
  }

  private static final Pattern MESSAGE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} - ");

  /** Of the native parts of version 2, which write a log of their own. */
  private static final Pattern NATIVE =
      Pattern.compile("\\[(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\\] \\[\\d{4}-\\d\\d-\\d\\dT");

  private static final Pattern PAYLOAD =
      Pattern.compile("[0-9a-f]{64}|UNSIGNED-PAYLOAD|STREAMING-[A-Z0-9-]{1,80}");
  private static final Pattern FAULT =
      Pattern.compile(
          "(?:Missing required|Unknown parameter|Invalid |More than one|Member must).*");

  private static final String TRACEBACK = "Traceback (most recent call last):";
  private static final List<String> CHAIN =
      List.of(
          "During handling of the above exception, another exception occurred:",
          "The above exception was the direct cause of the following exception:");

  private Form form = Form.OWN;

  /** What the next line is, given without its line break. */
  Kind next(String line) {
    Form before = form;
    form = after(line);
    return switch (form) {
      case OWN -> Kind.OWN;
      case GAP -> Kind.OPEN;
      case CHAINED -> before == Form.GAP || before == Form.CHAINED ? Kind.LOG : Kind.OWN;
      case MESSAGE, ONE_MORE, SIGNED, FRAMES, FAULTS, ENDED -> Kind.LOG;
    };
  }

  /** Whether what a line begins with, as far as it has come, can only be the command's own. */
  boolean isOwn(String beginning) {
    boolean log =
        switch (form) {
          case OWN -> false;
          case MESSAGE -> TRACEBACK.startsWith(beginning);
          case ENDED, GAP -> CHAIN.stream().anyMatch(c -> c.startsWith(beginning));
          case ONE_MORE, SIGNED, FRAMES, FAULTS, CHAINED -> true;
        };
    char first = beginning.isEmpty() ? '\r' : beginning.charAt(0);
    return !log && first != '[' && first != '\r' && (first < '0' || first > '9');
  }

  private Form after(String line) {
    if (MESSAGE.matcher(line).lookingAt() || NATIVE.matcher(line).lookingAt()) {
      return message(line);
    }
    return switch (form) {
      case OWN, ONE_MORE -> form == Form.ONE_MORE ? Form.ENDED : Form.OWN;
      case SIGNED -> PAYLOAD.matcher(line).matches() ? Form.ENDED : Form.SIGNED;
      case MESSAGE -> line.equals(TRACEBACK) ? Form.FRAMES : Form.OWN;
      case FRAMES -> frame(line);
      case FAULTS -> FAULT.matcher(line).matches() ? Form.FAULTS : ended(line);
      case ENDED -> ended(line);
      case GAP -> CHAIN.contains(line) ? Form.CHAINED : Form.OWN;
      case CHAINED ->
          line.equals(TRACEBACK) ? Form.FRAMES : line.isEmpty() ? Form.CHAINED : Form.OWN;
    };
  }

  private static Form message(String line) {
    if (line.endsWith(" CanonicalRequest:") || line.endsWith(" StringToSign:")) {
      return Form.SIGNED;
    }
    return line.endsWith(" Signature:") || line.endsWith(" Response body:")
        ? Form.ONE_MORE
        : Form.MESSAGE;
  }

  private static Form frame(String line) {
    return line.startsWith("  ")
        ? Form.FRAMES
        : line.endsWith("validation failed:") ? Form.FAULTS : Form.ENDED;
  }

  /** After a traceback's last line an empty one may be followed by another. */
  private static Form ended(String line) {
    return line.isEmpty() ? Form.GAP : Form.OWN;
  }
}

package awsleuth.boto.call;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that begins as a command of the AWS CLI does.
 *
 * @param before what stands before {@code aws} behind a prompt, such as variables that are set for
 *     it, with a space behind it; empty where there is nothing
 * @param command from {@code aws} on
 */
record CliStart(String before, String command) {

  /** A prompt, what runs the command, and variables that are set for it alone. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\s*(?:[$#%>] +)?((?:(?:[A-Za-z_][A-Za-z0-9_]*=[^\\s'\"]*+|sudo|time|env|exec)"
              + " +){0,20})aws\\s(?!\\s{0,20}=)");

  /** The beginning; empty where the text is no such command. */
  static Optional<CliStart> of(String text) {
    Matcher start = COMMAND.matcher(text);
    return start.lookingAt()
        ? Optional.of(new CliStart(start.group(1), text.substring(start.end(1))))
        : Optional.empty();
  }
}

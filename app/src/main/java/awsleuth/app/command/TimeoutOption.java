package awsleuth.app.command;

import awsleuth.app.input.InputException;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code --timeout SECONDS}: how long something may take.
 *
 * @param usual seconds, where the option is not given
 */
public record TimeoutOption(int usual) {

  private static final double LONGEST = 600;
  private static final int MILLIS = 1000;

  /**
   * Gives a command the option.
   *
   * @param words what may take so long
   */
  public void add(CommandSpec spec, String words) {
    Options.text(spec, "--timeout", "SECONDS", words + " (" + usual + ")");
  }

  /**
   * What was given.
   *
   * @throws InputException if it is no number of seconds
   */
  public Duration of(CommandLine.ParseResult parsed) throws InputException {
    String given = parsed.matchedOptionValue("--timeout", String.valueOf(usual));
    try {
      double seconds = Double.parseDouble(given);
      if (seconds > 0 && seconds <= LONGEST) {
        return Duration.ofMillis(Math.max(1, (long) (seconds * MILLIS)));
      }
    } catch (NumberFormatException e) {
      throw wrong(given);
    }
    throw wrong(given);
  }

  private static InputException wrong(String given) {
    return new InputException(
        "--timeout is a number of seconds up to " + (int) LONGEST + ", not `" + given + "`");
  }
}

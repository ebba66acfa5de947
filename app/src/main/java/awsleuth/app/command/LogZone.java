package awsleuth.app.command;

import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Printable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The option that says in which zone the times of logs are that have none. */
public final class LogZone {

  /** Its name. */
  public static final String NAME = "--log-zone";

  private LogZone() {}

  /**
   * Adds it to a command.
   *
   * @param without what becomes of such times where it is not given
   */
  public static void add(CommandSpec spec, String without) {
    Options.text(
        spec,
        NAME,
        "ZONE",
        "the zone of times in logs that have none, such as Europe/Berlin, UTC or +02:00; without it"
            + " "
            + without);
  }

  /**
   * The zone that was given; empty where none was.
   *
   * @throws InputException where there is no such zone
   */
  public static Optional<ZoneId> of(ParseResult parsed) throws InputException {
    String given = parsed.matchedOptionValue(NAME, "");
    try {
      return given.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(given));
    } catch (DateTimeException e) {
      throw new InputException(
          NAME + " is a zone as Europe/Berlin, UTC or +02:00, not `" + Printable.line(given) + "`");
    }
  }
}

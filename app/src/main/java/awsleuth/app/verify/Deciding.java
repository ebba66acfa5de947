package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.app.verify.Verified.State;
import awsleuth.boto.config.ShellWords;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Decides a request again, as the command of a verification asks: the policies count as they are
 * now.
 */
public final class Deciding {

  /** Runs a command line of awsleuth. */
  public interface Commands {
    /** Its exit code. */
    int run(Console console, String[] args);
  }

  private static final String COMMAND = "awsleuth simulate ";

  private final Commands commands;

  Deciding(Commands commands) {
    this.commands = commands;
  }

  /** What the decision says of a cause; empty if its command decides nothing. */
  Optional<Verified> of(ToldCause cause) {
    Optional<List<String>> words =
        cause.command().startsWith(COMMAND) && cause.command().indexOf('<') < 0
            ? ShellWords.split(cause.command())
            : Optional.empty();
    return words.map(w -> decided(w.subList(1, w.size()).toArray(String[]::new), cause));
  }

  private Verified decided(String[] args, ToldCause cause) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        commands.run(
            new Console(InputStream.nullInputStream(), stream(out), stream(err), Screen.PIPE),
            args);
    String said = out.toString(StandardCharsets.UTF_8);
    if (code == Console.FINE) {
      return new Verified(cause.id(), State.RULED_OUT, "the request is allowed now", "");
    }
    if (said.startsWith("denied")) {
      return new Verified(
          cause.id(), State.STILL_THERE, "the request is denied all the same", cause.command());
    }
    String why =
        code == Console.USAGE
            ? err.toString(StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .map(line -> line.replaceFirst("^awsleuth: ", ""))
                .orElse("")
            : "the decision depends on what is not known";
    return new Verified(cause.id(), State.UNKNOWN, why, cause.command());
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}

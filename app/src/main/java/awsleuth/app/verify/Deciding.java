package awsleuth.app.verify;

import awsleuth.app.input.JsonMembers;
import awsleuth.app.input.NamedFile;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.app.verify.Verified.State;
import awsleuth.boto.config.ShellWords;
import awsleuth.boto.python.NoJson;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonJson;
import awsleuth.iam.Result;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
  private final Reach reach;

  Deciding(Commands commands) {
    this(commands, new Reach(List.of(), Path.of("")));
  }

  private Deciding(Commands commands, Reach reach) {
    this.commands = commands;
    this.reach = reach;
  }

  /** The same, where commands may name the files of these places. */
  Deciding within(Reach places) {
    return new Deciding(commands, places);
  }

  /** What the decision says of a cause; empty if its command decides nothing. */
  Optional<Verified> of(ToldCause cause) {
    Optional<List<String>> words =
        cause.command().startsWith(COMMAND) && cause.command().indexOf('<') < 0
            ? ShellWords.split(cause.command())
            : Optional.empty();
    return words.map(w ->
        forbidden(w)
            .map(name ->
                new Verified(cause.id(), State.UNKNOWN, Reach.refusal(name), cause.command()))
            .orElseGet(() -> decided(w.subList(1, w.size()), cause)));
  }

  /**
   * A file that the command names, as an option's value too, and that is not to be read; a file of
   * arguments never is.
   */
  private Optional<String> forbidden(List<String> words) {
    return words.stream()
        .flatMap(w -> Stream.of(w, w.substring(w.indexOf('=') + 1)))
        .filter(w -> reach.forbids(w) || (w.startsWith("@") && NamedFile.exists(w.substring(1))))
        .findFirst();
  }

  /** What a decision that is known comes to. */
  static Optional<Verified> known(Result result, ToldCause cause) {
    return switch (result) {
      case ALLOWED ->
          Optional.of(new Verified(cause.id(), State.RULED_OUT, "the request is allowed now", ""));
      case EXPLICIT_DENY, IMPLICIT_DENY ->
          Optional.of(
              new Verified(
                  cause.id(),
                  State.STILL_THERE,
                  "the request is denied all the same",
                  cause.command()));
      case UNKNOWN -> Optional.empty();
    };
  }

  /** A word whose file is looked for where the diagnosis was made, as {@code LEVEL=FILE} too. */
  private String placed(String word) {
    int file = word.indexOf('=') + 1;
    return reach.isRead(word)
        ? reach.at(word)
        : file > 0 && reach.isRead(word.substring(file))
            ? word.substring(0, file) + reach.at(word.substring(file))
            : word;
  }

  private Verified decided(List<String> command, ToldCause cause) {
    List<String> args = new ArrayList<>(command.stream().map(this::placed).toList());
    args.add("--format=json");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        commands.run(
            new Console(InputStream.nullInputStream(), stream(out), stream(err), Screen.PIPE),
            args.toArray(String[]::new));
    Result result =
        code == Console.FINE
            ? Result.ALLOWED
            : code == Console.DIAGNOSED && isDenied(out.toString(StandardCharsets.UTF_8))
                ? Result.IMPLICIT_DENY
                : Result.UNKNOWN;
    return known(result, cause).orElseGet(() -> unknown(code, err, cause));
  }

  private static Verified unknown(int code, ByteArrayOutputStream err, ToldCause cause) {
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

  /** Whether the decisions of {@code simulate --format json} are all denials. */
  private static boolean isDenied(String json) {
    try {
      return PythonJson.read(json) instanceof PyValue.Dict document
          && JsonMembers.dicts(document.get("decisions")).stream()
              .allMatch(d -> d.get("denied") instanceof PyValue.Bool(boolean denied) && denied);
    } catch (NoJson e) {
      return false;
    }
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}

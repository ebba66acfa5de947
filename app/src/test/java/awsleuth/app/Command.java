package awsleuth.app;

import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The command, run in the test's own process.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it said on standard error
 */
public record Command(int code, String out, String err) {

  /** Runs it with nothing on its standard input. */
  public static Command run(String... args) {
    return pipe("", args);
  }

  /** Runs it with a text on its standard input. */
  public static Command pipe(String input, String... args) {
    return pipe(input.getBytes(StandardCharsets.UTF_8), Screen.PIPE, args);
  }

  /** Runs it with bytes on its standard input, as on a screen. */
  public static Command pipe(byte[] input, Screen screen, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream standard = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream error = new PrintStream(err, true, StandardCharsets.UTF_8);
    int code =
        Main.run(new Console(new ByteArrayInputStream(input), standard, error, screen), args);
    return new Command(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

package awsleuth.trail.spark;

import awsleuth.app.Main;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.app.trail.Engine;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a question came to.
 *
 * @param code the exit code
 * @param out what was printed
 * @param err what was said on standard error
 */
record Answer(int code, String out, String err) {

  /** Asks on an engine what follows {@code awsleuth trail}. */
  static Answer of(Engine engine, String... args) {
    return of(engine, InputStream.nullInputStream(), args);
  }

  /** Likewise, with what standard input brings. */
  static Answer of(Engine engine, InputStream in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.PIPE);
    int code = Main.trail(console, engine, args);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

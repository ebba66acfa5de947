package awsleuth.e2e;

import awsleuth.app.command.Options;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.app.test.TestCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code awsleuth test}, run many times in this Java machine.
 *
 * @param code its exit code
 * @param out the file
 * @param err what it said
 */
record InProcess(int code, String out, String err) {

  /** Runs it on a diagnosis in JSON. */
  static InProcess test(String json, String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.PIPE);
    TestCommand command = new TestCommand(console);
    String[] all = new String[options.length + 1];
    all[0] = "-";
    System.arraycopy(options, 0, all, 1, options.length);
    int code = command.run(Options.commandLine(command.spec()).parseArgs(all));
    return new InProcess(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

package awsleuth.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * awsleuth in a session of its own, with a terminal or without one. Its standard streams are none.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 * @param screen what the terminal showed
 * @param silent whether the terminal showed nothing of what was typed when a line was asked for
 * @param shows whether it shows in the end what is typed
 */
record Terminal(
    int exitCode, String out, String err, String screen, boolean silent, boolean shows) {

  /** Runs it where each line that is asked for is answered so. */
  static Terminal typing(String typed, Map<String, String> environment, String... arguments)
      throws IOException {
    return run("terminal", typed, environment, arguments);
  }

  /** Runs it where there is no terminal. */
  static Terminal none(Map<String, String> environment, String... arguments) throws IOException {
    return run("none", "", environment, arguments);
  }

  private static Terminal run(
      String kind, String typed, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Python.get().python());
    command.add(Path.of("src", "test", "python", "terminal.py").toAbsolutePath().toString());
    command.addAll(List.of(kind, typed));
    command.addAll(Awsleuth.command(arguments));
    Run run = Run.of(command, "", environment);
    if (run.exitCode() != 0) {
      throw new AssertionError(run.err());
    }
    var told = JsonLines.object(run.out());
    return new Terminal(
        Integer.parseInt(String.valueOf(told.get("code"))),
        String.valueOf(told.get("out")),
        String.valueOf(told.get("err")),
        String.valueOf(told.get("screen")),
        Boolean.TRUE.equals(told.get("silent")),
        Boolean.TRUE.equals(told.get("shows")));
  }
}

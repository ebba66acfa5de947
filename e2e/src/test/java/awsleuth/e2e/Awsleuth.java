package awsleuth.e2e;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the command from the classes under test, in a Java machine of its own. */
final class Awsleuth {

  private Awsleuth() {}

  /** Runs awsleuth with these arguments and nothing on its standard input. */
  static Run run(String... arguments) throws IOException {
    return pipe("", arguments);
  }

  /** Runs awsleuth with these arguments and variables. */
  static Run with(Map<String, String> environment, String... arguments) throws IOException {
    return start(environment, "", arguments);
  }

  /** Runs awsleuth with this on its standard input. */
  static Run pipe(String input, String... arguments) throws IOException {
    return start(Map.of(), input, arguments);
  }

  private static Run start(Map<String, String> environment, String input, String... arguments)
      throws IOException {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("NO_COLOR", "1");
    return Run.of(command(arguments), input, variables);
  }

  /** The command that runs awsleuth with these arguments. */
  static List<String> command(String... arguments) {
    boolean toWatch = arguments.length > 0 && arguments[0].equals("run");
    List<String> command = Start.words(toWatch);
    command.add("awsleuth.app.Main");
    command.addAll(List.of(arguments));
    return command;
  }
}

package awsleuth.boto.credentials;

import awsleuth.boto.config.ShellWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The programs of a record's world: {@code cat} of its files, {@code echo}, and a shell that knows
 * {@code echo} and {@code exit}. There are no others.
 */
record ScriptedPrograms(ScriptedOutside world) {

  Answer run(List<String> command) {
    String program = command.getFirst();
    List<String> arguments = command.subList(1, command.size());
    return switch (program) {
      case "/bin/cat", "/usr/bin/cat", "cat" -> cat(program, arguments);
      case "/bin/echo", "/usr/bin/echo", "echo" ->
          new Answer.Ended(0, String.join(" ", arguments) + "\n", "");
      case "/bin/sh", "/usr/bin/sh", "sh" -> shell(arguments);
      default -> new Answer.NoProgram();
    };
  }

  private Answer cat(String program, List<String> paths) {
    StringBuilder output = new StringBuilder();
    StringBuilder errors = new StringBuilder();
    for (String path : paths) {
      if (world.file(path) instanceof Content.Bytes(byte[] bytes)) {
        output.append(new String(bytes, StandardCharsets.UTF_8));
      } else {
        errors.append(program).append(": ").append(quoted(path));
        errors.append(": No such file or directory\n");
      }
    }
    return new Answer.Ended(errors.isEmpty() ? 0 : 1, output.toString(), errors.toString());
  }

  /** A name that a shell would not take as it is stands in quotes in messages. */
  private static String quoted(String name) {
    boolean special = name.isEmpty() || name.startsWith("#") || name.startsWith("~");
    boolean odd = name.chars().anyMatch(c -> " !\"$&'()*;<=>?[\\]^`{|}\t\n".indexOf(c) >= 0);
    return special || odd ? "'" + name.replace("'", "'\\''") + "'" : name;
  }

  private static Answer shell(List<String> arguments) {
    if (arguments.size() < 2 || !arguments.getFirst().equals("-c")) {
      return new Answer.Ended(2, "", "");
    }
    StringBuilder output = new StringBuilder();
    StringBuilder errors = new StringBuilder();
    for (String each : arguments.get(1).split(";")) {
      Optional<List<String>> words = ShellWords.split(each);
      if (words.isPresent() && !words.get().isEmpty()) {
        List<String> command = words.get();
        if (command.getFirst().equals("exit")) {
          int code = command.size() < 2 ? 0 : Integer.parseInt(command.get(1)) & 0xff;
          return new Answer.Ended(code, output.toString(), errors.toString());
        }
        boolean toErrors = command.getLast().equals(">&2");
        List<String> said = command.subList(1, command.size() - (toErrors ? 1 : 0));
        (toErrors ? errors : output).append(String.join(" ", said)).append('\n');
      }
    }
    return new Answer.Ended(0, output.toString(), errors.toString());
  }
}

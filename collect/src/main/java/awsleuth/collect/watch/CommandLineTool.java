package awsleuth.collect.watch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command as it is run. An {@code aws} that is a program of its own, as version 2 of the AWS CLI
 * is where it comes from AWS, has its Python inside, where no observer comes: it is run with {@code
 * --debug}. One that is a Python script is watched as any other.
 *
 * @param command its words as they are run
 * @param isFiltered whether it writes a debug log that it would not have written by itself
 */
record CommandLineTool(List<String> command, boolean isFiltered) {

  static CommandLineTool of(List<String> command, Map<String, String> environment) {
    Path name = Path.of(command.getFirst()).getFileName();
    if (name == null
        || !name.toString().equals("aws")
        || command.contains("--debug")
        || !isBinary(command.getFirst(), environment)) {
      return new CommandLineTool(command, false);
    }
    List<String> debugging = new ArrayList<>(command);
    debugging.add(1, "--debug");
    return new CommandLineTool(List.copyOf(debugging), true);
  }

  private static boolean isBinary(String program, Map<String, String> environment) {
    if (program.contains("/")) {
      return isBinary(Path.of(program));
    }
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, program);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) {
        return isBinary(file);
      }
    }
    return false;
  }

  /** Whether a file begins as programs of Linux and macOS do, not as a script. */
  private static boolean isBinary(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      int first = head.length < 4 ? 0 : head[0] & 0xff;
      return first == 0x7f || first == 0xcf || first == 0xca || first == 0xfe;
    } catch (IOException e) {
      return false;
    }
  }
}

package awsleuth.app.trail;

import awsleuth.app.input.InputException;
import awsleuth.app.input.Inputs;
import awsleuth.app.input.NamedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of what is read. What can be read once alone, standard input and pipes, is written to
 * temporary files, since some questions read everything twice; closing takes them away.
 */
final class Spooled implements AutoCloseable {

  private final InputStream standardInput;
  private final List<Path> temporary = new ArrayList<>();
  private final Map<String, String> given = new HashMap<>();

  Spooled(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /** Whether a name is that of standard input or of a pipe. */
  static boolean isStream(String name) {
    return name.equals(Inputs.STANDARD_INPUT)
        || (NamedFile.exists(name)
            && !Files.isRegularFile(Path.of(name))
            && !Files.isDirectory(Path.of(name)));
  }

  /**
   * The same names, those of streams replaced by those of files with what the streams bring.
   *
   * @throws InputException where a stream cannot be kept
   */
  List<String> names(List<String> names) throws InputException {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      all.add(isStream(name) ? kept(name).toString() : name);
    }
    return List.copyOf(all);
  }

  /** What each temporary file stands for. */
  Map<String, String> given() {
    return Map.copyOf(given);
  }

  private Path kept(String name) throws InputException {
    boolean standard = name.equals(Inputs.STANDARD_INPUT);
    try (InputStream in = standard ? standardInput : Files.newInputStream(Path.of(name))) {
      Path folder = temporary(Files.createTempDirectory("awsleuth"));
      Path file = temporary(folder.resolve(standard ? "stdin" : "pipe"));
      Files.copy(in, file);
      given.put(file.toString(), standard ? "<stdin>" : name);
      return file;
    } catch (IOException e) {
      throw new InputException(
          name + ": cannot be kept in a temporary file (" + Inputs.reason(e) + ")");
    }
  }

  /** Takes it away at the end, and when the program is interrupted. */
  private Path temporary(Path path) {
    path.toFile().deleteOnExit();
    temporary.add(path);
    return path;
  }

  @Override
  public void close() {
    temporary.reversed().forEach(Spooled::delete);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException stays) {
      return;
    }
  }
}

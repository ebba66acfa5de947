package awsleuth.app.command;

import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.aws.BotocoreData;
import awsleuth.boto.credentials.Answer;
import awsleuth.collect.credentials.ProgramRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data files of a botocore on this machine. */
public final class InstalledBotocore implements BotocoreData {

  private static final int PATIENCE_SECONDS = 20;

  /** Nothing is imported from the working directory. */
  private static final String SCRIPT =
      "import sys; sys.path[:] = [folder for folder in sys.path if folder];"
          + " import botocore; print(botocore.__path__[0])";

  private final Path root;

  private InstalledBotocore(Path root) {
    this.root = root;
  }

  /**
   * The botocore in a folder, or for {@code auto} that of the python on the PATH.
   *
   * @throws InputException where there is none
   */
  static InstalledBotocore find(String where) throws InputException {
    Path root = NamedFile.path(where.equals("auto") ? ofPython() : where);
    for (Path p : List.of(root, root.resolve("botocore"))) {
      if (Files.isDirectory(p.resolve("data"))) {
        return new InstalledBotocore(p);
      }
    }
    throw new InputException(
        "--botocore: no botocore in " + where + " (it would have a folder `data`)");
  }

  private static String ofPython() throws InputException {
    List<String> asking = List.of("python3", "-B", "-c", SCRIPT);
    return printed(ProgramRun.of(asking, System.getenv(), PATIENCE_SECONDS));
  }

  /** The folder that python printed. */
  public static String printed(ProgramRun python) throws InputException {
    if (!(python.answer() instanceof Answer.Ended(int code, String output, String _))) {
      throw new InputException("--botocore auto: no answer of python3: " + python.words());
    }
    if (code != 0 || output.isBlank()) {
      throw new InputException("--botocore auto: the python3 on the PATH has no botocore");
    }
    return output.strip();
  }

  @Override
  public String version() {
    try {
      for (String line : Files.readAllLines(root.resolve("__init__.py"))) {
        if (line.startsWith("__version__")) {
          return line.substring(line.indexOf('=') + 1).replace("'", "").replace("\"", "").strip();
        }
      }
    } catch (IOException e) {
      return "unknown";
    }
    return "unknown";
  }

  @Override
  public String label() {
    return root.toString();
  }

  @Override
  public List<String> list(String folder) {
    Path path = root.resolve("data").resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.map(p -> p.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    Path file = root.resolve("data").resolve(path);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package awsleuth.app.verify;

import awsleuth.app.input.Inputs;
import awsleuth.app.input.NamedFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The places that a diagnosis may have read: its own folder, and what was named beside it. A
 * diagnosis is a text that somebody sent; it does not choose which files are opened.
 *
 * @param roots folders and files, links resolved
 */
record Reach(List<Path> roots) {

  /**
   * Of a diagnosis.
   *
   * @param diagnosis its file; that of standard input has the working directory
   * @param more files and folders that were named; those that are not there add nothing
   */
  static Reach of(String diagnosis, List<String> more) {
    List<Path> roots = new ArrayList<>();
    boolean standard = diagnosis.equals(Inputs.STANDARD_INPUT);
    Path file = Path.of(standard ? "" : diagnosis).toAbsolutePath();
    add(standard ? file : Objects.requireNonNullElse(file.getParent(), file), roots);
    more.stream().filter(NamedFile::exists).forEach(m -> add(Path.of(m), roots));
    return new Reach(List.copyOf(roots));
  }

  private static void add(Path root, List<Path> roots) {
    try {
      roots.add(root.toAbsolutePath().toRealPath());
    } catch (IOException e) {
      // What cannot be resolved is no place to read in.
    }
  }

  /** Whether a name is that of something which is there and may not be read. */
  boolean forbids(String name) {
    if (!NamedFile.exists(name)) {
      return false;
    }
    try {
      Path real = Path.of(name).toRealPath();
      return roots.stream().noneMatch(real::startsWith);
    } catch (IOException | InvalidPathException e) {
      return true;
    }
  }

  /** Why it is not read, and what to do. */
  static String refusal(String name) {
    return name
        + ": not read, since it is not in the folder of the diagnosis; name it behind the diagnosis"
        + " to have it read";
  }
}

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
 * @param base where names are resolved: the working directory, or that in which the diagnosis was
 *     made, as far as the place of the diagnosis tells it
 */
record Reach(List<Path> roots, Path base) {

  private static final Path HERE = Path.of("");

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
    return new Reach(List.copyOf(roots), HERE);
  }

  /**
   * The same, where these names are resolved from the working directory if anything is to be read
   * there, else from the first folder around the diagnosis from which something is.
   */
  Reach naming(List<String> names) {
    List<Path> bases = new ArrayList<>(List.of(HERE));
    for (Path root = roots.isEmpty() ? null : roots.getFirst();
        root != null;
        root = root.getParent()) {
      bases.add(root);
    }
    return bases.stream()
        .map(place -> new Reach(roots, place))
        .filter(reach -> names.stream().anyMatch(reach::isRead))
        .findFirst()
        .orElse(this);
  }

  /** Where a name is. */
  String at(String name) {
    try {
      return base.resolve(name).toString();
    } catch (InvalidPathException e) {
      return name;
    }
  }

  /** Whether a name is that of something which is there and may be read. */
  boolean isRead(String name) {
    return NamedFile.exists(at(name)) && !forbids(name);
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
    if (name.isEmpty() || !NamedFile.exists(at(name))) {
      return false;
    }
    try {
      Path real = base.resolve(name).toRealPath();
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

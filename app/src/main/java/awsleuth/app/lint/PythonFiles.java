package awsleuth.app.lint;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The Python files below a folder, less what is not the user's own: environments, caches. */
final class PythonFiles extends SimpleFileVisitor<Path> {

  private static final Set<String> LEFT_OUT =
      Set.of(
          "__pycache__",
          "node_modules",
          "site-packages",
          "dist-packages",
          "venv",
          "env",
          "build",
          "dist");

  private final Path top;
  private final List<Path> files = new ArrayList<>();
  private final List<String> faults;

  private PythonFiles(Path top, List<String> faults) {
    this.top = top;
    this.faults = faults;
  }

  /**
   * The files below a folder, in the order of their names.
   *
   * @param faults what could not be read is added to it, a line each
   */
  static List<Path> below(Path folder, List<String> faults) throws IOException {
    PythonFiles visitor = new PythonFiles(folder, faults);
    Files.walkFileTree(folder, visitor);
    Collections.sort(visitor.files);
    return visitor.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(top)) {
      return FileVisitResult.CONTINUE;
    }
    String name = String.valueOf(folder.getFileName());
    boolean environment = Files.exists(folder.resolve("pyvenv.cfg"));
    boolean hidden = name.startsWith(".");
    return environment || hidden || (LEFT_OUT.contains(name) && !isPackage(folder))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  /** Whether a folder is a package of the program's own, whatever its name is. */
  private static boolean isPackage(Path folder) {
    return Files.exists(folder.resolve("__init__.py"));
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = String.valueOf(file.getFileName());
    if (attributes.isRegularFile() && (name.endsWith(".py") || name.endsWith(".pyw"))) {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    faults.add(file + ": cannot be read");
    return FileVisitResult.CONTINUE;
  }
}

package awsleuth.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The files in a folder and below, in the order of their names; hidden ones and those in hidden
 * folders are left out, links to folders are not followed.
 */
final class Folder implements FileVisitor<Path> {

  private static final int DEEPEST = 12;
  private static final int MOST_FILES = 10_000;

  private final Path root;
  private final List<Path> files = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private Folder(Path root) {
    this.root = root;
  }

  static Folder list(Path root) {
    Folder folder = new Folder(root);
    try {
      Files.walkFileTree(root, Set.of(), DEEPEST, folder);
    } catch (IOException e) {
      folder.errors.add(root + ": cannot be listed (" + Inputs.reason(e) + ")");
    }
    Collections.sort(folder.files);
    return folder;
  }

  List<Path> files() {
    return files;
  }

  /** A line for each folder that could not be listed. */
  List<String> errors() {
    return errors;
  }

  private boolean isHidden(Path path) {
    return !path.equals(root) && path.getFileName().toString().startsWith(".");
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    boolean link = attributes.isSymbolicLink() && Files.isRegularFile(file);
    if (isHidden(file) || !(link || attributes.isRegularFile())) {
      return FileVisitResult.CONTINUE;
    }
    if (files.size() == MOST_FILES) {
      errors.add(root + ": has more than " + MOST_FILES + " files; the others are not read");
      return FileVisitResult.TERMINATE;
    }
    files.add(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    errors.add(file + ": cannot be read (" + Inputs.reason(e) + ")");
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(
      Path folder, @org.jspecify.annotations.Nullable IOException e) {
    if (e != null) {
      errors.add(folder + ": cannot be listed (" + Inputs.reason(e) + ")");
    }
    return FileVisitResult.CONTINUE;
  }
}

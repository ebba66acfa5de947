package awsleuth.app.input;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder and of the folders in it, in the order of their paths. Hidden ones are left
 * out, but for those that hold settings, and so are folders with other people's code; it is said.
 */
public final class Folder extends SimpleFileVisitor<Path> {

  private static final int DEEPEST = 40;
  private static final int MOST_FILES = 100_000;
  private static final int MOST_NAMES = 5;
  private static final Set<String> CODE =
      Set.of("venv", "site-packages", "node_modules", "__pycache__");

  /** Endings of the names of documents and of programs. */
  private static final Set<String> OF_PEOPLE =
      Set.of(
          "md",
          "markdown",
          "rst",
          "adoc",
          "py",
          "js",
          "mjs",
          "ts",
          "tsx",
          "java",
          "go",
          "rb",
          "php",
          "cs",
          "rs",
          "kt",
          "scala",
          "tf",
          "sh",
          "ps1",
          "c",
          "h",
          "cpp");

  private final Path root;
  private final Remarks remarks;
  private final List<Path> files = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private Folder(Path root, Remarks remarks) {
    this.root = root;
    this.remarks = remarks;
  }

  /** The regular files; what is left out or cannot be listed is remarked. */
  public static List<Path> files(Path root, Remarks remarks) {
    Folder folder = new Folder(root, remarks);
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, folder);
    } catch (IOException e) {
      remarks.error(root + ": cannot be listed (" + Inputs.reason(e) + ")");
    }
    folder.files.sort(null);
    folder.say();
    return folder.files;
  }

  /**
   * Whether a file's name is one that CloudTrail gives ({@code
   * 111122223333_CloudTrail_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz}, "CloudTrail log
   * file examples", CloudTrail user guide).
   */
  static boolean isOfArchive(Path file) {
    Path last = file.getFileName();
    return last != null && last.toString().contains("_CloudTrail");
  }

  /** Whether a file's name says that people wrote it: a document or a program, not a log. */
  static boolean isOfPeople(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    return OF_PEOPLE.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private void say() {
    if (!leftOut.isEmpty()) {
      leftOut.sort(null);
      int more = leftOut.size() - MOST_NAMES;
      remarks.note(
          root
              + ": left out "
              + String.join(", ", leftOut.stream().limit(MOST_NAMES).toList())
              + (more > 0 ? " and " + more + " more" : "")
              + "; name one to have it read");
    }
  }

  private boolean isLeftOut(Path path) {
    Path last = path.getFileName();
    String name = last == null || path.equals(root) ? "" : last.toString();
    boolean settings = name.equals(".aws") || name.startsWith(".env");
    boolean leave = CODE.contains(name) || (name.startsWith(".") && !settings);
    if (leave) {
      leftOut.add(root.relativize(path).toString());
    }
    return leave;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
    return isLeftOut(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
    if (isLeftOut(path)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isDirectory()) {
      remarks.error(path + ": too deep in " + root + "; name it to have it read");
    } else if (!attributes.isRegularFile()) {
      remarks.note(path + ": left out; it is no regular file");
    } else if (files.size() == MOST_FILES) {
      remarks.error(root + ": holds more than " + MOST_FILES + " files; the others are not read");
      return FileVisitResult.TERMINATE;
    } else {
      files.add(path);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException e) {
    if (!(e instanceof FileSystemLoopException)) {
      remarks.error(path + ": cannot be read (" + Inputs.reason(e) + ")");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (e != null) {
      remarks.error(folder + ": cannot be listed (" + Inputs.reason(e) + ")");
    }
    return FileVisitResult.CONTINUE;
  }
}

package awsleuth.app.input;

import awsleuth.app.terminal.Progress;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what the user named: files, folders, standard input. Each input becomes evidence before the
 * next is opened, so that no more than one text is held, and of a large one not even that.
 */
public final class Inputs {

  /** Larger texts are not held as a whole. */
  public static final int WHOLE = 4 << 20;

  /** Texts of more lines are not held as a whole, and files of more settings not read. */
  public static final int MOST_LINES = 200_000;

  /** The name by which standard input is asked for. */
  public static final String STANDARD_INPUT = "-";

  /** What people call it. */
  public static final String SHOWN_STANDARD_INPUT = "standard input";

  private final Remarks remarks;
  private final Progress progress;
  private final Held held;
  private final InputReader reader;
  private final Set<Object> seen = new HashSet<>();
  private final List<OfArchive> archives = new ArrayList<>();

  /**
   * Nothing read yet.
   *
   * @param commands the names of awsleuth's commands, one of which a missing file may be
   */
  public Inputs(
      AwsCatalog catalog,
      List<String> commands,
      Redaction redaction,
      Remarks remarks,
      Progress progress,
      Held held) {
    this.remarks = remarks;
    this.progress = progress;
    this.held = held;
    this.reader = new InputReader(catalog, commands, redaction, remarks, progress, held);
  }

  /** A file of an archive, which is read after all others. */
  private record OfArchive(Path path, Kind kind) {}

  /**
   * Reads the inputs in order, but files that CloudTrail itself named at the end: they may be more
   * than can be held, and what failed is in the others. One that is named twice is read once.
   */
  public void read(List<Named> named, InputStream standardInput) {
    read(Path.of(""), named, standardInput);
  }

  /** Reads inputs that are named from a folder. */
  public void read(Path base, List<Named> named, InputStream standardInput) {
    for (Named n : named) {
      if (!n.path().equals(STANDARD_INPUT)) {
        path(base, n);
      } else if (seen.add(STANDARD_INPUT)) {
        reader.read(STANDARD_INPUT, n.kind(), () -> standardInput);
      }
    }
    archives.forEach(a -> file(a.path(), a.path().toString(), a.kind()));
    progress.done();
    if (held.isFull()) {
      remarks.error(held.leftOut());
    }
  }

  /** What was read, in order. */
  public List<Evidence> evidence() {
    return held.evidence();
  }

  /** The files that were not read, or not wholly, since they are more than can be held. */
  public List<Path> unread() {
    return reader.unread();
  }

  /** What was read. */
  public List<Looked> looked() {
    return reader.looked();
  }

  private void path(Path base, Named n) {
    try {
      Path path = base.resolve(n.path());
      if (n.path().isEmpty()) {
        remarks.error("a FILE is named by an empty word");
      } else if (Files.isDirectory(path)) {
        folder(path, n.kind());
      } else {
        file(path, n.path(), n.kind());
      }
    } catch (InvalidPathException e) {
      remarks.error(n.path() + ": not a file name");
    }
  }

  private void folder(Path folder, Kind kind) {
    List<Path> files = Folder.files(folder, remarks);
    if (files.isEmpty()) {
      remarks.note(folder + ": holds no files");
    }
    int before = held.evidence().size();
    for (Path f : files) {
      if (Manifest.is(f)) {
        file(f, f.toString(), kind);
      }
    }
    Manifest manifest =
        Manifest.of(held.evidence().subList(before, held.evidence().size()), files, remarks);
    for (Path f : files) {
      if (Folder.isOfArchive(f)) {
        archives.add(new OfArchive(f, manifest.kind(f, kind)));
      } else if (!Folder.isOfPeople(f)) {
        file(f, f.toString(), manifest.kind(f, kind));
      }
    }
    List<Evidence> found = held.evidence().subList(before, held.evidence().size());
    reader.besideFailures(found.stream().anyMatch(Failure.class::isInstance));
    for (Path f : files) {
      if (!Folder.isOfArchive(f)) {
        file(f, f.toString(), manifest.kind(f, kind));
      }
    }
    reader.besideFailures(false);
  }

  private void file(Path path, String name, Kind kind) {
    if (seen.add(identity(path))) {
      reader.read(name, kind, () -> Files.newInputStream(path));
      if (held.isFull()) {
        reader.leaveOut(path);
      }
    }
  }

  /** What two names of one file have in common. */
  private static Object identity(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath();
    }
  }

  /** Why something cannot be read, in a few words. */
  public static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}

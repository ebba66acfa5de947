package awsleuth.app.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that nobody but its owner reads: what is called, and with what, is nobody else's business.
 */
public final class OwnFile {

  private OwnFile() {}

  /** Whether a file can be written; it is there afterwards, this user's alone where it is new. */
  public static boolean isWritable(String file) {
    try {
      Path path = Path.of(file);
      if (!Files.exists(path)) {
        create(path);
      }
      return Files.isWritable(path) && !Files.isDirectory(path);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private static void create(Path path) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(path);
    }
  }
}

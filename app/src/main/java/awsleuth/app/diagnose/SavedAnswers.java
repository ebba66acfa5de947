package awsleuth.app.diagnose;

import awsleuth.app.input.InputException;
import awsleuth.core.read.Readers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of answers of AWS, of one failure alone: it is empty before. Who is allowed what is
 * nobody's business but the user's, so nobody else may read it.
 *
 * @param folder where they are kept
 */
record SavedAnswers(Path folder) {

  /**
   * A folder that is there afterwards.
   *
   * @throws InputException if it has something in it already, or cannot be made or written
   */
  static SavedAnswers in(String name) throws InputException {
    try {
      Path folder = Path.of(name);
      if (!Files.exists(folder)) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectory(folder, only("rwx------"));
      }
      if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
        throw new InputException(name + ": is no folder in which answers can be kept");
      }
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new InputException(
              name + ": has files already; --save wants a new folder, or an empty one");
        }
      }
      return new SavedAnswers(folder);
    } catch (IOException | InvalidPathException e) {
      throw new InputException(name + ": the answers cannot be kept (" + e.getMessage() + ")");
    }
  }

  /**
   * Keeps answers.
   *
   * @param files texts by names
   * @throws InputException if one cannot be kept
   */
  void keep(Map<String, String> files) throws InputException {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        write(folder.resolve(file.getKey()), Readers.harmless(file.getValue()));
      }
    } catch (IOException | InvalidPathException e) {
      throw new InputException(folder + ": the answers cannot be kept (" + e.getMessage() + ")");
    }
  }

  private static void write(Path file, String text) throws IOException {
    try (var out =
        Files.newByteChannel(
            file,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            only("rw-------"))) {
      var bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }

  private static FileAttribute<?>[] only(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}

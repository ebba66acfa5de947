package awsleuth.collect.watch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The observer of Python programs, in a folder that is this user's alone: a {@code sitecustomize}
 * that Python imports when it starts, and the file that it writes to. Goes away when closed.
 */
final class Observer implements AutoCloseable {

  /** What is written beyond this is not read; the observer itself stops at half of it. */
  private static final int LARGEST = 8 << 20;

  private static final List<String> PARTS =
      List.of(
          "/awsleuth/collect/watch/sitecustomize.py",
          "/awsleuth/collect/watch/awsleuth_observer.py",
          "/awsleuth/collect/watch/awsleuth_clients.py",
          "/awsleuth/collect/watch/awsleuth_places.py",
          "/awsleuth/collect/watch/awsleuth_hiding.py",
          "/awsleuth/collect/watch/awsleuth_leaving.py",
          "/awsleuth/collect/watch/awsleuth_failures.py",
          "/awsleuth/collect/watch/awsleuth_contents.py",
          "/awsleuth/collect/watch/awsleuth_shortening.py",
          "/awsleuth/collect/watch/awsleuth_threads.py",
          "/awsleuth/collect/machine/variables.regex");

  private static final int ATTEMPTS = 100;

  private final Path folder;
  private final Path record;
  private String lost = "";

  private Observer(Path folder) {
    this.folder = folder;
    this.record = folder.resolve("record");
  }

  /** Writes the observer into a new folder; where that cannot be, there is none and it is lost. */
  static Observer install() {
    Path folder = Path.of("");
    try {
      folder = made(Path.of(System.getProperty("java.io.tmpdir")));
      return written(folder);
    } catch (IOException e) {
      Observer none = new Observer(folder);
      none.lost = "its observer cannot be written to " + System.getProperty("java.io.tmpdir");
      return none;
    }
  }

  /**
   * A new folder that only its owner may enter. Its name need not be secret, since one that is
   * there already is not taken; random names, as those of {@link Files#createTempDirectory}, have
   * Java load its providers of security while the program waits to be started.
   */
  private static Path made(Path in) throws IOException {
    FileAttribute<?> mine =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    String start = "awsleuth-run-" + ProcessHandle.current().pid() + "-";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return Files.createDirectory(
            in.resolve(start + Long.toString(System.nanoTime(), 36)), mine);
      } catch (FileAlreadyExistsException e) {
        // Another one of this number and time, perhaps of a container that shares the folder.
      }
    }
    throw new IOException("each name is taken");
  }

  private static Observer written(Path folder) throws IOException {
    Observer observer = new Observer(folder);
    for (String part : PARTS) {
      try (InputStream in = Observer.class.getResourceAsStream(part)) {
        Files.copy(
            Objects.requireNonNull(in, part),
            observer.folder.resolve(part.substring(part.lastIndexOf('/') + 1)));
      }
    }
    Files.createFile(observer.record);
    return observer;
  }

  /** The variables with which Python finds the observer. */
  Map<String, String> environment(Map<String, String> environment) {
    if (!lost.isEmpty()) {
      return environment;
    }
    Map<String, String> with = new HashMap<>(environment);
    String own = environment.getOrDefault("PYTHONPATH", "");
    with.put("PYTHONPATH", own.isEmpty() ? folder.toString() : folder + File.pathSeparator + own);
    with.put("AWSLEUTH_RECORD", record.toString());
    return with;
  }

  /** What was written; a last line that is cut short is left out. */
  String record() {
    if (!lost.isEmpty()) {
      return "";
    }
    try (InputStream in = Files.newInputStream(record)) {
      String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1);
    } catch (IOException e) {
      lost = "what its observer wrote is gone or cannot be read";
      return "";
    }
  }

  /** Why there is no record, or no observer; empty where there is one. */
  String lost() {
    return lost;
  }

  @Override
  public void close() {
    if (folder.toString().isEmpty()) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // A process of the program that lives on may be writing: it is a folder for temporary files.
    }
  }
}

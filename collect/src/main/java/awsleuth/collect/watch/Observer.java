package awsleuth.collect.watch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
          "/awsleuth/collect/machine/variables.regex");

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
      folder = Files.createTempDirectory("awsleuth-run");
      return written(folder);
    } catch (IOException e) {
      Observer none = new Observer(folder);
      none.lost = "its observer cannot be written to " + System.getProperty("java.io.tmpdir");
      return none;
    }
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

package awsleuth.e2e;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Java is started with: as the launcher does it, from the jars that were packed and with
 * ahead-of-time caches, since these tests start the command some hundred times. Where nothing was
 * packed, from classes.
 */
final class Start {

  /** What has a short run compile less. */
  private static final List<String> QUICK =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "-Dfile.encoding=UTF-8");

  private static final Path JARS =
      Path.of("..", "app", "target", "jars").toAbsolutePath().normalize();
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
  private static final Path TARGET = Path.of("target").toAbsolutePath().normalize();

  private Start() {}

  /**
   * Java and its options, up to the name of the class; where it is to watch a program, for that.
   */
  static List<String> words(boolean toWatch) {
    List<String> words = new ArrayList<>(List.of(java()));
    words.addAll(QUICK);
    Optional<String> jars = Once.JARS_PATH;
    if (jars.isPresent()) {
      words.add("-XX:AOTCache=" + (toWatch ? Once.WATCHING : Once.ALL));
      words.add("-Xlog:disable");
      words.add("-Xlog:all=off");
    }
    words.addAll(List.of("-cp", jars.orElseGet(() -> System.getProperty("java.class.path"))));
    return words;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Made once in a build: the other process of tests waits. */
  private static final class Once {

    private static final Path ALL = TARGET.resolve("start-" + build() + "-all.aot");
    private static final Path WATCHING = TARGET.resolve("start-" + build() + "-run.aot");
    private static final Optional<String> JARS_PATH = jars();

    private static String build() {
      return System.getProperty("e2e.build", String.valueOf(ProcessHandle.current().pid()))
          .replaceAll("[^0-9A-Za-z]", "");
    }

    private static Optional<String> jars() {
      boolean packed =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .map(Path::of)
              .anyMatch(p -> p.startsWith(JARS) && p.toString().endsWith(".jar"));
      if (!packed) {
        return Optional.empty();
      }
      try (Stream<Path> files = Files.list(JARS);
          RandomAccessFile lock =
              new RandomAccessFile(TARGET.resolve("start.lock").toFile(), "rw");
          FileLock held = lock.getChannel().lock()) {
        String path =
            files
                .filter(p -> p.toString().endsWith(".jar"))
                .sorted()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        if (held.isValid() && !Files.exists(WATCHING)) {
          removeOthers();
          train(ALL, path, "awsleuth.app.Training", "all", EXAMPLES.toString());
          train(WATCHING, path, "awsleuth.app.Main", "run", "--output", "/dev/null", "--", "true");
        }
        return Optional.of(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Caches of earlier builds. */
    private static void removeOthers() throws IOException {
      try (Stream<Path> files = Files.list(TARGET)) {
        for (Path old : files.filter(p -> p.toString().endsWith(".aot")).toList()) {
          Files.delete(old);
        }
      }
    }

    /**
     * A start without the cache is as good, and slower: Java goes on without one that is not there.
     */
    private static void train(Path cache, String path, String... main) throws IOException {
      List<String> words = new ArrayList<>(List.of(java()));
      words.addAll(QUICK);
      words.addAll(
          List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:disable", "-Xlog:all=off", "-cp", path));
      words.addAll(List.of(main));
      Run.of(words, "", Map.of());
    }
  }
}

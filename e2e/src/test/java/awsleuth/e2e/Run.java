package awsleuth.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output, as UTF-8
 * @param err what it wrote to standard error, as UTF-8
 */
record Run(int exitCode, String out, String err) {

  private static final long MINUTES = 10;

  /**
   * Runs a command without the caller's AWS settings and proxies.
   *
   * @param input what stands on its standard input
   * @param environment variables to set
   * @throws IOException where there is no such command
   */
  static Run of(List<String> command, String input, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(Run::isSetting);
    builder.environment().putAll(environment);
    return run(builder, input);
  }

  /** Runs a command with the caller's settings and nothing on its standard input. */
  static Run asCaller(List<String> command) throws IOException {
    return run(new ProcessBuilder(command), "");
  }

  private static Run run(ProcessBuilder builder, String input) throws IOException {
    Path folder = Files.createTempDirectory("run");
    try {
      Path in = Files.writeString(folder.resolve("in"), input);
      Path out = folder.resolve("out");
      Path err = folder.resolve("err");
      builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
      int exitCode = end(builder.start(), builder.command());
      return new Run(exitCode, read(out), read(err));
    } finally {
      delete(folder);
    }
  }

  private static int end(Process process, List<String> command) {
    try {
      if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new AssertionError("did not end: " + String.join(" ", command));
  }

  private static boolean isSetting(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("AWS_") || upper.startsWith("BOTO") || upper.endsWith("_PROXY");
  }

  /** Decoded leniently: a program may write what is not UTF-8. */
  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** Removes a folder and all in it. */
  static void delete(Path folder) {
    try (var paths = Files.walk(folder)) {
      for (Path p : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

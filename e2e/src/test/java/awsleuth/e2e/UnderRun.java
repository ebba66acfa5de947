package awsleuth.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Runs real programs with and without {@code awsleuth run}. */
abstract class UnderRun {

  static final Path PROGRAMS = Path.of("src", "test", "python").toAbsolutePath();
  static final long MINUTES = 3;

  static String python = "";

  @TempDir Path folder;

  /** A program that ran, with each byte of its outputs as the character of its number. */
  record Ran(int code, String out, String err) {

    String said() {
      return new String(err.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }

  @BeforeAll
  static void find() throws IOException {
    python = Python.get().python();
  }

  /** The command that watches the program whose words come behind it. */
  static List<String> awsleuth(String... options) {
    List<String> words = Awsleuth.command("run");
    words.addAll(List.of(options));
    words.add("--");
    return words;
  }

  /** Runs a command with no variables of AWS or Python but these. */
  Ran run(List<String> words, Map<String, String> environment, byte[] input) throws IOException {
    Path in = Files.write(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().keySet().removeIf(n -> n.startsWith("AWS_") || n.startsWith("PYTHON"));
    builder.environment().putAll(environment);
    builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("did not end: " + words);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
    return new Ran(
        process.exitValue(),
        Files.readString(out, StandardCharsets.ISO_8859_1),
        Files.readString(err, StandardCharsets.ISO_8859_1));
  }

  static List<String> joined(List<String> a, String... b) {
    List<String> all = new ArrayList<>(a);
    all.addAll(List.of(b));
    return all;
  }

  /** With a sitecustomize of the program's own. */
  Map<String, String> environment() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("sitecustomize.py"),
        "import sys\nsys.stderr.write('own %s\\n' % __name__)\nMARK = 42\n");
    Files.writeString(
        own.resolve("usercustomize.py"), "import sys\nsys.stderr.write('own user\\n')\n");
    return Map.of(
        "PYTHONPATH",
        own.toString(),
        "PYTHONDONTWRITEBYTECODE",
        "1",
        "HOME",
        folder.toString(),
        "AWS_EC2_METADATA_DISABLED",
        "true");
  }

  /** That of a program of run_faults.py. */
  Map<String, String> faulty(String fault) throws IOException {
    Map<String, String> environment = new HashMap<>(environment());
    environment.remove("PYTHONPATH");
    if (!fault.equals("nobody")) {
      environment.put("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE");
      environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
      environment.put("AWS_SESSION_TOKEN", "IQoJb3JpZ2luX2VjEXAMPLETOKEN");
    }
    return environment;
  }

  /** The first cause of the first failure. */
  static @Nullable Object first(Map<String, @Nullable Object> document) {
    List<?> failures = (List<?>) Objects.requireNonNull(document.get("failures"));
    Map<?, ?> failure = (Map<?, ?>) failures.getFirst();
    List<?> causes = (List<?>) Objects.requireNonNull(failure.get("causes"));
    return causes.isEmpty() ? "none" : ((Map<?, ?>) causes.getFirst()).get("id");
  }
}

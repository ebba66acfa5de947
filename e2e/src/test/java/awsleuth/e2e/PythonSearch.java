package awsleuth.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a {@link Python} on the path, and else installs one. An installation that failed is not
 * tried again in the same build, whatever test or process asks.
 *
 * @param target the folder of what is built: {@code python} in it is the virtual environment
 * @param path folders with programs, as in PATH
 * @param build what is the same for all processes of a build and no other
 */
record PythonSearch(Path target, String path, String build) {

  private static final String NEITHER =
      "the e2e tests need boto3, moto, pytest and aws: neither on the path nor installable: ";
  private static final String WANTED =
      "import boto3, cryptography, pytest, moto.awslambda.models, moto.cloudformation.models,"
          + " moto.dynamodb.models, moto.s3.models, moto.ssm.models";
  private static final List<String> PINNED =
      List.of(
          "boto3==1.43.11",
          "moto[awslambda,cloudformation,dynamodb,s3,ssm]==5.2.1",
          "awscli==1.45.11",
          "pytest==9.0.3");

  /**
   * Finds or makes one.
   *
   * @throws AssertionError in one line, where neither can be had
   */
  Python find() throws IOException {
    String aws = onPath("aws");
    for (String name : List.of("python3", "python")) {
      String python = onPath(name);
      if (python != null && aws != null && succeeds(List.of(python, "-c", WANTED))) {
        return new Python(python, aws);
      }
    }
    return built();
  }

  private Python built() throws IOException {
    Files.createDirectories(target);
    // Two processes run tests: one installs, the other waits for it.
    try (FileChannel file =
            FileChannel.open(
                target.resolve("python.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = file.lock()) {
      installOnce();
    }
    Path bin = environment().resolve("bin");
    return new Python(bin.resolve("python").toString(), bin.resolve("aws").toString());
  }

  private Path environment() {
    return target.resolve("python").toAbsolutePath();
  }

  private void installOnce() throws IOException {
    Path complete = environment().resolve("complete");
    String pinned = String.join("\n", PINNED);
    if (Files.exists(complete) && Files.readString(complete).equals(pinned)) {
      return;
    }
    Path failed = target.resolve("python.failed");
    List<String> before = Files.exists(failed) ? Files.readAllLines(failed) : List.of();
    if (before.size() == 2 && before.getFirst().equals(build)) {
      throw new AssertionError(before.getLast());
    }
    String fault = install();
    if (fault != null) {
      Files.writeString(failed, build + "\n" + fault + "\n");
      throw new AssertionError(fault);
    }
    Files.writeString(complete, pinned);
  }

  /** What went wrong, in one line, or null. */
  private @Nullable String install() throws IOException {
    String python = onPath("python3");
    if (python == null) {
      return NEITHER + "there is no python3 on the path";
    }
    String fault = faultOf(List.of(python, "-m", "venv", "--clear", environment().toString()));
    if (fault != null) {
      return fault;
    }
    String own = environment().resolve("bin").resolve("python").toString();
    List<String> pip = new ArrayList<>(List.of(own, "-m", "pip", "install", "--quiet"));
    pip.addAll(PINNED);
    return faultOf(pip);
  }

  private static @Nullable String faultOf(List<String> command) throws IOException {
    Run run = Run.asCaller(command);
    if (run.exitCode() == 0) {
      return null;
    }
    List<String> said = (run.out() + "\n" + run.err()).lines().filter(l -> !l.isBlank()).toList();
    // pip says last what it could not do, and may add news of itself; others begin with it.
    String told = said.isEmpty() ? "exit code " + run.exitCode() : said.getFirst();
    for (String line : said) {
      told = line.startsWith("ERROR:") ? line : told;
    }
    return NEITHER + "`" + String.join(" ", command.subList(1, 3)) + "` says " + told.strip();
  }

  private static boolean succeeds(List<String> command) throws IOException {
    return Run.of(command, "", Map.of()).exitCode() == 0;
  }

  private @Nullable String onPath(String name) {
    for (String folder : path.split(File.pathSeparator)) {
      Path file = Path.of(folder, name);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) {
        return file.toAbsolutePath().toString();
      }
    }
    return null;
  }
}

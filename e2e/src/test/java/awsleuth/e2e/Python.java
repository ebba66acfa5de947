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
 * A Python that has boto3, moto and pytest, and the {@code aws} command: those on the path, else
 * pinned versions in a virtual environment of the build.
 *
 * @param python the interpreter
 * @param aws the {@code aws} command
 */
record Python(String python, String aws) {

  private static final Path PROGRAMS = Path.of("src", "test", "python");
  private static final Path BUILT = Path.of("target", "python");
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
  static Python get() throws IOException {
    String aws = onPath("aws");
    for (String name : List.of("python3", "python")) {
      String python = onPath(name);
      if (python != null && aws != null && succeeds(List.of(python, "-c", WANTED))) {
        return new Python(python, aws);
      }
    }
    return built();
  }

  /** The interpreter itself, where that on the path is a program that looks for it. */
  String executable() throws IOException {
    String code = "import sys; print(sys.executable)";
    return Run.of(List.of(python, "-c", code), "", Map.of()).out().strip();
  }

  /** Runs one of this module's Python programs, in a home of its own and in UTC. */
  Run program(String name, String... arguments) throws IOException {
    Path program = PROGRAMS.resolve(name).toAbsolutePath();
    Path home = Files.createTempDirectory("home");
    try {
      List<String> command = new ArrayList<>(List.of(python, "-B", program.toString()));
      command.addAll(List.of(arguments));
      return Run.of(
          command,
          "",
          Map.of(
              "PYTHONIOENCODING",
              "utf-8",
              "HOME",
              home.toString(),
              "PYTHONUSERBASE",
              userBase(),
              "TZ",
              "UTC"));
    } finally {
      Run.delete(home);
    }
  }

  /** Where packages that were installed for the user are, whatever the home is. */
  static String userBase() {
    String set = System.getenv("PYTHONUSERBASE");
    return set == null ? Path.of(System.getProperty("user.home"), ".local").toString() : set;
  }

  private static synchronized Python built() throws IOException {
    Path bin = BUILT.resolve("bin").toAbsolutePath();
    Path complete = BUILT.resolve("complete");
    Files.createDirectories(BUILT.toAbsolutePath().getParent());
    // Two processes run tests: one installs, the other waits for it.
    try (FileChannel file =
            FileChannel.open(
                BUILT.resolveSibling("python.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = file.lock()) {
      if (!Files.exists(complete)) {
        install(bin);
        Files.writeString(complete, String.join("\n", PINNED));
      }
    }
    return new Python(bin.resolve("python").toString(), bin.resolve("aws").toString());
  }

  private static void install(Path bin) throws IOException {
    String python = onPath("python3");
    if (python == null) {
      throw new AssertionError("the e2e tests need python3 on the path; there is none");
    }
    must(List.of(python, "-m", "venv", "--clear", BUILT.toAbsolutePath().toString()));
    List<String> pip = new ArrayList<>();
    pip.addAll(List.of(bin.resolve("python").toString(), "-m", "pip", "install", "--quiet"));
    pip.addAll(PINNED);
    must(pip);
  }

  private static void must(List<String> command) throws IOException {
    Run run = Run.asCaller(command);
    if (run.exitCode() != 0) {
      List<String> said = (run.out() + run.err()).strip().lines().toList();
      throw new AssertionError(
          "the e2e tests need boto3, moto, pytest and aws: neither on the path nor installable: "
              + (said.isEmpty() ? String.join(" ", command) : said.getLast()));
    }
  }

  private static boolean succeeds(List<String> command) throws IOException {
    return Run.of(command, "", Map.of()).exitCode() == 0;
  }

  private static @Nullable String onPath(String name) {
    String path = System.getenv("PATH");
    for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
      Path file = Path.of(folder, name);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) {
        return file.toAbsolutePath().toString();
      }
    }
    return null;
  }
}

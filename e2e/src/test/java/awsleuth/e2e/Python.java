package awsleuth.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A Python that has boto3, moto and pytest, and the {@code aws} command: those on the path, else
 * pinned versions in a virtual environment of the build.
 *
 * @param python the interpreter
 * @param aws the {@code aws} command
 */
record Python(String python, String aws) {

  private static final Path PROGRAMS = Path.of("src", "test", "python");

  /**
   * Finds or makes one; what came of it holds for all tests of the process.
   *
   * @throws AssertionError in one line, where neither can be had
   */
  static Python get() {
    return Once.SEARCHED.get();
  }

  /** Looked for once in a process. */
  private static final class Once {
    private static final Supplier<Python> SEARCHED = search();

    private static Supplier<Python> search() {
      String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
      String process = String.valueOf(ProcessHandle.current().pid());
      String build = System.getProperty("e2e.build", process);
      try {
        Python found = new PythonSearch(Path.of("target"), path, build).find();
        return () -> found;
      } catch (IOException | AssertionError e) {
        String line = String.valueOf(e.getMessage());
        return () -> {
          throw new AssertionError(line);
        };
      }
    }
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
}

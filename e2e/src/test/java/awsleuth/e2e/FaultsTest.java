package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.doctor.DoctorCommand;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Each fault: what boto3 raises there, the cause that its text gives, and the first causes of
 * {@code awsleuth run} and {@code awsleuth doctor}. The table is docs/doctor-faults.md, written
 * anew with -Dgolden=rewrite.
 */
class FaultsTest {

  private static final Path TABLE = Path.of("..", "docs", "doctor-faults.md");
  private static final Path PROGRAM = Path.of("src", "test", "python", "doctor_call.py");

  private static final String HEAD =
      """
      # Faults and what doctor and run say

      Each fault is made on a machine of the tests, with real servers on loopback. A boto3 program makes one call there under `awsleuth run` and
      ends with what boto3 raises; `awsleuth` reads its traceback alone; `awsleuth doctor` is started with the same settings. Where boto3 has no
      credentials its text does not say what became of instance metadata; `run` and `doctor` look.

      | fault | boto3 raises | from its text | under run | doctor's step | from doctor |
      |---|---|---|---|---|---|
      """;

  /**
   * What was seen of a fault.
   *
   * @param text the traceback
   * @param run the first cause under run
   * @param step the first step of doctor that found something
   * @param doctor its first cause
   */
  private record Seen(String text, String run, String step, String doctor) {}

  @TempDir Path folder;
  @TempDir Path programs;

  @Test
  void eachFaultHasTheSameFirstCauseFromTheTextOfBoto3UnderRunAndFromDoctor() throws Exception {
    Map<Fault, Seen> seen = new LinkedHashMap<>();
    try (FaultServers servers = new FaultServers(Files.createDirectory(folder.resolve("tls")));
        ExecutorService waiting = Executors.newCachedThreadPool();
        ExecutorService working = Executors.newFixedThreadPool(3)) {
      String python = Python.get().executable();
      Path fails = Files.writeString(programs.resolve("false"), "#!/bin/sh\nexit 1\n");
      assertThat(fails.toFile().setExecutable(true)).isTrue();
      List<Future<Seen>> all = new ArrayList<>();
      for (Fault fault : Faults.ALL) {
        // Those that wait do not keep the others from the processors.
        all.add((fault.waits() ? waiting : working).submit(() -> look(python, servers, fault)));
      }
      for (int i = 0; i < all.size(); i++) {
        seen.put(Faults.ALL.get(i), all.get(i).get());
      }
    }
    Map<String, String> causes = causes(seen);
    List<String> differing = new ArrayList<>();
    StringBuilder table = new StringBuilder(HEAD);
    seen.forEach((fault, s) -> {
      String theirs = String.valueOf(causes.get(fault.name()));
      boolean told = theirs.equals(s.doctor()) || fault.name().contains("instance");
      if (!told || !s.run().equals(s.doctor())) {
        differing.add(
            "%s: %s by the text, %s under run, %s by doctor"
                .formatted(fault.name(), theirs, s.run(), s.doctor()));
      }
      table.append(
          "| %s | `%s` | %s | %s | %s | %s |%n"
              .formatted(fault.name(), exception(s.text()), theirs, s.run(), s.step(), s.doctor()));
    });
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(TABLE, table.toString());
    }
    assertThat(differing).isEmpty();
    assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
  }

  private Seen look(String python, FaultServers servers, Fault fault) {
    try {
      Path home = Files.createTempDirectory(folder, "home");
      Map<String, String> environment = fault.make(home, servers);
      String[] call = fault.call().split(" ");
      Path ran = home.resolve("run.json");
      Run theirs =
          Awsleuth.with(
              environment,
              "run",
              "--format",
              "json",
              "--output",
              ran.toString(),
              "--",
              python,
              "-B",
              PROGRAM.toAbsolutePath().toString(),
              call[0],
              call[1],
              "1.5");
      assertThat(theirs.exitCode()).as(fault.name() + ": " + theirs.err()).isEqualTo(1);
      String run = first(JsonLines.object(Files.readString(ran)));
      Map<String, @Nullable Object> answer = doctor(fault, home, environment, call);
      return new Seen(theirs.err(), run, step(answer), first(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In this Java machine, whose code is warm, and without asking a python for its versions. */
  private Map<String, @Nullable Object> doctor(
      Fault fault, Path home, Map<String, String> environment, String[] call) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.put("PATH", programs.toString());
    Path env =
        Files.writeString(
            home.resolve("env"),
            variables.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                .collect(Collectors.joining()));
    String patience = fault.waits() ? "15" : "60";
    List<String> words =
        new ArrayList<>(
            List.of("--format", "json", "--timeout", patience, "--env", env.toString()));
    if (!call[0].equals("sts")) {
      words.addAll(List.of("--service", call[0], "--operation", call[1]));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    DoctorCommand command =
        new DoctorCommand(
            new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.PIPE));
    int exitCode =
        command.run(new CommandLine(command.spec()).parseArgs(words.toArray(String[]::new)));
    assertThat(err.toString(StandardCharsets.UTF_8)).as(fault.name()).isEmpty();
    String answer = out.toString(StandardCharsets.UTF_8);
    assertThat(exitCode).as(fault.name() + ": " + answer).isEqualTo(1);
    return JsonLines.object(answer);
  }

  /** The first causes of the texts, by the name of the fault. */
  private static Map<String, String> causes(Map<Fault, Seen> seen) throws IOException {
    String lines =
        seen.entrySet().stream()
            .map(e -> JsonLines.line(e.getKey().name(), e.getValue().text()))
            .collect(Collectors.joining());
    Run run = Awsleuth.pipe(lines, "--batch");
    Map<String, String> causes = new LinkedHashMap<>();
    JsonLines.read(run.out()).forEach(a -> causes.put(String.valueOf(a.get("id")), first(a)));
    return causes;
  }

  private static String first(Map<String, @Nullable Object> answer) {
    return answer.get("failures") instanceof List<?> failures
            && !failures.isEmpty()
            && failures.getFirst() instanceof Map<?, ?> failure
            && failure.get("causes") instanceof List<?> causes
            && !causes.isEmpty()
            && causes.getFirst() instanceof Map<?, ?> cause
        ? String.valueOf(cause.get("id"))
        : "none";
  }

  /** The first step that found something. */
  private static String step(Map<String, @Nullable Object> answer) {
    if (answer.get("steps") instanceof List<?> steps) {
      for (Object each : steps) {
        if (each instanceof Map<?, ?> step && "finding".equals(step.get("outcome"))) {
          return String.valueOf(step.get("step"));
        }
      }
    }
    return "none";
  }

  private static String exception(String traceback) {
    String last =
        traceback
            .strip()
            .lines()
            .filter(l -> l.matches("[\\w.]+(: .*)?"))
            .reduce((a, b) -> b)
            .orElse("?");
    String name = last.split(":", 2)[0];
    return name.substring(name.lastIndexOf('.') + 1);
  }
}

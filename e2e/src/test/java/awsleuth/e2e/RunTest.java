package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real programs under {@code awsleuth run}: unchanged, and their failures with the right cause. */
class RunTest {

  private static final Path PROGRAMS = Path.of("src", "test", "python").toAbsolutePath();
  private static final long MINUTES = 3;

  /** Faults of run_faults.py and the first answer that each shall have. */
  private static final Map<String, String> FAULTS =
      Map.ofEntries(
          Map.entry("expired", "credentials/expired-token"),
          Map.entry("explicit", "credentials/expired-token"),
          Map.entry("denied", "permissions/no-identity-allow"),
          Map.entry("throttled", "throttling/api-rate"),
          Map.entry("parameters", "parameters/wrong-type"),
          Map.entry("refused", "network/local-endpoint-down"),
          Map.entry("slow", "network/read-timeout"),
          Map.entry("nobody", "credentials/none-found"),
          Map.entry("nowhere", "network/no-region"),
          Map.entry("other_region", "network/bucket-in-other-region"),
          Map.entry("no_profile", "credentials/profile-not-found"));

  /** QUIT first, of which one to the group is a case of its own. */
  private static final List<String> SIGNALS =
      List.of("QUIT", "WINCH", "CONT", "ALRM", "USR1", "USR2", "HUP", "INT", "TERM", "PROF");

  private static String python = "";

  @TempDir Path folder;

  /** A program that ran, with each byte of its outputs as the character of its number. */
  private record Ran(int code, String out, String err) {

    String said() {
      return new String(err.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }

  @BeforeAll
  static void find() throws IOException {
    python = Python.get().python();
  }

  private List<String> awsleuth(String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "awsleuth.app.Main",
                "run"));
    words.addAll(List.of(options));
    words.add("--");
    return words;
  }

  private Ran run(List<String> words, Map<String, String> environment, byte[] input)
      throws IOException {
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

  private static List<String> joined(List<String> a, String... b) {
    List<String> all = new ArrayList<>(a);
    all.addAll(List.of(b));
    return all;
  }

  private Map<String, String> environment() throws IOException {
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

  @Test
  void aProgramThatUsesAllIsTheSameByteForByte() throws IOException {
    byte[] input = new byte[200_000];
    new Random(5).nextBytes(input);
    for (String end : List.of("33", "signal")) {
      String program = PROGRAMS.resolve("run_program.py").toString();
      Ran plain = run(List.of(python, program, end), environment(), input);
      Path diagnosis = folder.resolve("diagnosis");
      Path record = folder.resolve("record");
      Ran watched =
          run(
              joined(
                  awsleuth("--output", diagnosis.toString(), "--record", record.toString()),
                  python,
                  program,
                  end),
              environment(),
              input);
      assertThat(watched.out()).isEqualTo(plain.out());
      // Two processes that start at once write their lines in either order, watched or not.
      assertThat(watched.err().split("(?<=\n)"))
          .containsExactlyInAnyOrder(plain.err().split("(?<=\n)"));
      assertThat(watched.code()).isEqualTo(end.equals("signal") ? 143 : plain.code());
      // 20 of threads, 3 and 3 of multiprocessing, 2 of a child, 1 of a fork, 1 at last.
      assertThat(Files.readString(diagnosis))
          .contains(end.equals("signal") ? "AWS calls" : "30 AWS calls", "none failed");
    }
  }

  @Test
  void aPythonThatKeepsTheObserverOutRunsAllTheSame() throws IOException {
    String code = "import sys; sys.stdout.write('out'); sys.exit(5)";
    for (String option : List.of("-S", "-I", "-E")) {
      Ran ran = run(joined(awsleuth(), python, option, "-c", code), environment(), new byte[0]);
      assertThat(ran.code()).isEqualTo(5);
      assertThat(ran.out()).isEqualTo("out");
      assertThat(ran.said()).contains("cannot watch this program", "no AWS call could be watched");
    }
  }

  @Test
  void theTracebackOfAFailureHasNoLineMore() throws IOException {
    Map<String, String> environment = faulty("denied");
    String program = PROGRAMS.resolve("run_faults.py").toString();
    Ran plain = run(List.of(python, program, "denied"), environment, new byte[0]);
    Path diagnosis = folder.resolve("diagnosis");
    Ran watched =
        run(
            joined(awsleuth("--output", diagnosis.toString()), python, program, "denied"),
            environment,
            new byte[0]);
    assertThat(watched.said()).isEqualTo(plain.said()).contains("Traceback");
    assertThat(watched.code()).isEqualTo(1);
  }

  private Map<String, String> faulty(String fault) throws IOException {
    Map<String, String> environment = new HashMap<>(environment());
    environment.remove("PYTHONPATH");
    if (!fault.equals("nobody")) {
      environment.put("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE");
      environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
      environment.put("AWS_SESSION_TOKEN", "IQoJb3JpZ2luX2VjEXAMPLETOKEN");
    }
    return environment;
  }

  @TestFactory
  List<DynamicTest> eachFaultHasItsCauseFirst() {
    List<DynamicTest> tests = new ArrayList<>();
    FAULTS.forEach(
        (fault, cause) -> tests.add(DynamicTest.dynamicTest(fault, () -> isFirst(fault, cause))));
    return tests;
  }

  private void isFirst(String fault, String cause) throws IOException {
    Path out = folder.resolve(fault + ".json");
    Path record = folder.resolve(fault + ".jsonl");
    List<String> words =
        joined(
            awsleuth("--format", "json", "--output", out.toString(), "--record", record.toString()),
            python,
            PROGRAMS.resolve("run_faults.py").toString(),
            fault);
    Ran ran = run(words, faulty(fault), new byte[0]);
    assertThat(ran.code()).isEqualTo(1);
    Map<String, @Nullable Object> document = JsonLines.object(Files.readString(out));
    assertThat(first(document)).as(Files.readString(record)).isEqualTo(cause);
    assertThat(Files.readString(out)).contains("\"endings\":[\"fatal\"]");
    assertThat(Files.readString(record)).doesNotContain("wJalrXUtn", "IQoJb3JpZ2lu", "ASIAIOSF");
    Run again = Awsleuth.run("--format", "json", record.toString());
    assertThat(first(JsonLines.object(again.out()))).isEqualTo(cause);
  }

  private static @Nullable Object first(Map<String, @Nullable Object> document) {
    List<?> failures = (List<?>) Objects.requireNonNull(document.get("failures"));
    Map<?, ?> failure = (Map<?, ?>) failures.getFirst();
    List<?> causes = (List<?>) Objects.requireNonNull(failure.get("causes"));
    return causes.isEmpty() ? "none" : ((Map<?, ?>) causes.getFirst()).get("id");
  }

  @Test
  void aSecretIsNeitherInTheRecordNorInTheDiagnosis() throws IOException {
    Path record = folder.resolve("secrets.jsonl");
    Ran ran =
        run(
            joined(
                awsleuth("--record", record.toString(), "--all"),
                python,
                PROGRAMS.resolve("run_faults.py").toString(),
                "secrets",
                "caught"),
            faulty("secrets"),
            new byte[0]);
    assertThat(ran.code()).isZero();
    assertThat(ran.said())
        .contains("The program caught this failure and went on to its end")
        .doesNotContain("hunter2", "swordfish");
    assertThat(Files.readString(record))
        .contains("CreateSecret")
        .doesNotContain("hunter2", "swordfish");
  }

  /** Each variable that botocore takes for a secret, and each form of a proxy's URL. */
  private static Map<String, String> secretVariables() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY", "inside-key",
        "AWS_SESSION_TOKEN", "inside-session",
        "AWS_SECURITY_TOKEN", "inside-security",
        "AWS_BEARER_TOKEN_BEDROCK", "inside-bearer",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN", "inside-container",
        "HTTPS_PROXY", "alice:inside-https@proxy:3128",
        "FTP_PROXY", "http://bob:p@inside-ftp@proxy:3128",
        "all_proxy", "//bob:p/inside-all@proxy:3128",
        "NO_PROXY", "127.0.0.1,localhost");
  }

  @Test
  void noSecretAndNothingOfWhatACallCarriesComesOut() throws IOException {
    Path record = folder.resolve("inside.jsonl");
    Path out = folder.resolve("inside.json");
    Map<String, String> environment = new HashMap<>(faulty("nobody"));
    environment.putAll(secretVariables());
    Ran ran =
        run(
            joined(
                awsleuth(
                    "--format",
                    "json",
                    "--all",
                    "--output",
                    out.toString(),
                    "--record",
                    record.toString()),
                python,
                PROGRAMS.resolve("run_secrets.py").toString()),
            environment,
            new byte[0]);
    assertThat(ran.code()).isEqualTo(1);
    String kept = Files.readString(record);
    assertThat(kept)
        .contains("PutObject", "PutItem", "CreateSecret", "PutEvents", "\"died\"")
        .contains("AWS_BEARER_TOKEN_BEDROCK", "\"proxy:3128\"", "\"http://proxy:3128\"")
        .contains("value: (content), type: <class 'dict'>")
        .doesNotContain("\"missed\"")
        .doesNotContain("inside-", "inside\\", "inside ", "7777777777", "IOSFODNN");
    assertThat(Files.readString(out)).doesNotContain("inside", "7777777777", "IOSFODNN");
  }

  /** Starts awsleuth in a group of its own, in which a program counts its signals. */
  private Process counting(String... how) throws IOException {
    // Whoever starts the build in the background has it ignore INT and QUIT, which is inherited.
    String own =
        "import os, signal, sys; [signal.signal(s, signal.SIG_DFL) for s in (2, 3)];"
            + " os.setsid(); os.execvp(sys.argv[1], sys.argv[1:])";
    List<String> words = new ArrayList<>(List.of(python, "-c", own));
    words.addAll(awsleuth("--output", folder.resolve("diagnosis").toString()));
    words.add(python);
    words.add(PROGRAMS.resolve("run_signals.py").toString());
    words.addAll(List.of(how));
    return new ProcessBuilder(words).redirectError(folder.resolve("err").toFile()).start();
  }

  private static void send(String name, long to) throws IOException {
    try {
      Process kill =
          new ProcessBuilder("kill", "-s", name, "--", Long.toString(to)).inheritIO().start();
      assertThat(kill.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(kill.exitValue()).as(name).isZero();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int ended(Process process) {
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void eachSignalForAwsleuthAloneComesOnce() throws IOException {
    Process process = counting("count");
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("ready");
      for (String name : SIGNALS) {
        send(name, process.pid());
        assertThat(out.readLine()).isEqualTo("SIG" + name);
      }
      // What would come a second time comes before this one.
      send("USR1", process.pid());
      assertThat(out.readLine()).isEqualTo("SIGUSR1");
      process.getOutputStream().close();
      assertThat(out.readLine()).isEqualTo("end");
    }
    assertThat(ended(process)).isEqualTo(7);
  }

  @Test
  void eachSignalForTheGroupComesOnce() throws IOException {
    Process process = counting("count");
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("ready");
      long companion = companion(process, 0);
      for (String name : SIGNALS.subList(1, SIGNALS.size())) {
        send(name, -process.pid());
        assertThat(out.readLine()).isEqualTo("SIG" + name);
        // It is known to be the group's when there is another one.
        companion = companion(process, companion);
      }
      process.getOutputStream().close();
      assertThat(out.readLine()).isEqualTo("end");
    }
    assertThat(ended(process)).isEqualTo(7);
  }

  /** The process that tells signals for the group, other than the one before. */
  private static long companion(Process awsleuth, long before) {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (System.nanoTime() < until) {
      for (ProcessHandle child : awsleuth.children().toList()) {
        boolean waits =
            child.children().anyMatch(c -> c.info().command().orElse("").endsWith("/cat"));
        if (waits && child.pid() != before) {
          return child.pid();
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("none but " + before);
  }

  @Test
  void aProgramThatASignalEndsIsReportedSo() throws IOException {
    for (boolean group : List.of(false, true)) {
      Process process = counting("die");
      try (BufferedReader out = process.inputReader()) {
        assertThat(out.readLine()).isEqualTo("ready");
        send("QUIT", group ? -process.pid() : process.pid());
        assertThat(out.readLine()).isNull();
      }
      assertThat(ended(process)).isEqualTo(131);
    }
  }

  @Test
  void aSignalThatIsIgnoredStaysSo() throws IOException {
    String script = "trap '' HUP USR1 INT; exec \"$@\"";
    List<String> words =
        joined(List.of("sh", "-c", script, "sh"), awsleuth().toArray(String[]::new));
    words.add(python);
    words.add(PROGRAMS.resolve("run_signals.py").toString());
    words.add("ignored");
    assertThat(run(words, environment(), new byte[0]).out()).isEqualTo("SIGHUP SIGINT SIGUSR1\n");
  }

  @Test
  void callsThatEndWithABuiltInExceptionAreSeenAndTheirTracebackHasNoLineMore() throws IOException {
    for (String fault : List.of("page", "no_token_file", "no_process")) {
      Path out = folder.resolve("built-in");
      String program = PROGRAMS.resolve("run_faults.py").toString();
      Map<String, String> environment = faulty(fault);
      Ran plain = run(List.of(python, program, fault), environment, new byte[0]);
      Ran died =
          run(
              joined(awsleuth("--output", out.toString()), python, program, fault),
              environment,
              new byte[0]);
      assertThat(died.said()).isEqualTo(plain.said()).contains("Error: ");
      Ran caught =
          run(joined(awsleuth(), python, program, fault, "caught"), environment, new byte[0]);
      assertThat(caught.said()).contains("1 AWS call in ", ": 1 failed").doesNotContain("kept");
      assertThat(caught.said()).contains("error  ");
    }
  }

  @Test
  void noWordOfCallsThatCannotBeSeen() throws IOException {
    String script = "\"$0\" -E -c 'import boto3'; exec \"$0\" -c pass";
    Ran ran = run(joined(awsleuth(), "sh", "-c", script, python), environment(), new byte[0]);
    assertThat(ran.said()).contains("awsleuth: no AWS call was seen\n");
  }

  @Test
  void failuresThatAreAllDifferentAreCountedAndDoNotFillTheRecord() throws IOException {
    Path record = folder.resolve("many.jsonl");
    String program = PROGRAMS.resolve("run_many.py").toString();
    Ran ran =
        run(
            joined(awsleuth("--record", record.toString()), python, program, "1500"),
            faulty("many"),
            new byte[0]);
    assertThat(ran.code()).isZero();
    assertThat(ran.said()).contains("1,501 AWS calls in ", ": 1501 failed");
    assertThat(Files.readString(record).split("\"kind\": \"call\",", -1)).hasSize(1012);
    // A failure of another kind is told although a thousand came before.
    assertThat(ran.said()).contains("calling GetQueueUrl");
  }

  @Test
  void aForkedProcessKnowsWhatItsClientsWereAskedFor() throws IOException {
    Path record = folder.resolve("forked.jsonl");
    String program = PROGRAMS.resolve("run_forked.py").toString();
    run(
        joined(awsleuth("--record", record.toString()), python, program),
        faulty("forked"),
        new byte[0]);
    List<Map<String, @Nullable Object>> clients =
        Files.readAllLines(record).stream()
            .map(JsonLines::object)
            .filter(l -> "client".equals(l.get("kind")))
            .toList();
    assertThat(clients).extracting(c -> c.get("service")).containsExactly("sqs", "sqs", "sns");
    assertThat(clients)
        .allSatisfy(c -> {
          assertThat(String.valueOf(c.get("asked"))).contains("endpoint_url", "http://127");
          assertThat(String.valueOf(c.get("place"))).contains("run_fa");
        });
  }

  @Test
  void parametersTooLongForTheRecordAreToldByTheirTypeAndSize() throws IOException {
    Path record = folder.resolve("long.jsonl");
    String program = PROGRAMS.resolve("run_faults.py").toString();
    Ran ran =
        run(
            joined(awsleuth("--record", record.toString()), python, program, "long"),
            faulty("long"),
            new byte[0]);
    assertThat(ran.said()).contains("error  AccessDeniedException calling DescribeParameters");
    for (String line : Files.readAllLines(record)) {
      assertThat(JsonLines.object(line)).as(line).isNotEmpty();
      assertThat(line.length()).isLessThanOrEqualTo(64 << 10);
    }
    assertThat(Files.readString(record))
        .contains("\"MaxResults\": 7, \"ParameterFilters\": {\"$hidden\": \"list\", \"size\": 10}");
  }

  @Test
  void whatAProgramDiedOfIsToldWhereTheRecordIsFull() throws IOException {
    String program = PROGRAMS.resolve("run_many.py").toString();
    Ran ran = run(joined(awsleuth(), python, program, "10", "full"), faulty("many"), new byte[0]);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.said()).contains("error  ExpiredToken calling GetCallerIdentity");
  }

  @Test
  void aCallThatSucceedsOnlyAfterARetryIsRemarkedUpon() throws IOException {
    Ran ran =
        run(
            joined(awsleuth(), python, PROGRAMS.resolve("run_faults.py").toString(), "recovers"),
            faulty("recovers"),
            new byte[0]);
    assertThat(ran.code()).isZero();
    assertThat(ran.said())
        .contains("none failed, 1 succeeded only after retries")
        .contains("DescribeLogGroups of logs succeeded with request 2");
  }

  @Test
  void theAwsCommandIsWatchedToo() throws IOException {
    Map<String, String> environment = new HashMap<>(faulty("refused"));
    environment.put("AWS_DEFAULT_REGION", "eu-west-1");
    environment.put("AWS_MAX_ATTEMPTS", "2");
    List<String> aws =
        List.of(Python.get().aws(), "sqs", "list-queues", "--endpoint-url", "http://127.0.0.1:1");
    Ran plain = run(aws, environment, new byte[0]);
    Path out = folder.resolve("aws.json");
    Ran ran =
        run(
            joined(
                awsleuth("--format", "json", "--output", out.toString()),
                aws.toArray(String[]::new)),
            environment,
            new byte[0]);
    assertThat(ran.code()).isEqualTo(plain.code());
    assertThat(ran.said()).isEqualTo(plain.said());
    Map<String, @Nullable Object> document = JsonLines.object(Files.readString(out));
    assertThat(first(document)).isEqualTo("network/local-endpoint-down");
    assertThat(Files.readString(out)).contains("2 requests in ");
  }

  @Test
  void whatBotocoreLooksForAndDoesNotFindIsNoFailure() throws IOException {
    Path out = folder.resolve("once.json");
    Ran ran =
        run(
            joined(
                awsleuth("--format", "json", "--output", out.toString()),
                Python.get().aws(),
                "sqs",
                "list-queues"),
            faulty("nowhere"),
            new byte[0]);
    assertThat(ran.code()).isNotZero();
    Map<String, @Nullable Object> document = JsonLines.object(Files.readString(out));
    assertThat((List<?>) document.get("failures")).hasSize(1);
    assertThat(first(document)).isEqualTo("network/no-region");
  }
}

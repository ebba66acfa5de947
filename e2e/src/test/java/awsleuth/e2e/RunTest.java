package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real programs under {@code awsleuth run}: unchanged, and their failures with the right cause. */
class RunTest extends UnderRun {

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
  void wordsAndVariablesThatAreNoTextAreTheSameByteForByte() throws IOException {
    String code = "import os, sys; print(os.environb[b'MARK'], [*map(os.fsencode, sys.argv)])";
    String words = "MARK=$(printf 'v\\351') exec \"$@\" \"$(printf 'caf\\351')\" '' \u00e9";
    List<String> shell = List.of("/bin/sh", "-c", words, "sh");
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("LC_ALL", "C.UTF-8");
    List<String> program = List.of(python, "-c", code);
    Ran plain = run(joined(shell, program.toArray(String[]::new)), environment, new byte[0]);
    assertThat(plain.out()).contains("v\\xe9", "caf\\xe9");
    List<String> watched = joined(shell, awsleuth().toArray(String[]::new));
    watched.addAll(program);
    assertThat(run(watched, environment, new byte[0]).out()).isEqualTo(plain.out());
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

package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code awsleuth doctor} against moto's server and the python of this machine. */
class DoctorTest {

  private static Map<String, String> outcomes(Map<String, @Nullable Object> answer) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    if (answer.get("steps") instanceof List<?> steps) {
      for (Object each : steps) {
        if (each instanceof Map<?, ?> step) {
          outcomes.put(String.valueOf(step.get("step")), String.valueOf(step.get("outcome")));
        }
      }
    }
    return outcomes;
  }

  @Test
  void whereAllIsReachableEveryStepIsWellUpToTheCallItself() throws IOException {
    Python.get();
    try (MotoWorld world = MotoWorld.open()) {
      Map<String, String> environment = new LinkedHashMap<>(world.environment());
      environment.put("AWS_EC2_METADATA_DISABLED", "true");
      for (String call : List.of("s3 ListBuckets", "sqs ListQueues", "iam ListUsers")) {
        String[] of = call.split(" ");
        Run run =
            Awsleuth.with(
                environment,
                "doctor",
                "--timeout",
                "60",
                "--format",
                "json",
                "--service",
                of[0],
                "--operation",
                of[1]);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).as(run.out()).isZero();
        Map<String, String> outcomes = outcomes(JsonLines.object(run.out()));
        Set<String> kinds = new TreeSet<>(outcomes.values());
        assertThat(kinds).as(run.out()).containsExactly("ok");
        assertThat(outcomes).containsKeys("python", "identity", "call");
        assertThat(run.out())
            .contains("\"botocore\":\"", "arn:aws:")
            .doesNotContain("not-for-output-either");
      }
    }
  }

  @Test
  void eachCommandThatIsPrintedRunsAndShowsTheSame() throws IOException {
    Python python = Python.get();
    try (MotoWorld world = MotoWorld.open()) {
      Map<String, String> environment = new LinkedHashMap<>(world.environment());
      environment.put("AWS_EC2_METADATA_DISABLED", "true");
      Path aws = Path.of(python.aws()).getParent();
      environment.put("PATH", aws + ":" + System.getenv("PATH"));
      Run run =
          Awsleuth.with(
              environment,
              "doctor",
              "--format",
              "json",
              "--timeout",
              "60",
              "--service",
              "sqs",
              "--operation",
              "ListQueues");
      for (Map<?, ?> step : steps(JsonLines.object(run.out()))) {
        for (Object command : (List<?>) Objects.requireNonNull(step.get("by_hand"))) {
          String line = String.valueOf(command);
          boolean ours = line.startsWith("awsleuth ");
          boolean absent = "metadata".equals(step.get("step")) || line.startsWith("env | grep");
          if (!absent) {
            Run byHand =
                ours
                    ? Awsleuth.with(environment, line.substring("awsleuth ".length()).split(" "))
                    : Run.of(List.of("sh", "-c", line), "", environment);
            assertThat(byHand.exitCode()).as(line + ": " + byHand.err()).isZero();
            shows(String.valueOf(step.get("step")), String.valueOf(step.get("summary")), byHand);
          }
        }
      }
    }
  }

  /** The command, not its parts: what it takes to start is measured beside it. */
  @Test
  void theCommandEndsInTheTimeAllowedPlusASecond() throws IOException {
    try (ScriptedServer deaf = ScriptedServer.deaf()) {
      Map<String, String> environment =
          Map.of(
              "PATH",
              "/nowhere",
              "AWS_ENDPOINT_URL",
              deaf.https(),
              "AWS_DEFAULT_REGION",
              "eu-west-1",
              "AWS_EC2_METADATA_SERVICE_ENDPOINT",
              deaf.http());
      long began = System.nanoTime();
      assertThat(Awsleuth.with(environment, "causes").exitCode()).isZero();
      long started = System.nanoTime();
      Run run = Awsleuth.with(environment, "doctor", "--timeout", "2");
      Duration doctor = Duration.ofNanos(System.nanoTime() - started);
      assertThat(run.out()).contains("no connection within ");
      assertThat(doctor.minusNanos(started - began)).isLessThan(Duration.ofSeconds(3));
    }
  }

  /** What a command shows of what its step says. */
  private static void shows(String step, String summary, Run byHand) {
    String shown = byHand.out() + byHand.err();
    switch (step) {
      case "python" -> assertThat(summary).contains(shown.split(" ")[0]);
      case "region" -> assertThat(shown).contains(summary.split(" ")[0]);
      case "dns" -> assertThat(shown).contains(summary.split(" ")[0]);
      case "config" -> assertThat(shown).contains("profile", "Location");
      case "credentials" -> {
        String key = summary.replaceFirst("(?s).*key (\\S+).*", "$1");
        assertThat(shown).contains(key.substring(key.indexOf('…') + 1));
      }
      case "endpoint" -> assertThat(shown).contains(summary.split(" ")[0]);
      case "tcp", "proxy" -> assertThat(shown).contains("Connected to 127.0.0.1");
      case "http" -> assertThat(shown).contains(summary.substring(summary.lastIndexOf(' ') + 1));
      case "clock" -> assertThat(shown.toLowerCase(Locale.ROOT)).contains("date: ");
      case "identity" -> assertThat(shown).contains(summary);
      case "call" -> assertThat(byHand.err()).isEmpty();
      default -> throw new AssertionError("no command is expected of " + step);
    }
  }

  private static List<Map<String, @Nullable Object>> steps(Map<String, @Nullable Object> answer) {
    List<Map<String, @Nullable Object>> steps = new ArrayList<>();
    for (Object each : (List<?>) Objects.requireNonNull(answer.get("steps"))) {
      Map<String, @Nullable Object> step = new LinkedHashMap<>();
      ((Map<?, ?>) each).forEach((name, value) -> step.put(String.valueOf(name), value));
      steps.add(step);
    }
    return steps;
  }
}

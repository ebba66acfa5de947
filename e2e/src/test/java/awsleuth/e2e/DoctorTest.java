package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}

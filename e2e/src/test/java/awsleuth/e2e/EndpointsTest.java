package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Where calls are sent and how they are signed, beside what the real botocore does with the same
 * generated calls. {@code -Dendpoint.seed=N} makes others, {@code -Dendpoint.cases=N} more.
 */
class EndpointsTest {

  /** Errors of Python's that botocore did not mean; only their class is compared. */
  private static final Set<String> LEAKED =
      Set.of("AttributeError", "TypeError", "KeyError", "json.decoder.JSONDecodeError");

  @Test
  void everyCallGoesWhereBotocoreSendsIt() throws IOException {
    long seed = Long.getLong("endpoint.seed", 1);
    System.out.println("-Dendpoint.seed=" + seed);
    String cases = System.getProperty("endpoint.cases", "400");
    Run botocore = Python.get().program("endpoints.py", String.valueOf(seed), cases);
    assertThat(botocore.exitCode()).as(botocore.err()).isZero();
    Run awsleuth = Awsleuth.pipe(botocore.out(), "endpoint", "--batch");
    assertThat(awsleuth.exitCode()).as(awsleuth.err()).isZero();
    List<Map<String, @Nullable Object>> calls = JsonLines.read(botocore.out());
    List<Map<String, @Nullable Object>> answers = JsonLines.read(awsleuth.out());
    assertThat(calls).hasSize(Integer.parseInt(cases));
    assertThat(answers).hasSameSizeAs(calls);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Object expected = comparable(calls.get(i).get("expect"));
      Object given = comparable(answers.get(i).get("expect"));
      if (expected == null || !expected.equals(given)) {
        differences.add("botocore: " + expected + "\nawsleuth: " + given + "\n" + calls.get(i));
      }
    }
    assertThat(differences).as("seed " + seed).isEmpty();
  }

  private static @Nullable Object comparable(@Nullable Object outcome) {
    if (outcome instanceof Map<?, ?> map
        && map.get("error") instanceof Map<?, ?> error
        && LEAKED.contains(String.valueOf(error.get("exception")))) {
      return error.get("exception");
    }
    return outcome;
  }
}

package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Made-up machines: {@code awsleuth credentials --batch} says what the installed boto3 does on
 * each. {@code -Dcredentials.seed} and {@code -Dcredentials.cases} choose others; the seed is in
 * the failure.
 */
class CredentialsDifferentialTest {

  private static final int SHOWN = 5;

  @Test
  void theBatchSaysWhatBoto3Does() throws IOException {
    String seed = System.getProperty("credentials.seed", "1");
    String cases = System.getProperty("credentials.cases", "250");
    Run program = Python.get().program("credential_cases.py", seed, cases);
    assertThat(program.exitCode()).as(program.err()).isZero();
    List<Map<String, @Nullable Object>> records = JsonLines.read(program.out());
    Run run = Awsleuth.pipe(program.out(), "credentials", "--batch", "--reveal");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Map<String, @Nullable Object>> answers = JsonLines.read(run.out());
    assertThat(records).hasSize(Integer.parseInt(cases));
    assertThat(answers).hasSameSizeAs(records);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      assertThat(answers.get(i).get("id")).isEqualTo(records.get(i).get("id"));
      compare(records.get(i), answers.get(i), differences);
    }
    assertThat(differences.stream().limit(SHOWN))
        .as("seed %s, %d of %s differ", seed, differences.size(), cases)
        .isEmpty();
  }

  private static void compare(
      Map<String, @Nullable Object> record,
      Map<String, @Nullable Object> answer,
      List<String> differences) {
    Object wanted = record.get("expect");
    if (!String.valueOf(answer.get("expect")).equals(String.valueOf(wanted))) {
      Map<String, @Nullable Object> input = new LinkedHashMap<>(record);
      input.remove("expect");
      differences.add("\nwant " + wanted + "\ngot  " + answer.get("expect") + "\nfor  " + input);
    }
  }
}

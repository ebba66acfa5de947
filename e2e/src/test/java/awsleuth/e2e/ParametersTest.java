package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * {@code awsleuth params --batch} against the installed botocore, on generated calls; {@code
 * -Dparams.seed} makes others.
 */
class ParametersTest {

  private static final int SERVICES = 40;
  private static final int CALLS = 60;
  private static final int MOST_SHOWN = 10;

  @Test
  void everyCallComesToWhatBotocoreMakesOfIt() throws IOException {
    String used = System.getProperty("params.seed", "1");
    Run python =
        Python.get()
            .program("parameter_calls.py", used, String.valueOf(SERVICES), String.valueOf(CALLS));
    assertThat(python.exitCode()).as(python.err()).isZero();
    List<String> expected = python.out().lines().toList();
    Run awsleuth = Awsleuth.pipe(python.out(), "params", "--batch");
    List<String> answers = awsleuth.out().lines().toList();
    assertThat(answers).as(awsleuth.err()).hasSize(SERVICES * CALLS).hasSameSizeAs(expected);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      compare(expected.get(i), answers.get(i), differences);
    }
    assertThat(differences.subList(0, Math.min(MOST_SHOWN, differences.size())))
        .as(differences.size() + " differences, seed " + used)
        .isEmpty();
  }

  private static void compare(String line, String answer, List<String> differences) {
    Map<String, @Nullable Object> got = JsonLines.object(answer);
    if (JsonLines.object(line).get("expect") instanceof Map<?, ?> expect) {
      for (String part : List.of("validate", "client")) {
        Object wanted = portable(expect.get(part));
        if (!String.valueOf(wanted).equals(String.valueOf(portable(got.get(part))))) {
          differences.add(line + "\n  botocore: " + wanted + "\n  awsleuth: " + got.get(part));
        }
      }
    }
  }

  /** Messages of Python's own exceptions are Python's; only the class of these is compared. */
  private static @Nullable Object portable(@Nullable Object part) {
    boolean builtin =
        part instanceof Map<?, ?> map
            && map.get("exception") instanceof String name
            && name.indexOf('.') < 0;
    return builtin && part instanceof Map<?, ?> map ? map.get("exception") : part;
  }
}

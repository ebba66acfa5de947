package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Errors raised on the spot by the installed boto3, read back from every text they leave. */
class RealErrorsTest {

  private static final int CLASSES = 70;

  private static List<RealError> errors = List.of();
  private static Map<String, @Nullable Object> summary = Map.of();

  @BeforeAll
  static void raise() throws IOException {
    Run run = Python.get().program("real_errors.py");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<RealError> read = new ArrayList<>();
    for (Map<String, @Nullable Object> line : JsonLines.read(run.out())) {
      if (line.containsKey("raised")) {
        summary = line;
      } else {
        read.add(RealError.of(line));
      }
    }
    errors = List.copyOf(read);
  }

  @Test
  void boto3RaisesNearlyAllItsClassesHere() {
    assertThat((List<?>) summary.get("raised")).hasSizeGreaterThanOrEqualTo(CLASSES);
  }

  @Test
  void everyClassIsRaisedHereOrListedWithTheReasonWhyNot() {
    assertThat((List<?>) summary.get("unlisted")).isEmpty();
  }

  @Test
  void allThatATextShowsIsReadAndNothingElse() throws IOException {
    StringBuilder input = new StringBuilder();
    errors.forEach(e -> input.append(JsonLines.line(e.id(), e.text())));
    Run run = Awsleuth.pipe(input.toString(), "diagnose", "--batch");
    Map<String, Map<String, @Nullable Object>> answers = new HashMap<>();
    JsonLines.read(run.out()).forEach(a -> answers.put((String) a.get("id"), a));
    assertThat(answers).as(run.err()).hasSameSizeAs(errors);
    Differences differences = new Differences();
    errors.forEach(e -> differences.compare(e, callOf(answers, e)));
    assertThat(differences.isEmpty()).as(differences.toString()).isTrue();
  }

  private static @Nullable Map<?, ?> callOf(
      Map<String, Map<String, @Nullable Object>> answers, RealError error) {
    Map<String, @Nullable Object> answer = answers.get(error.id());
    return answer == null ? null : JsonLines.firstCall(answer);
  }
}

package awsleuth.core.read.document;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.UsageFigure;
import org.junit.jupiter.api.Test;

/** When the highest value of a metric was, however the answer writes times. */
class UsageReaderTest {

  private static String at(String times) {
    String answer =
        "{\"MetricDataResults\": [{\"Label\": \"GetParameter\", \"Timestamps\": "
            + times
            + ", \"Values\": [1.0, 7.0]}]}";
    return UsageReader.read(new Artifact("usage.json", Kind.USAGE, answer)).stream()
        .map(e -> ((UsageFigure) e).at())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void secondsAreADate() {
    assertThat(at("[1795884176, 1795884236]")).isEqualTo("2026-11-28T16:43:56Z");
    assertThat(at("[\"1795884176\", \"1795884236\"]")).isEqualTo("2026-11-28T16:43:56Z");
    assertThat(at("[1795884176.0, 1.795884236E9]")).isEqualTo("2026-11-28T16:43:56Z");
  }

  @Test
  void othersStandAsTheyAreWritten() {
    assertThat(at("[\"a\", \"2026-11-28T16:43:56+00:00\"]")).isEqualTo("2026-11-28T16:43:56+00:00");
    assertThat(at("[1795884176]")).isEmpty();
    assertThat(at("[0, 1e29]")).isEmpty();
  }
}

package awsleuth.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.collect.doctor.Progress;
import awsleuth.collect.doctor.StepKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a terminal shows while an examination goes on. */
class StepProgressTest {

  private static String shown(boolean terminal) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
    StepProgress progress = new StepProgress(err, terminal);
    progress.told(new Progress.Waiting(List.of(StepKind.CREDENTIALS, StepKind.DNS, StepKind.DNS)));
    progress.done();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatHangsIsNamedWhileItDoes() {
    assertThat(shown(true))
        .isEqualTo("\r\u001b[Kawsleuth: 0 steps, waiting for credentials, dns\r\u001b[K");
  }

  @Test
  void aPipeIsToldNothing() {
    assertThat(shown(false)).isEmpty();
  }
}

package awsleuth.collect.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.credentials.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ProgramRunTest {

  @Test
  void aProgramThatPrintsWithoutEndIsNotWaitedFor() {
    ProgramRun run =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> ProgramRun.of(List.of("yes"), Map.of(), 0));
    assertThat(run.answer()).isInstanceOf(Answer.None.class);
    assertThat(run.words()).isEqualTo("it did not end within 0 s");
  }

  @Test
  void aProgramThatIsNotThereIsToldFromOneThatFails() {
    ProgramRun none = ProgramRun.of(List.of("no-such-python"), Map.of(), 1);
    assertThat(none.answer()).isInstanceOf(Answer.NoProgram.class);
    ProgramRun failing = ProgramRun.of(List.of("sh", "-c", "echo a; echo b >&2; exit 3"), Map.of());
    assertThat(failing.answer()).isEqualTo(new Answer.Ended(3, "a\n", "b\n"));
  }
}

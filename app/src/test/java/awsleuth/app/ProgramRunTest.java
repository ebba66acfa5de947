package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.app.command.InstalledBotocore;
import awsleuth.app.input.InputException;
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
    assertThatThrownBy(() -> InstalledBotocore.printed(run))
        .hasMessage("--botocore auto: no answer of python3: it did not end within 0 s");
  }

  @Test
  void aPythonWithoutBotocoreIsToldFromNoPython() throws InputException {
    assertThat(InstalledBotocore.printed(ended(0, "/opt/botocore\n"))).isEqualTo("/opt/botocore");
    assertThatThrownBy(() -> InstalledBotocore.printed(ended(1, "")))
        .hasMessage("--botocore auto: the python3 on the PATH has no botocore");
    ProgramRun none = ProgramRun.of(List.of("no-such-python"), Map.of(), 1);
    assertThatThrownBy(() -> InstalledBotocore.printed(none))
        .hasMessage("--botocore auto: no answer of python3: there is no such program");
  }

  private static ProgramRun ended(int code, String output) {
    return new ProgramRun(new Answer.Ended(code, output, ""), "exit code " + code);
  }
}

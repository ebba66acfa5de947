package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.app.command.InstalledBotocore;
import awsleuth.app.input.InputException;
import awsleuth.boto.credentials.Answer;
import awsleuth.collect.credentials.ProgramRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstalledBotocoreTest {

  @Test
  void aPythonWithoutBotocoreIsToldFromNoPython() throws InputException {
    assertThat(InstalledBotocore.printed(ended(0, "/opt/botocore\n"))).isEqualTo("/opt/botocore");
    assertThatThrownBy(() -> InstalledBotocore.printed(ended(1, "")))
        .hasMessage("--botocore auto: the python3 on the PATH has no botocore");
    ProgramRun none = ProgramRun.of(List.of("no-such-python"), Map.of(), 1);
    assertThatThrownBy(() -> InstalledBotocore.printed(none))
        .hasMessage("--botocore auto: no answer of python3: there is no such program");
    ProgramRun slow = ProgramRun.of(List.of("yes"), Map.of(), 0);
    assertThatThrownBy(() -> InstalledBotocore.printed(slow))
        .hasMessage("--botocore auto: no answer of python3: it did not end within 0 s");
  }

  private static ProgramRun ended(int code, String output) {
    return new ProgramRun(new Answer.Ended(code, output, ""), "exit code " + code);
  }
}

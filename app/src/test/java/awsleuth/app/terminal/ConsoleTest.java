package awsleuth.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is said on standard error has no secrets, and whole words of awsleuth's own. */
class ConsoleTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Console console = new Console(InputStream.nullInputStream(), err, err, Screen.PIPE);

  @Test
  void theColonBehindAnOperationsNameIsNoSignOfASecret() {
    console.say("events of GetSecretValue", "none near 2026-11-28");
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("awsleuth: events of GetSecretValue: none near 2026-11-28");
  }

  @Test
  void aSecretInEitherPartIsMasked() {
    console.say("password=hunter2-hunter2", "it said: password=swordfish-9");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("hunter2", "swordfish");
  }
}

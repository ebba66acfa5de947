package awsleuth.collect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A standard input that is closed. */
class StandardInputTest {

  @Test
  void aClosedOneIsClosedForTheProgramToo() throws IOException {
    List<String> look =
        List.of(
            "/bin/sh", "-c", "{ true 3<&0; } 2>/dev/null && echo open $0 || echo closed $0", "a b");
    assertThat(said(StandardInput.of(look, "closed"))).isEqualTo("closed a b\n");
    assertThat(said(StandardInput.of(look, ""))).isEqualTo("open a b\n");
  }

  private static String said(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

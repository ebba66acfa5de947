package awsleuth.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How text meets the width of a terminal. */
class LayoutTest {

  private static List<String> shown(int width, String... args) {
    return Command.pipe(new byte[0], new Screen(false, width), args).out().lines().toList();
  }

  @Test
  void noLineIsWiderThanTheTerminalButWhatIsMeantToBePasted() throws IOException {
    for (int width : new int[] {40, 60, 80, 100}) {
      try (var examples = Files.list(Path.of("../examples"))) {
        for (Path example : examples.toList()) {
          assertThat(shown(width, example.toString()))
              .allSatisfy(l -> {
                boolean pasted = l.startsWith(" ".repeat(15)) || l.startsWith("    check");
                boolean place = l.strip().indexOf(' ') < 0;
                assertThat(pasted || place || l.length() <= width).as(l).isTrue();
              });
        }
      }
    }
  }

  @Test
  void whatIsMeantToBePastedIsOneLineAtAnyWidth() {
    String command = "aws s3api put-object-tagging --bucket fjord-covers --key 2026/a.jpg";
    assertThat(shown(40, "../examples/wrong-parameter.txt"))
        .anySatisfy(l -> assertThat(l).contains(command));
  }

  @Test
  void theSecondLineOfATextBeginsBelowTheFirst() {
    List<String> lines = shown(40, "../examples/stale-keys");
    assertThat(lines.get(1)).startsWith("       ").doesNotStartWith("        ");
    int summary = lines.indexOf("  confirmed  keys in the environment win");
    assertThat(lines.get(summary + 1)).startsWith("             over the");
  }

  @Test
  void placesStandAtTheRightEdgeWhereThereIsRoom() {
    assertThat(shown(100, "../examples/list-objects-denied.txt").getFirst())
        .hasSize(100)
        .endsWith("../examples/list-objects-denied.txt:11");
  }

  @Test
  void aTerminalIsTakenForAtMostAHundredColumns() {
    System.setProperty("awsleuth.columns", "250");
    try {
      assertThat(Screen.of(java.util.Map.of()).width()).isEqualTo(100);
      System.setProperty("awsleuth.columns", "0");
      assertThat(Screen.of(java.util.Map.of()).width()).isEqualTo(80);
      assertThat(Screen.of(java.util.Map.of("NO_COLOR", "1")).colour()).isFalse();
      assertThat(Screen.of(java.util.Map.of("TERM", "dumb")).colour()).isFalse();
      assertThat(Screen.of(java.util.Map.of()).colour()).isTrue();
    } finally {
      System.clearProperty("awsleuth.columns");
    }
    assertThat(Screen.of(java.util.Map.of())).isEqualTo(Screen.PIPE);
  }
}

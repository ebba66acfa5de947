package awsleuth.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.command.Overview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        for (Path example : examples.filter(e -> !e.endsWith("README.md")).toList()) {
          assertThat(shown(width, example.toString()))
              .allSatisfy(l -> {
                boolean place = l.strip().indexOf(' ') < 0;
                assertThat(isPasted(l) || place || l.length() <= width).as(l).isTrue();
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

  /** Whether a line, which is not folded then, may be meant to be pasted. */
  private static boolean isPasted(String line) {
    return line.startsWith(" ".repeat(15)) || line.startsWith("    check");
  }

  /** Whether a terminal breaks the line in a word that would fit on a line of its own. */
  private static boolean isBroken(String line, int width) {
    for (int at = width; at < line.length(); at += width) {
      int start = line.lastIndexOf(' ', at - 1) + 1;
      int end = line.indexOf(' ', at) < 0 ? line.length() : line.indexOf(' ', at);
      if (start < at && end > at && end - start <= width) {
        return true;
      }
    }
    return false;
  }

  @Test
  void noWordIsBrokenThatFitsOnALineOfItsOwn() {
    List<String[]> commands = new ArrayList<>();
    commands.add(new String[] {"causes"});
    commands.add(new String[] {"--help"});
    Overview.COMMANDS.forEach(c -> commands.add(new String[] {c, "--help"}));
    commands.add(new String[] {"../examples/stale-keys", "--all"});
    commands.add(new String[] {"../examples/throttled.jsonl", "--all"});
    for (int width : new int[] {40, 50, 60, 72, 80}) {
      for (String[] command : commands) {
        assertThat(shown(width, command))
            .isNotEmpty()
            .filteredOn(l -> !isPasted(l))
            .allSatisfy(l -> assertThat(isBroken(l, width)).as(l).isFalse());
      }
    }
  }

  @Test
  void whatIsFoldedOfAnExampleIsStillOneCommand() {
    String joined = String.join("\n", shown(40, "doctor", "--help")).replaceAll(" \\\\\n *", " ");
    assertThat(joined)
        .contains("  awsleuth doctor --format json | jq '.steps[] | select(.outcome != \"ok\")'");
  }

  @Test
  void whatHasNoRoomBesideStandsBelow() {
    assertThat(shown(40, "causes", "credentials"))
        .containsSubsequence("credentials/none-found", "    No provider has credentials");
    assertThat(shown(40, "--help"))
        .containsSubsequence(
            "usage: awsleuth [diagnose] [FILE…]",
            "         what failed and why; a pipe",
            "         works too");
    assertThat(shown(40, "simulate", "--help"))
        .containsSubsequence("  --principal ARN", "      who makes the request; a service");
    assertThat(shown(80, "--help")).isEqualTo(Overview.TEXT.lines().toList());
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

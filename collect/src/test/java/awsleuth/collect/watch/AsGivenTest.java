package awsleuth.collect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that get what Java alone cannot hand on. */
class AsGivenTest {

  private static final String EACH =
      "for i in 0 1 2; do { true 3<&$i; } 2>/dev/null && echo $i >&9; done; echo $0 >&9";

  private static String said(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static String open(String closing) throws IOException {
    List<String> look = List.of("/bin/sh", "-c", EACH, "a b");
    List<String> start = AsGiven.of(look, closing, new byte[0], StandardCharsets.UTF_8);
    List<String> kept = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" 9>&1", "sh"));
    kept.addAll(start);
    return said(kept).replace("\n", " ");
  }

  @Test
  void whatIsClosedIsClosedForTheProgramToo() throws IOException {
    assertThat(open("")).isEqualTo("0 1 2 a b ");
    assertThat(open(" <&-")).isEqualTo("1 2 a b ");
    assertThat(open(" >&-")).isEqualTo("0 2 a b ");
    assertThat(open(" <&- >&-")).isEqualTo("2 a b ");
  }

  @Test
  void wordsAreHandedOnByteForByte() throws IOException {
    List<String> raw =
        List.of(
            "printf",
            "<%s>",
            "caf\u00e9",
            "%b\\0101 'q'",
            "\u00e8\n\n",
            "\u00c3\u00a9",
            "e",
            "f",
            "g",
            "h",
            "i",
            "\u00ff\u0081\u0088*");
    String own = "java\0" + "\u00e9 of awsleuth\0" + String.join("\0", raw) + "\0";
    List<String> command =
        raw.stream().map(w -> new String(bytes(w), StandardCharsets.UTF_8)).toList();
    assertThat(said(AsGiven.of(command, "", bytes(own), StandardCharsets.UTF_8)))
        .isEqualTo("<" + String.join("><", raw.subList(2, raw.size())) + ">");
  }

  @Test
  void whatJavaCanHandOnNeedsNoShell() {
    List<String> command = List.of("ls", "caf\u00e9");
    assertThat(AsGiven.of(command, "", new byte[0], StandardCharsets.UTF_8)).isSameAs(command);
    assertThat(AsGiven.of(List.of("ls", "\uFFFD"), "", new byte[0], StandardCharsets.UTF_8))
        .containsExactly("ls", "\uFFFD");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

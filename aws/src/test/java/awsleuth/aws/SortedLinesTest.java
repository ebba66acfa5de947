package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortedLinesTest {

  @Test
  void everyLineIsFoundAndNothingElse() {
    SortedLines lines = lines("a\t1\nab\t2\tx\nb\t\nba\t4\n");
    assertThat(lines.keys()).containsExactly("a", "ab", "b", "ba");
    assertThat(lines.find("a")).containsExactly("a", "1");
    assertThat(lines.find("ab")).containsExactly("ab", "2", "x");
    assertThat(lines.find("b")).containsExactly("b", "");
    assertThat(lines.find("ba")).containsExactly("ba", "4");
    for (String other : List.of("", "aa", "abc", "bb", "0", "~", "a\t1")) {
      assertThat(lines.find(other)).as(other).isEmpty();
    }
    assertThat(lines("").find("a")).isEmpty();
  }

  @Test
  void foldedKeysAreFoundByTheirFold() {
    byte[] text = "Get-Item\t1\nGetItems\t2\n".getBytes(StandardCharsets.UTF_8);
    assertThat(SortedLines.of(text).folded().find("getitem")).containsExactly("Get-Item", "1");
    assertThat(SortedLines.of(text).folded().find("getitems")).containsExactly("GetItems", "2");
    assertThat(SortedLines.of(text).folded().find("getite")).isEmpty();
  }

  @Test
  void anyTextSurvivesInAField() {
    List<String> fields = List.of("k", "", "a\tb", "line\nline\r", "back\\slash\\t", "ü€");
    String line = Fields.join(fields);
    assertThat(line).endsWith("\n").doesNotContain("\r");
    assertThat(Fields.split(line.substring(0, line.length() - 1))).isEqualTo(fields);
  }

  private static SortedLines lines(String text) {
    return SortedLines.of(text.getBytes(StandardCharsets.UTF_8));
  }
}

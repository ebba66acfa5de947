package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.Json;
import awsleuth.testkit.PythonText;
import awsleuth.testkit.ShellText;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a value, it comes back out of its literal and nothing else does. */
class LiteralTest {

  private static final String HOSTILE = "a'\"\\$`(){}[]<>|&;!#*?~=-\n\r\t\0\u001b\u009b\u202e é";

  @Test
  void theShellReadsOneWordAndTheSame() {
    for (String value : values()) {
      if (!value.startsWith("-")) {
        assertThat(ShellText.words("echo " + Literal.shell(value)))
            .as(value)
            .extracting(ShellText.Word::value)
            .containsExactly("echo", value);
      }
    }
  }

  @Test
  void jsonReadsOneStringAndTheSame() {
    for (String value : values()) {
      assertThat(Json.object("{\"a\": " + Literal.json(value) + "}")).isEqualTo(Map.of("a", value));
    }
  }

  @Test
  void pythonReadsOneString() {
    for (String value : values()) {
      assertThat(PythonText.code("f(" + Literal.python(value) + ")")).isEqualTo("f(\"\")");
    }
  }

  @Test
  void aSettingStaysOnItsLine() {
    for (String value : values()) {
      assertThat(Literal.setting(value)).doesNotContainPattern("[\\p{Cntrl}\\[\\]\\u202e]");
    }
  }

  @Test
  void whatBeginsLikeAnOptionIsNotProposed() {
    assertThat(Literal.shell("--endpoint-url=https://x.example"))
        .isEqualTo("<value that begins with a hyphen>");
    assertThat(Literal.shell("-1")).isEqualTo("-1");
  }

  @Test
  void onlyWhatIsPlainStaysUnquoted() {
    assertThat(Literal.shell("arn:aws:iam::111122223333:role/a@b,c=d"))
        .isEqualTo("arn:aws:iam::111122223333:role/a@b,c=d");
    assertThat(Literal.shell("~/.aws/config")).isEqualTo("~/.aws/config");
    assertThat(Literal.shell("~root")).isEqualTo("'~root'");
    assertThat(Literal.shell("=ls")).isEqualTo("'=ls'");
    assertThat(Literal.shell("<bucket>")).isEqualTo("'<bucket>'");
    assertThat(Literal.shell("", "<bucket>")).isEqualTo("<bucket>");
  }

  private static String[] values() {
    Random random = new Random(3);
    String[] values = new String[2000];
    for (int i = 0; i < values.length; i++) {
      StringBuilder value = new StringBuilder();
      for (int n = random.nextInt(1, 8); n > 0; n--) {
        value.append(HOSTILE.charAt(random.nextInt(HOSTILE.length())));
      }
      values[i] = value.toString();
    }
    return values;
  }
}

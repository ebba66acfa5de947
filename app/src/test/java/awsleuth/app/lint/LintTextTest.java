package awsleuth.app.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LintTextTest {

  private static final String UNKNOWN = "Unknown parameter in input: \"X\", must be one of: ";

  @Test
  void aLongListOfNamesEndsAfterSix() {
    assertThat(LintText.shortened(UNKNOWN + "A, B, C, D, E, F, G, H; " + UNKNOWN + "A, B"))
        .isEqualTo(UNKNOWN + "A, B, C, D, E, F, …; " + UNKNOWN + "A, B");
  }

  @Test
  void aListOfSixStaysWhole() {
    assertThat(LintText.shortened(UNKNOWN + "A, B, C, D, E, F"))
        .isEqualTo(UNKNOWN + "A, B, C, D, E, F");
  }

  @Test
  void everyListIsShortenedByItself() {
    String list = UNKNOWN + "A, B, C, D, E, F, G";
    assertThat(LintText.shortened(list + "; " + list))
        .isEqualTo(UNKNOWN + "A, B, C, D, E, F, …; " + UNKNOWN + "A, B, C, D, E, F, …");
  }
}

package awsleuth.core.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HarmlessTest {

  private static final String KEY = "AKIAIOSFODNN7REALKEY";

  @ParameterizedTest
  @ValueSource(strings = {"\u202e", "\u0000", "\u001b[31m", "\u200b", "\u2066"})
  void a_key_behind_or_around_what_is_taken_away_is_masked(String odd) {
    assertThat(Harmless.of("EVIL" + odd + KEY + odd + "MORE")).doesNotContain(KEY);
    assertThat(Harmless.of(KEY.substring(0, 9) + odd + KEY.substring(9))).doesNotContain(KEY);
  }
}

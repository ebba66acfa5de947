package awsleuth.boto.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that carries Python values. */
class TypedJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "-0.50", "1E+5", ".5", "1.", "NaN", "-sNaN12", "Infinity", "+inf"})
  void aDecimalIsTheTextOfOne(String text) {
    assertThat(TypedJson.read("{\"$decimal\": \"" + text + "\"}"))
        .isEqualTo(new TypedJson.Value(new PyValue.Dec(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1 or 2", "__import__('os')", "1e", "--1", "\u0661"})
  void anyOtherTextIsNoDecimal(String text) {
    assertThat(TypedJson.read("{\"a\":\n {\"$decimal\": \"" + text + "\"}}"))
        .isInstanceOfSatisfying(
            TypedJson.Unreadable.class,
            u -> {
              assertThat(u.line()).isEqualTo(2);
              assertThat(u.why()).isEqualTo("not a value of $decimal");
            });
  }
}

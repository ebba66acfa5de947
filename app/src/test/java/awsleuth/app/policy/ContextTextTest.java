package awsleuth.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.request.ContextValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of context keys as {@code --context} takes them. */
class ContextTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a,b", "[a]", "[a", "a]", "\"a\"", "\"[a]\"", "[\"a\"]", "é\\"})
  void whatIsWrittenIsReadAsItWas(String text) {
    for (ContextValue.Present value :
        List.of(
            ContextValue.Present.of(text),
            ContextValue.Present.of(List.of(text)),
            ContextValue.Present.of(List.of(text, "b")))) {
      assertThat(ContextText.read(ContextText.of(value))).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,b | false | a,b",
        "[a,b] | true | a;b",
        "[a, b] | true | a;b",
        "[\"a\",b] | true | a;b",
        "[\"a,b\",\"c\"] | true | a,b;c",
        "[] | true | ",
        "\"a\" | false | \"a\"",
        "\"[a]\" | false | [a]",
      })
  void aListIsWrittenInBracketsOrAsJson(String text, boolean list, String values) {
    ContextValue.Present read = ContextText.read(text);
    assertThat(read.multivalued()).isEqualTo(list);
    assertThat(String.join(";", read.values())).isEqualTo(values == null ? "" : values);
  }

  @Test
  void anEmptyListStaysOne() {
    ContextValue.Present none = ContextValue.Present.of(List.<String>of());
    assertThat(ContextText.read(ContextText.of(none))).isEqualTo(none);
  }
}

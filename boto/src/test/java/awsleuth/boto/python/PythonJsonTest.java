package awsleuth.boto.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values and errors of Python's json.loads. */
class PythonJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          not json           ~ Expecting value: line 1 column 1 (char 0)
          [1, 2              ~ Expecting ',' delimiter: line 1 column 6 (char 5)
          {"a" 1}            ~ Expecting ':' delimiter: line 1 column 6 (char 5)
          {a: 1}             ~ Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
          {"a": 1} x         ~ Extra data: line 1 column 10 (char 9)
          "abc               ~ Unterminated string starting at: line 1 column 1 (char 0)
          "a\\x"             ~ Invalid \\escape: line 1 column 3 (char 2)
          "\\u12"            ~ Invalid \\uXXXX escape: line 1 column 3 (char 2)
          [1,]               ~ Expecting value: line 1 column 4 (char 3)
          """)
  void errors(String text, String message) {
    NoJson raise = catchThrowableOfType(NoJson.class, () -> PythonJson.read(text));
    assertThat(raise.raised().exception()).isEqualTo("json.decoder.JSONDecodeError");
    assertThat(raise.raised().message()).isEqualTo(message);
  }

  @Test
  void valuesAreThoseOfPython() throws NoJson {
    assertThat(PythonText.repr(PythonJson.read(" {\"a\": [1, 1.0, true, null, \"\\u00e9\\n\"]}\n")))
        .isEqualTo("{'a': [1, 1.0, True, None, 'é\\n']}");
  }

  @Test
  void theDeepestTextEnds() {
    NoJson raise = catchThrowableOfType(NoJson.class, () -> PythonJson.read("[".repeat(1_000_000)));
    assertThat(raise.raised().exception()).isEqualTo("RecursionError");
  }
}

package awsleuth.boto.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\": \"b\" \"c\": 1}|1|11|a comma is missing before this",
        "{\"a\": 1~ \"c\": 1}|2|2|a comma is missing before this",
        "{'a': 1}|1|2|a single quote, where JSON wants double ones",
        "{\"a\": 'b'}|1|7|a single quote, where JSON wants double ones",
        "{\"a\": \u201cb\u201d}|1|7|a typographic quote, where JSON wants plain double ones",
        "{\"a\": True}|1|7|JSON writes Python's `True` as `true`",
        "{\"a\": [None]}|1|8|JSON writes Python's `None` as `null`",
        "{\"a\": \"b}|1|7|the quote is not closed",
        "{\"a\": \"b,~ \"c\": 1}|1|7|the quote is not closed in its line",
        "{\"a\": 1,}|1|9|the comma before `}` is one too many",
        "{\"a\": [1, 2,]}|1|13|the comma before `]` is one too many",
        "{a: 1}|1|2|a name without double quotes",
        "{\"a\": b}|1|7|a text without double quotes",
        "{\"a\" 1}|1|6|a colon is missing between a name and this",
        "{\"a\"= 1}|1|5|an equals sign; JSON wants a colon between a name and its value",
        "{\"a\": }|1|7|a value is missing before `}`",
        "{\"a\": [1, 2}|1|12|`]` for the `[` of line 1, column 7 is missing before `}`",
        "{\"a\": {\"b\": 1}|1|15|the text ends here: `}` for the `{` of line 1, column 1 is"
            + " missing",
        "{\"a\": 1}}|1|9|`}` closes nothing",
        "{\"a\": 1} {}|1|10|more follows after the value",
        "{\"a\": 007}|1|7|a number that JSON writes otherwise, or a text without double quotes",
        "{\"a\": \"C:\\dir\"}|1|10|a backslash that begins no escape; a backslash itself is written"
            + " twice",
        "{\"\ud83d\ude00\": 1, // x~}|1|10|a comment, which JSON has not",
        "[\"a\": 1]|1|5|a colon in a list: names need `{}`",
        "{\"a\": (1, 2)}|1|7|a round bracket; JSON has `{}` and `[]` alone",
      })
  void whatIsNoJsonIsToldInPlainWordsWithItsPlace(String text, int line, int column, String why) {
    assertThat(TypedJson.read(text.replace('~', '\n')))
        .isEqualTo(new TypedJson.Unreadable(line, column, "not valid JSON: " + why));
  }

  @Test
  void inALongLineTheColumnIsRight() {
    String many = "{\"a\": [" + "1, ".repeat(100_000) + "1] \"b\": 2}";
    assertThat(TypedJson.read(many))
        .isEqualTo(
            new TypedJson.Unreadable(
                1, many.indexOf("\"b\"") + 1, "not valid JSON: a comma is missing before this"));
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

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "9", "\"x"})
  void jsonThatIsMoreThanIsReadIsNotSaidToBeNone(String start) {
    String text =
        switch (start) {
          case "[" -> "[".repeat(400) + "]".repeat(400);
          case "9" -> "[" + "9".repeat(5_000) + "]";
          case "\"x" -> "{\"" + "x".repeat(60_000) + "\": 1}";
          default -> start.repeat(400) + "1" + "}".repeat(400);
        };
    assertThat(TypedJson.read(text))
        .isInstanceOfSatisfying(
            TypedJson.Unreadable.class,
            u -> assertThat(u.why()).startsWith("more than is read: values 300 deep"));
  }

  @Test
  void aRepeatedKeyIsFoundInWhateverIsRead() {
    String number = "1".repeat(4_000);
    String name = "n".repeat(40_000);
    String json = "{\"%s\": %s, \"a\": {\"b\": 1, \"b\": 2}}".formatted(name, number);
    assertThat(TypedJson.read(json)).isInstanceOf(TypedJson.Value.class);
    assertThat(RepeatedKeys.first(json)).contains("b");
    assertThat(RepeatedKeys.first("{\"a\": {\"b\": %s}, \"b\": NaN}".formatted(number))).isEmpty();
  }
}

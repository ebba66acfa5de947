package awsleuth.boto.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python 3.11 prints. */
class PythonTextTest {

  private static PyValue read(String json) {
    return ((TypedJson.Value) TypedJson.read(json)).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "null|None",
        "true|True",
        "12345678901234567890123|12345678901234567890123",
        "1.0|1.0",
        "1e16|1e+16",
        "123456789012345.6|123456789012345.6",
        "0.0001|0.0001",
        "0.00001|1e-05",
        "-0.0|-0.0",
        "5e-324|5e-324",
        "2e23|2e+23",
        "1.7976931348623157e308|1.7976931348623157e+308",
        "9007199254740993.0|9007199254740992.0",
        "{\"$float\": \"-inf\"}|-inf",
        "\"it's\"|\"it's\"",
        "\"say \\\"hi\\\"\"|'say \"hi\"'",
        "\"both ' and \\\"\"|'both \\' and \"'",
        "\"a\\\\b\\n\\t\\u0007\\u007f\"|'a\\\\b\\n\\t\\x07\\x7f'",
        "\"caf\\u00e9 \\u00a0 \\u200b \\ue000\"|'café \\xa0 \\u200b \\ue000'",
        "{\"$bytes\": \"aXQncwD/\"}|b\"it's\\x00\\xff\"",
        "{\"$bytearray\": \"eHk=\"}|bytearray(b'xy')",
        "{\"$decimal\": \"1.50\"}|Decimal('1.50')",
        "{\"$tuple\": [\"a\"]}|('a',)",
        "{\"$tuple\": []}|()",
        "{\"$set\": []}|set()",
        "{\"$date\": \"2024-01-02\"}|datetime.date(2024, 1, 2)",
        "{\"$datetime\": \"2024-01-02T00:00:00\"}|datetime.datetime(2024, 1, 2, 0, 0)",
        "{\"$datetime\": \"2024-01-02T03:04:05+00:00\"}|datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)",
        "{\"$datetime\": \"2024-01-02T03:04:00.000007-07:30\"}|datetime.datetime(2024, 1, 2, 3, 4, 0, 7, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=59400)))",
        "{\"a\": [1, null, {\"b\": \"c\"}]}|{'a': [1, None, {'b': 'c'}]}",
        "{\"$dict\": [[1, \"a\"], [{\"$bytes\": \"eA==\"}, 2]]}|{1: 'a', b'x': 2}",
      })
  void reprIsAsPythons(String json, String repr) {
    assertThat(PythonText.repr(read(json))).isEqualTo(repr);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"it's\"|it's",
        "{\"$decimal\": \"1.50\"}|1.50",
        "{\"$datetime\": \"2024-01-02T03:04:05.120000+02:00\"}|2024-01-02 03:04:05.120000+02:00",
        "{\"$date\": \"2024-01-02\"}|2024-01-02",
        "[\"x\"]|['x']",
      })
  void strIsAsPythons(String json, String str) {
    assertThat(PythonText.str(read(json))).isEqualTo(str);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": [1, 1.5, true, null, \"x\\u0000y\"], \"b\": {}}",
        "{\"$dict\": [[1, 2]]}",
        "{\"$bytes\": \"AAEC\"}",
        "{\"$set\": [{\"$tuple\": [1]}]}",
        "{\"$datetime\": \"2024-01-02T03:04:05\"}",
      })
  void whatIsWrittenAsJsonIsReadAgain(String json) {
    PyValue value = read(json);
    assertThat(read(JsonText.line(value))).isEqualTo(value);
    assertThat(read(JsonText.pretty(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\": }|1|7",
        "[1,|1|4",
        "{} {}|1|4",
        "{\"$date\": \"yesterday\"}|1|23",
        "{\"$decimal\": 5}|1|16",
      })
  void whatIsNoJsonIsToldWithItsPlace(String json, int line, int column) {
    TypedJson.Unreadable told = (TypedJson.Unreadable) TypedJson.read(json);
    assertThat(told.line()).isEqualTo(line);
    assertThat(told.column()).isBetween(column - 1, column + 1);
    assertThat(told.why()).doesNotContain("yesterday");
  }

  @Test
  void aLineIsCounted() {
    assertThat(((TypedJson.Unreadable) TypedJson.read("{\n  \"a\": 1,\n  b\n}")).line())
        .isEqualTo(3);
  }

  @Test
  void everyByteIsPrintedInAscii() {
    StringBuilder all = new StringBuilder();
    for (int b = 0; b < 256; b++) {
      all.append((char) b);
    }
    String repr = PythonText.repr(new PyValue.Bytes(all.toString(), false));
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(repr)).isTrue();
    assertThat(repr).startsWith("b'\\x00\\x01").endsWith("\\xfe\\xff'");
  }
}

package awsleuth.boto.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What botocore reads out of values, as of 31 January 2026. */
class TimestampsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  private static String read(PyValue value) {
    return switch (Timestamps.read(value, TODAY)) {
      case Timestamps.Moment m -> m.utc().toString();
      case Timestamps.Refused _ -> "refused";
      case Timestamps.Leaks l -> l.error().exception();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-02T03:04:05Z, 2024-01-02T03:04:05",
    "2024-01-02T03:04:05+02:00, 2024-01-02T01:04:05",
    "2024-01-02T03:04:05.123456Z, 2024-01-02T03:04:05.123456",
    "20240102T030405Z, 2024-01-02T03:04:05",
    "20240102, 1970-08-23T06:15:02",
    "1_000, 1970-01-01T00:16:40",
    "１２, 1970-01-01T00:00:12",
    "1e3, 1970-01-01T00:16:40",
    "inf, RuntimeError",
    "nan, refused",
    "10:00, 2026-01-31T10:00",
    "3pm, 2026-01-31T15:00",
    "Jan, 2026-01-31T00:00",
    "Feb, 2026-02-28T00:00",
    "Monday, 2026-02-02T00:00",
    "10 September 2024, 2024-09-10T00:00",
    "01/02/2024, 2024-01-02T00:00",
    "13/02/2024, 2024-02-13T00:00",
    "'Wed, 21 Oct 2015 07:28:00 GMT', 2015-10-21T07:28",
    "10:00 EST, 2026-01-31T10:00",
    "10:00 GMT+3, 2026-01-31T13:00",
    "2024-13-45, refused",
    "2024-02-30, refused",
    "24:00, refused",
    "tomorrow, refused",
    "'', refused",
    "99999999999999, refused",
    "Jan 99999999999, RuntimeError",
    "12h30m, 2026-01-31T12:30",
    "10:00 +25:00, refused",
    "0001-01-01T00:00+01:00, OverflowError",
  })
  void aTextIsRead(String text, String moment) {
    assertThat(read(new PyValue.Str(text))).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|1970-01-01T00:00",
        "true|1970-01-01T00:00:01",
        "1700000000.5|2023-11-14T22:13:20.500",
        "253402300800|refused",
        "100000000000000000000|RuntimeError",
        "1e20|RuntimeError",
        "{\"$float\": \"nan\"}|refused",
        "{\"$decimal\": \"1.5\"}|1970-01-01T00:00:01.500",
        "{\"$bytes\": \"MTI=\"}|1970-01-01T00:00:12",
        "{\"$date\": \"2024-01-02\"}|refused",
        "null|refused",
        "[]|refused",
      })
  void otherValuesAreRead(String json, String moment) {
    assertThat(read(((TypedJson.Value) TypedJson.read(json)).value())).isEqualTo(moment);
  }

  @Test
  void noTextMakesItFail() {
    Random random = new Random(7);
    String[] words = {
      "12",
      "2024",
      "99999999999999999999",
      ":",
      "-",
      "/",
      ".",
      ",",
      " ",
      "T",
      "Z",
      "+",
      "am",
      "Jan",
      "of",
      "h",
      "m",
      "s",
      "Mon",
      "(",
      ")",
      "\0",
      "²",
      "é",
      "_",
      "1.5",
      "UTC"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(9); n >= 0; n--) {
        text.append(words[random.nextInt(words.length)]);
      }
      assertThat(read(new PyValue.Str(text.toString()))).isNotEmpty();
    }
  }
}

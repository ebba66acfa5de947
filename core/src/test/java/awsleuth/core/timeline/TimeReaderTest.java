package awsleuth.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times that lines of logs begin with. */
class TimeReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[ERROR]\t2026-11-19T02:00:04.204Z\tc87453fe | 2026-11-19T02:00:04.204Z",
        "2026-11-19 02:00:04,204+0100 INFO x         | 2026-11-19T01:00:04.204Z",
        "2026-11-19 02:00:04 UTC x                   | 2026-11-19T02:00:04Z",
        "2026/11/19 02:00:04 +05:30 x                | 2026-11-18T20:30:04Z",
        "20261119T020004Z                            | 2026-11-19T02:00:04Z",
        "10.0.0.1 - [19/Nov/2026:02:00:04 +0000] GET | 2026-11-19T02:00:04Z",
        "Date: Thu, 19 Nov 2026 02:00:04 GMT         | 2026-11-19T02:00:04Z",
        "{\"level\": \"x\", \"timestamp\": 1795053604204} | 2026-11-19T02:00:04.204Z",
        "{\"time\": 1795053604.204}                  | 2026-11-19T02:00:04.204Z",
      })
  void aTimeWithAZoneIsAnInstant(String line, String instant) {
    assertThat(TimeReader.of(line).flatMap(WrittenTime::instant)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-19 02:00:04,204 ERROR failed | 2026-11-19 02:00:04,204",
        "2026-11-19 02:00:04 - 12 items       | 2026-11-19 02:00:04",
        "2026-11-19 02:00:04 CET failed       | 2026-11-19 02:00:04",
      })
  void aTimeWithoutAZoneIsNoInstant(String line, String written) {
    WrittenTime time = TimeReader.of(line).orElseThrow();
    assertThat(time.instant()).isEmpty();
    assertThat(time.lacksZone()).isTrue();
    assertThat(time.written()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nov 19 02:00:04 host app[1]: x | Nov 19 02:00:04",
        "[02:00:04] assume role         | 02:00:04",
      })
  void whatLacksYearOrDateHasNoPlace(String line, String written) {
    WrittenTime time = TimeReader.of(line).orElseThrow();
    assertThat(time.written()).isEqualTo(written);
    assertThat(time.clock()).isEmpty();
  }

  @Test
  void aTimeThatALineOnlySpeaksOfIsNotItsOwn() {
    assertThat(
            TimeReader.of(
                "the certificate of the load balancer in front of the service ends 2026-11-19T02:00:04Z"))
        .isEmpty();
    assertThat(TimeReader.of("no time at all")).isEmpty();
    assertThat(TimeReader.of("2026-13-45T99:00:00Z")).isEmpty();
  }
}

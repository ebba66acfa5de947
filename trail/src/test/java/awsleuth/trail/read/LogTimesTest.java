package awsleuth.trail.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Archive;
import awsleuth.trail.Filter;
import awsleuth.trail.ask.FailureGroup;
import awsleuth.trail.ask.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When failures were that a log tells. */
final class LogTimesTest {

  private static final String FAILED =
      " An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n";
  private static final String TRACEBACK =
      """
      2026-11-18 16:00:00,500 ERROR job failed
      Traceback (most recent call last):
        File "/srv/app.py", line 3, in <module>
          s3.get_object(Bucket="b", Key="k")
      botocore.exceptions.ClientError:\
      """
          + FAILED
          + "2026-11-18 16:00:01,000 INFO done\n";

  @TempDir private Path folder;

  private FailureGroup group(String log, String zone) throws IOException {
    Path file = Files.writeString(folder.resolve("app.log"), log);
    Failures failures =
        new Archive(List.of(file), Filter.ALL.in(zone)).ask(() -> new Failures(List.of())).fold();
    return failures.largest(1).getFirst();
  }

  private static OptionalLong at(String time) {
    return OptionalLong.of(Instant.parse(time).toEpochMilli());
  }

  @Test
  void a_time_with_a_zone_is_read_always() throws IOException {
    FailureGroup group =
        group(
            "2026-11-18T15:42:08+01:00 ERROR" + FAILED + "2026-11-18T15:52:08+01:00 ERROR" + FAILED,
            "");
    assertThat(group.count()).isEqualTo(2);
    assertThat(group.first()).isEqualTo(at("2026-11-18T14:42:08Z"));
    assertThat(group.last()).isEqualTo(at("2026-11-18T14:52:08Z"));
    assertThat(group.share()).as("a log does not tell of calls that did not fail").isEmpty();
  }

  @Test
  void a_time_without_a_zone_tells_nothing_unless_the_zone_is_given() throws IOException {
    String log = "2026-11-18 15:42:08,100 ERROR" + FAILED + TRACEBACK;
    assertThat(group(log, "").first()).isEmpty();
    assertThat(group(log, "Europe/Berlin").first()).isEqualTo(at("2026-11-18T14:42:08Z"));
    assertThat(group(log, "Europe/Berlin").last()).isEqualTo(at("2026-11-18T15:00:00Z"));
    assertThat(group(log, "+02:00").first()).isEqualTo(at("2026-11-18T13:42:08Z"));
  }

  @Test
  void an_hour_that_comes_twice_is_left_open() throws IOException {
    assertThat(group("2026-10-25 02:30:00,100 ERROR" + FAILED, "Europe/Berlin").first()).isEmpty();
    assertThat(group("2026-10-25 02:30:00,100 ERROR" + FAILED, "UTC").first()).isPresent();
  }
}

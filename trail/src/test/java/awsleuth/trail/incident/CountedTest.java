package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.time.Onset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls are counted since the first failure, though time is kept in stretches. */
final class CountedTest {

  @TempDir Path folder;

  @Test
  void a_success_moments_before_the_first_failure_is_one_of_before() throws IOException {
    List<String> records = new ArrayList<>();
    for (int minute = 0; minute < 30; minute++) {
      records.add(lists("07:%02d:00".formatted(minute), ""));
      records.add(lists("08:%02d:05".formatted(minute), "AccessDenied"));
    }
    records.add(lists("08:00:01", ""));
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    Onset onset = incidents.getFirst().target().onset().orElseThrow();
    assertThat(onset.within()).isEqualTo(30);
    assertThat(onset.failedWithin()).isEqualTo(30);
    assertThat(onset.before()).isEqualTo(31);
    assertThat(onset.failedBefore()).isZero();
  }

  private static String lists(String time, String code) {
    return ToldArchive.event(
        time, "s3 ListObjects", code, "Access Denied", "{\"bucketName\":\"b\"}");
  }
}

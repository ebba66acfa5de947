package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeletionTest {

  @TempDir Path folder;

  private List<Cause> causes(String deleted, String code) throws IOException {
    List<String> records = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      String read = "{\"bucketName\":\"acme\",\"key\":\"k" + minute + "\"}";
      String time = "08:%02d:00".formatted(minute);
      records.add(
          ToldArchive.event(time, "s3 GetObject", minute < 31 ? "" : code, "It is gone", read));
    }
    records.add(
        ToldArchive.event(
            "08:30:30", "s3 DeleteBucket", "", "", "{\"bucketName\":\"" + deleted + "\"}"));
    return new ToldArchive(folder).causes(records);
  }

  @Test
  void what_was_deleted_explains_that_it_is_not_there() throws IOException {
    assertThat(causes("acme", "NoSuchBucket"))
        .singleElement()
        .isInstanceOfSatisfying(
            Cause.Changed.class,
            c -> assertThat(c.suspect().change().event().name()).isEqualTo("DeleteBucket"));
  }

  @Test
  void the_deletion_of_something_else_explains_nothing() throws IOException {
    assertThat(causes("other", "NoSuchBucket")).noneMatch(c -> c instanceof Cause.Changed);
    assertThat(causes("acme", "NoSuchKey")).noneMatch(c -> c instanceof Cause.Changed);
  }
}

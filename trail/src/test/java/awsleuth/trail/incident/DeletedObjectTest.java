package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An object that was deleted is not there for the calls that name it. */
final class DeletedObjectTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'\"bucketName\":\"b\",\"key\":\"in/a\"', NoSuchKey, CONFIRMED",
    "'\"bucketName\":\"b\",\"key\":\"in/b\"', NoSuchKey, none",
    "'\"bucketName\":\"c\",\"key\":\"in/a\"', NoSuchKey, none",
    "'\"bucketName\":\"b\",\"key\":\"in/a\",\"versionId\":\"3\"', NoSuchKey, none",
    "'\"bucketName\":\"b\",\"key\":\"in/a\"', NoSuchBucket, none",
  })
  void its_deletion_is_why(String deleted, String code, String certainty) throws IOException {
    List<String> records = new ArrayList<>();
    records.add(ToldArchive.event("07:50:00", "s3 DeleteObject", "", "", "{" + deleted + "}"));
    for (int minute = 0; minute < 40; minute++) {
      String named = "{\"bucketName\":\"b\",\"key\":\"in/a\"}";
      String since = "08:%02d:00".formatted(minute);
      String before = "07:%02d:00".formatted(minute);
      records.add(ToldArchive.event(before, "s3 GetObject", "", "", named));
      records.add(ToldArchive.event(since, "s3 GetObject", code, "It is not there.", named));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    assertThat(
            incidents.getFirst().suspects().stream()
                .findFirst()
                .map(s -> s.certainty().name())
                .orElse("none"))
        .isEqualTo(certainty);
  }
}

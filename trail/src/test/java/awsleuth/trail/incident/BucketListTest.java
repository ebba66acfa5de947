package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket's access control list may have let callers of other accounts in. */
final class BucketListTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "PutObject, 444455556666, AccessDenied, POSSIBLE",
    "GetObject, 444455556666, AccessDenied, none",
    "PutObject, 111122223333, AccessDenied, none",
    "PutObject, 444455556666, SlowDown, none",
  })
  void it_may_be_why_of_what_lists_of_buckets_decide(
      String operation, String owner, String code, String certainty) throws IOException {
    String change =
        ToldArchive.event("08:30:10", "s3 PutBucketAcl", "", "", "{\"bucketName\":\"b\"}");
    List<String> records = new ArrayList<>();
    records.add(change.replace("111122223333\",\"eventID", owner + "\",\"eventID"));
    String owned =
        "\"resources\":[{\"accountId\":\"%s\",\"type\":\"AWS::S3::Bucket\",\"ARN\":\"arn:aws:s3:::b\"}],"
            .formatted(owner);
    for (int minute = 0; minute < 60; minute++) {
      records.add(
          ToldArchive.event(
                  "08:%02d:00".formatted(minute),
                  "s3 " + operation,
                  minute < 31 ? "" : code,
                  "Access Denied",
                  "{\"bucketName\":\"b\",\"key\":\"k\"}")
              .replace("\"userIdentity\"", owned + "\"userIdentity\""));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    Optional<Suspect> first = incidents.stream().flatMap(i -> i.suspects().stream()).findFirst();
    assertThat(first.map(s -> s.certainty().name()).orElse("none")).isEqualTo(certainty);
  }
}

package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket that takes no access lists any more refuses calls that come with one. */
final class NoAccessListsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "b, BucketOwnerEnforced, AccessControlListNotSupported, CONFIRMED",
    "b, BucketOwnerEnforced, NoSuchBucket, none",
    "b, BucketOwnerPreferred, AccessControlListNotSupported, none",
    "c, BucketOwnerEnforced, AccessControlListNotSupported, none",
  })
  void it_is_told_by_the_code_and_the_setting(
      String bucket, String ownership, String code, String certainty) throws IOException {
    assertThat(surest(bucket, ownership, code, "")).isEqualTo(certainty);
  }

  @Test
  void it_is_not_certain_where_the_list_was_another() throws IOException {
    assertThat(surest("b", "BucketOwnerEnforced", "AccessControlListNotSupported", "public-read"))
        .isEqualTo("POSSIBLE");
  }

  private String surest(String bucket, String ownership, String code, String list)
      throws IOException {
    List<String> records = new ArrayList<>();
    String set =
        "{\"bucketName\":\"%s\",\"OwnershipControls\":{\"Rule\":{\"ObjectOwnership\":\"%s\"}}}"
            .formatted(bucket, ownership);
    records.add(ToldArchive.event("07:50:00", "s3 PutBucketOwnershipControls", "", "", set));
    for (int minute = 0; minute < 40; minute++) {
      records.add(puts("07:%02d:00".formatted(minute), minute, "", ""));
      records.add(puts("08:%02d:00".formatted(minute), minute + 60, code, list));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects().stream()
        .findFirst()
        .map(s -> s.certainty().name())
        .orElse("none");
  }

  private static String puts(String time, int number, String code, String list) {
    String acl = list.isEmpty() ? "" : ",\"x-amz-acl\":\"" + list + "\"";
    String named = "{\"bucketName\":\"b\",\"key\":\"" + number + "\"" + acl + "}";
    return ToldArchive.event(time, "s3 PutObject", code, "The bucket does not allow ACLs", named);
  }
}

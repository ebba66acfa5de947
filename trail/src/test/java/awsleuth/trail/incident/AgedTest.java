package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket's lifecycle acts long after its rules were written. */
final class AgedTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          b | {"Status":"Enabled","Transition":{"Days":0,"StorageClass":"GLACIER"}}                              | InvalidObjectState | archives objects
          b | [{"Status":"Enabled","Expiration":{"Days":9}},{"Transition":[{"StorageClass":"DEEP_ARCHIVE"}]}]    | InvalidObjectState | archives objects, deletes objects
          b | {"Status":"Enabled","Expiration":{"Days":"9"}}                                                     | NoSuchKey          | deletes objects
          b | {}                                                                                                 | InvalidObjectState | none
          b | {}                                                                                                 | NoSuchKey          | none
          b | {"Status":"Enabled","AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}                    | NoSuchKey          | none
          b | {"Filter":{"Prefix":"tmp/"},"Expiration":{"Days":9}}                                               | NoSuchKey          | none
          b | {"Prefix":"in/","Expiration":{"Days":9}}                                                           | NoSuchKey          | deletes objects in `in/`
          b | {"Filter":{"And":{"Prefix":"tmp/","Tag":{}}},"Transition":{"StorageClass":"GLACIER"}}              | InvalidObjectState | none
          b | [{"Filter":{"Prefix":"tmp/"},"Expiration":{"Days":9}},{"Filter":{"Prefix":""},"Expiration":{"Days":99}}] | NoSuchKey          | deletes objects
          b | []                                                                                                 | InvalidObjectState | rules of the bucket
          b | {"Status":"Disabled","Transition":{"StorageClass":"GLACIER"}}                                      | InvalidObjectState | none
          b | {"Status":"Enabled","Transition":{"StorageClass":"GLACIER_IR"},"Expiration":{"Days":9}}            | InvalidObjectState | none
          b | {"Status":"Enabled","Transition":{"StorageClass":"GLACIER"}}                                       | NoSuchKey          | none
          c | {"Status":"Enabled","Transition":{"StorageClass":"GLACIER"}}                                       | InvalidObjectState | none
          """)
  void it_may_be_why_though_calls_succeeded_after_it(
      String bucket, String rule, String code, String words) throws IOException {
    List<String> records = new ArrayList<>();
    String written =
        "{\"bucketName\":\"%s\",\"LifecycleConfiguration\":{\"Rule\":%s}}".formatted(bucket, rule);
    records.add(ToldArchive.event("05:00:00", "s3 PutBucketLifecycle", "", "", written));
    for (int minute = 0; minute < 40; minute++) {
      String named = "{\"bucketName\":\"b\",\"key\":\"in/a\"}";
      String since = "08:%02d:00".formatted(minute);
      String before = "07:%02d:00".formatted(minute);
      records.add(ToldArchive.event(before, "s3 GetObject", "", "", named));
      records.add(ToldArchive.event(since, "s3 GetObject", code, "It is not so.", named));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    List<Suspect> suspects = incidents.getFirst().suspects();
    if (words.equals("none")) {
      assertThat(suspects).isEmpty();
    } else {
      assertThat(suspects).hasSize(1);
      assertThat(suspects.getFirst().certainty()).isEqualTo(Certainty.POSSIBLE);
      assertThat(suspects.getFirst().why().getFirst()).contains(words);
    }
  }
}

package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.RecordText;
import awsleuth.trail.change.AccessKey;
import awsleuth.trail.change.Change;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of which access key AWS says that it does not know it. */
final class AccessKeyTest {

  private static final String LISTS = "s3 ListObjects \"bucketName\": \"b\"";

  @ParameterizedTest
  @CsvSource({
    "AKIAYYYYYYYYYYYYMPLE, CONFIRMED",
    "AKIAZZZZZZZZZZZZMPLE, RULED_OUT",
    "AKIA…MPLE, POSSIBLE",
    "ASIAYYYYYYYYYYYYMPLE, POSSIBLE",
    "'', POSSIBLE"
  })
  void keys_are_compared_whole_and_not_by_their_masks(String used, Certainty certainty) {
    Change off =
        TouchesTest.change(
            "iam UpdateAccessKey \"userName\": \"ci\", \"accessKeyId\": \"AKIAYYYYYYYYYYYYMPLE\","
                + " \"status\": \"Inactive\"");
    Sampled success = TouchesTest.sampled(LISTS, "ci", 500, "");
    Before before = new Before(Optional.of(success), true, Optional.empty(), List.of());
    Ruling ruling = States.accessKey(off, signed(used), before);
    assertThat(ruling.certainty()).isEqualTo(certainty);
    assertThat(ruling.why().toString()).doesNotContain("YYYY", "ZZZZ");
  }

  @ParameterizedTest
  @CsvSource({
    "AKIAYYYYYYYYYYYYMPLE, true",
    "ASIAYYYYYYYYYYYYMPLE, true",
    "ASIA****************, false",
    "REDACTED, false",
    "'', false"
  })
  void two_masks_are_not_one_key(String used, boolean one) {
    RecordText record = signed(used).sampled().record();
    assertThat(AccessKey.isOne(record, record)).isEqualTo(one);
  }

  private static Refused signed(String key) {
    Sampled plain = TouchesTest.sampled(LISTS, "ci", 2_000, "InvalidAccessKeyId");
    String identity = "\"type\": \"IAMUser\", \"accessKeyId\": \"" + key + "\",";
    String json = plain.record().text().replace("\"type\": \"IAMUser\",", identity);
    return Refused.of(new Sampled(plain.event(), RecordText.of(json, "f", 2))).orElseThrow();
  }
}

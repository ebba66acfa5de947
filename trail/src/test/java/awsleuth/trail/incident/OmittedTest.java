package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of which CloudTrail left the request out may be of what the call needs. */
final class OmittedTest {

  private static final String REFUSED =
      "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:ListBucket on"
          + " resource: arn:aws:s3:::b because no identity-based policy allows the s3:ListBucket"
          + " action";
  private static final String OMITTED =
      "{\"omitted\":true,\"originalSize\":110000,\"reasonCode\":\"The size is too large\"}";

  @TempDir Path folder;

  @Test
  void it_is_told_as_one_of_which_that_is_not_known() throws IOException {
    assertThat(suspects(ToldArchive.event("07:50:00", "iam PutUserPolicy", "", "", OMITTED)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(
            s -> assertThat(s.change().what()).isEqualTo("identity-based policy of unknown user"))
        .satisfies(s -> assertThat(s.missing()).contains("CloudTrail left its request out"));
  }

  @Test
  void not_one_of_another_account_or_of_another_type() throws IOException {
    String other = ToldArchive.event("07:50:00", "iam PutUserPolicy", "", "", OMITTED);
    assertThat(suspects(other.replace("111122223333", "444455556666"))).isEmpty();
    assertThat(suspects(ToldArchive.event("07:50:00", "s3 PutBucketPolicy", "", "", OMITTED)))
        .isEmpty();
  }

  @Test
  void a_bucket_is_told_by_the_resources_of_the_event_too() throws IOException {
    String denied =
        REFUSED.substring(0, REFUSED.indexOf(" because"))
            + " with an explicit deny in a resource-based policy";
    assertThat(suspects(ofBucket("b", OMITTED), denied))
        .singleElement()
        .satisfies(s -> assertThat(s.change().thing().name()).isEqualTo("b"))
        .satisfies(s ->
            assertThat(s.missing()).isEqualTo("what it wrote: CloudTrail left its request out"));
    assertThat(suspects(ofBucket("c", OMITTED), denied)).isEmpty();
    assertThat(suspects(ofBucket("b", "null"), denied)).hasSize(1);
  }

  private static String ofBucket(String name, String parameters) {
    return ToldArchive.event("07:50:00", "s3 PutBucketPolicy", "", "", parameters)
        .replace(
            "\"requestParameters\"",
            "\"resources\":[{\"type\":\"AWS::S3::Bucket\",\"ARN\":\"arn:aws:s3:::%s\"}],\"requestParameters\""
                .formatted(name));
  }

  private List<Suspect> suspects(String change) throws IOException {
    return suspects(change, REFUSED);
  }

  private List<Suspect> suspects(String change, String message) throws IOException {
    List<String> records = new ArrayList<>(List.of(change));
    for (int minute = 0; minute < 30; minute++) {
      records.add(lists("07:%02d:00".formatted(minute), "", message));
      records.add(lists("08:%02d:00".formatted(minute), "AccessDenied", message));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }

  private static String lists(String time, String code, String message) {
    return ToldArchive.event(time, "s3 ListObjects", code, message, "{\"bucketName\":\"b\"}");
  }
}

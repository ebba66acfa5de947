package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that stood there wants the endpoint that is deleted, whichever object is read. */
final class StandingTest {

  @TempDir Path folder;

  @Test
  void it_is_named_and_makes_the_deletion_certain() throws IOException {
    assertThat(suspects("b/*"))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED))
        .satisfies(s -> assertThat(s.why().getLast()).contains("of bucket `b` (PutBucketPolicy"));
  }

  @Test
  void not_where_it_tells_the_objects_apart() throws IOException {
    assertThat(suspects("b/since/*"))
        .hasSize(2)
        .allSatisfy(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE));
  }

  private List<Suspect> suspects(String objects) throws IOException {
    List<String> records = new ArrayList<>();
    records.add(ToldArchive.event("06:00:00", "s3 PutBucketPolicy", "", "", policy(objects)));
    records.add(
        ToldArchive.event(
            "07:45:00",
            "ec2 DeleteVpcEndpoints",
            "",
            "",
            "{\"DeleteVpcEndpointsRequest\":{\"VpcEndpointId\":{\"content\":\"vpce-1\"}}}"));
    for (int minute = 0; minute < 40; minute++) {
      String before =
          ToldArchive.event("07:%02d:00".formatted(minute), GET, "", "", key("before", minute));
      String since =
          ToldArchive.event(
              "08:%02d:00".formatted(minute),
              GET,
              "AccessDenied",
              refused(minute),
              key("since", minute));
      records.add(came(before, "\"vpcEndpointId\":\"vpce-1\",\"sourceIPAddress\":\"10.0.0.7\","));
      records.add(came(since, "\"sourceIPAddress\":\"203.0.113.7\","));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }

  private static final String GET = "s3 GetObject";

  private static String key(String folder, int number) {
    return "{\"bucketName\":\"b\",\"key\":\"" + folder + "/" + number + "\"}";
  }

  private static String came(String event, String way) {
    return event.replace("\"requestParameters\"", way + "\"requestParameters\"");
  }

  private static String refused(int object) {
    return "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:GetObject on"
        + " resource: arn:aws:s3:::b/since/"
        + object
        + " with an explicit deny in a resource-based policy";
  }

  private static String policy(String objects) {
    return "{\"bucketName\":\"b\",\"bucketPolicy\":{\"Statement\":{\"Effect\":\"Deny\","
        + "\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::"
        + objects
        + "\",\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}}}}";
  }
}

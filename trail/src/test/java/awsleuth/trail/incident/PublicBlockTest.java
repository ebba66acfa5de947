package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket that takes nothing public any more refuses calls that make it so. */
final class PublicBlockTest {

  private static final String BARE = "Access Denied";
  private static final String NAMED =
      "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:PutObjectAcl on"
          + " resource: \\\"arn:aws:s3:::b/k\\\" because public access control lists (ACLs) are"
          + " prevented by the BlockPublicAcls setting in S3 Block Public Access.";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "BlockPublicAcls, public-read, false, POSSIBLE",
    "BlockPublicAcls, public-read, true, CONFIRMED",
    "BlockPublicAcls, private, false, none",
    "BlockPublicPolicy, public-read, false, none",
  })
  void it_is_told_by_the_setting_and_the_list(
      String setting, String list, boolean named, String certainty) throws IOException {
    List<String> records = new ArrayList<>();
    String set =
        "{\"bucketName\":\"b\",\"PublicAccessBlockConfiguration\":{\"%s\":true}}"
            .formatted(setting);
    records.add(ToldArchive.event("07:50:00", "s3 PutBucketPublicAccessBlock", "", "", set));
    String asked = "{\"bucketName\":\"b\",\"key\":\"k\",\"x-amz-acl\":\"%s\"}".formatted(list);
    String message = named ? NAMED : BARE;
    for (int minute = 0; minute < 40; minute++) {
      String at = "%02d:00".formatted(minute);
      records.add(ToldArchive.event("07:" + at, "s3 PutObjectAcl", "", "", asked));
      records.add(ToldArchive.event("08:" + at, "s3 PutObjectAcl", "AccessDenied", message, asked));
    }
    assertThat(new ToldArchive(folder).incidents(records))
        .singleElement()
        .extracting(
            i -> i.suspects().stream().findFirst().map(s -> s.certainty().name()).orElse("none"))
        .isEqualTo(certainty);
  }
}

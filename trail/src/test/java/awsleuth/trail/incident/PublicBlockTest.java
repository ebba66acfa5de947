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

  private static final String BLOCKS_LISTS =
      "{\"bucketName\":\"b\",\"PublicAccessBlockConfiguration\":{\"BlockPublicAcls\":true}}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "s3 DeleteBucketPublicAccessBlock | 'x':'y' | none",
        "s3 PutBucketPublicAccessBlock | 'PublicAccessBlockConfiguration':{'BlockPublicAcls':false} | none",
        "s3 PutBucketPublicAccessBlock | 'PublicAccessBlockConfiguration':{'BlockPublicAcls':true,'IgnorePublicAcls':true} | CONFIRMED",
      })
  void what_was_taken_off_again_refuses_nothing(String call, String set, String certainty)
      throws IOException {
    List<String> records = new ArrayList<>();
    records.add(
        ToldArchive.event("07:40:00", "s3 PutBucketPublicAccessBlock", "", "", BLOCKS_LISTS));
    String later = "{\"bucketName\":\"b\"," + set.replace('\'', '"') + "}";
    records.add(ToldArchive.event("07:50:00", call, "", "", later));
    records.addAll(puts("public-read", NAMED));
    assertThat(surest(records)).isEqualTo(certainty);
  }

  @ParameterizedTest
  @CsvSource({"111122223333, CONFIRMED", "444455556666, none", "'', POSSIBLE"})
  void an_account_blocks_its_own_buckets(String owner, String certainty) throws IOException {
    String set = "{\"PublicAccessBlockConfiguration\":{\"BlockPublicAcls\":true}}";
    List<String> records = new ArrayList<>();
    records.add(ToldArchive.event("07:50:00", "s3 PutAccountPublicAccessBlock", "", "", set));
    String resources =
        "\"resources\":[{\"accountId\":\"%s\",\"type\":\"AWS::S3::Bucket\",\"ARN\":\"arn:aws:s3:::b\"}],"
            .formatted(owner);
    puts("public-read", NAMED).stream()
        .map(e -> owner.isEmpty() ? e : e.replace("\"requestPar", resources + "\"requestPar"))
        .forEach(records::add);
    assertThat(surest(records)).isEqualTo(certainty);
  }

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
    records.addAll(puts(list, named ? NAMED : BARE));
    assertThat(surest(records)).isEqualTo(certainty);
  }

  @ParameterizedTest
  @CsvSource({"true, true, CONFIRMED", "true, false, POSSIBLE", "false, true, POSSIBLE"})
  void of_a_policy_that_AWS_calls_public_its_word_is_taken(
      boolean named, boolean same, String certainty) throws IOException {
    List<String> records = new ArrayList<>();
    String set = BLOCKS_LISTS.replace("PublicAcls", "PublicPolicy");
    records.add(ToldArchive.event("07:50:00", "s3 PutBucketPublicAccessBlock", "", "", set));
    String policy = "{\"bucketName\":\"b\",\"bucketPolicy\":{\"Id\":\"%s\"}}";
    String message =
        named
            ? NAMED
                .replace("PutObjectAcl", "PutBucketPolicy")
                .replace("public access control lists (ACLs)", "public policies")
                .replace("PublicAcls", "PublicPolicy")
                .replace("b/k", "b")
            : BARE;
    for (int minute = 0; minute < 40; minute++) {
      String at = "%02d:00".formatted(minute);
      String before = policy.formatted(same ? "a" : "b");
      records.add(ToldArchive.event("07:" + at, "s3 PutBucketPolicy", "", "", before));
      records.add(
          ToldArchive.event(
              "08:" + at, "s3 PutBucketPolicy", "AccessDenied", message, policy.formatted("a")));
    }
    // Each success is itself a change of the bucket's policy.
    assertThat(
            new ToldArchive(folder)
                .incidents(records).getFirst().suspects().stream()
                    .filter(s -> s.change().event().name().endsWith("AccessBlock"))
                    .map(s -> s.certainty().name()))
        .containsExactly(certainty);
  }

  private static List<String> puts(String list, String message) {
    List<String> records = new ArrayList<>();
    String asked = "{\"bucketName\":\"b\",\"key\":\"k\",\"x-amz-acl\":\"%s\"}".formatted(list);
    for (int minute = 0; minute < 40; minute++) {
      String at = "%02d:00".formatted(minute);
      records.add(ToldArchive.event("07:" + at, "s3 PutObjectAcl", "", "", asked));
      records.add(ToldArchive.event("08:" + at, "s3 PutObjectAcl", "AccessDenied", message, asked));
    }
    return records;
  }

  private String surest(List<String> records) throws IOException {
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects().stream()
        .findFirst()
        .map(s -> s.certainty().name())
        .orElse("none");
  }
}

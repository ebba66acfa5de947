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

/** A bucket encrypts with another key, which AWS refuses the caller. */
final class EncryptedTest {

  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "1111, 2222, PutObject, GenerateDataKey, '', CONFIRMED",
    "'', 2222, PutObject, GenerateDataKey, '', POSSIBLE",
    "1111, 2222, GetObject, Decrypt, '', POSSIBLE",
    "2222, 2222, PutObject, GenerateDataKey, '', none",
    "1111, 3333, PutObject, GenerateDataKey, '', none",
    "1111, 2222, PutObject, GenerateDataKey, 2222, none",
  })
  void it_is_why_where_AWS_names_the_new_key(
      String before, String since, String call, String action, String own, String certainty)
      throws IOException {
    List<String> records = new ArrayList<>();
    if (!before.isEmpty()) {
      records.add(set("02:00:00", before));
    }
    records.add(set("08:30:10", since));
    String header =
        own.isEmpty()
            ? ""
            : ",\"x-amz-server-side-encryption-aws-kms-key-id\":\"%s\"".formatted(KEY + own);
    for (int minute = 0; minute < 60; minute++) {
      records.add(
          ToldArchive.event(
              "08:%02d:00".formatted(minute),
              "s3 " + call,
              minute < 31 ? "" : "AccessDenied",
              "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: kms:"
                  + action
                  + " on resource: "
                  + KEY
                  + "2222 because no identity-based policy allows the kms:"
                  + action
                  + " action",
              "{\"bucketName\":\"drop\",\"key\":\"k\"%s}".formatted(header)));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    Optional<Suspect> first = incidents.getFirst().suspects().stream().findFirst();
    assertThat(first.map(s -> s.certainty().name()).orElse("none")).isEqualTo(certainty);
  }

  private static String set(String time, String key) {
    String rule =
        "{\"ApplyServerSideEncryptionByDefault\":{\"SSEAlgorithm\":\"aws:kms\",\"KMSMasterKeyID\":\"%s\"}}"
            .formatted(KEY + key);
    return ToldArchive.event(
        time,
        "s3 PutBucketEncryption",
        "",
        "",
        "{\"bucketName\":\"drop\",\"ServerSideEncryptionConfiguration\":{\"Rule\":%s}}"
            .formatted(rule));
  }
}

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

/** A service that calls as itself has no policies of its own: the resource's must let it in. */
final class ServiceCallerTest {

  private static final String SERVICE = "config.amazonaws.com";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "PutBucketPolicy, config.amazonaws.com, cloudtrail.amazonaws.com, CONFIRMED",
    "DeleteBucketPolicy, config.amazonaws.com, -, CONFIRMED",
    "PutBucketPolicy, config.amazonaws.com, config.amazonaws.com, none",
    "PutBucketPolicy, cloudtrail.amazonaws.com, logs.amazonaws.com, none",
  })
  void a_policy_that_lets_it_in_no_more_is_why(
      String event, String before, String since, String certainty) throws IOException {
    List<String> records = new ArrayList<>();
    records.add(policy("02:00:00", "PutBucketPolicy", before));
    records.add(policy("08:30:30", event, since));
    for (int minute = 0; minute < 60; minute++) {
      String code = minute < 31 ? "" : "AccessDenied";
      records.add(
          ToldArchive.event(
                  "08:%02d:00".formatted(minute),
                  "s3 PutObject",
                  code,
                  "Access Denied",
                  "{\"bucketName\":\"cfg\",\"key\":\"AWSLogs/a\"}")
              .replace(
                  "\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/ci\"",
                  "\"type\":\"AWSService\",\"invokedBy\":\"%s\"".formatted(SERVICE)));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    Optional<Suspect> first = incidents.getFirst().suspects().stream().findFirst();
    assertThat(first.map(s -> s.certainty().name()).orElse("none")).isEqualTo(certainty);
  }

  private static String policy(String time, String event, String service) {
    String parameters =
        event.startsWith("Put")
            ? ("{'bucketName':'cfg','bucketPolicy':{'Version':'2012-10-17','Statement':[{"
                    + "'Effect':'Allow','Principal':{'Service':'%s'},'Action':'s3:PutObject',"
                    + "'Resource':'arn:aws:s3:::cfg/*'}]}}")
                .formatted(service)
                .replace('\'', '"')
            : "{\"bucketName\":\"cfg\"}";
    return ToldArchive.event(time, "s3 " + event, "", "", parameters);
  }
}

package awsleuth.app.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.read.Readers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a log group has of a failure that was given. */
class LogHitsTest {

  private static final String FAILED =
      """
      Traceback (most recent call last):
        File "/var/task/app.py", line 3, in handler
          iam.list_users()
      botocore.exceptions.ClientError: An error occurred (OPERATION) when calling the ListUsers operation: no
      """;
  private static final String NAME = "log-_aws_lambda_f.log";

  private static List<Evidence> read(String artifact, String text) {
    return List.copyOf(Readers.read(new Artifact(artifact, Kind.ANY, text), AwsCatalog.embedded()));
  }

  private static LogHits hits(String text) {
    return new LogHits("live", Map.of(NAME, text), read("live/" + NAME, text));
  }

  @Test
  void theFailureThatWasGivenIsNotDiagnosedOnceMore() {
    List<Evidence> given = read("t.log", FAILED.replace("OPERATION", "AccessDenied"));
    String same = "2026-11-28T19:36:00.123Z " + FAILED.replace("OPERATION", "AccessDenied");
    assertThat(hits(same).evidence()).isNotEmpty();
    assertThat(hits(same).others(given)).isEmpty();
    assertThat(hits(same).lines()).isEmpty();
    assertThat(hits(FAILED.replace("OPERATION", "Throttling")).others(given)).isNotEmpty();
  }

  @Test
  void linesThatAreNoFailureAreTold() {
    String lines = "WARN throttled by orders password=hunter2hunter2\n".repeat(7);
    assertThat(hits(lines).lines())
        .hasSize(6)
        .startsWith("live/" + NAME + ": WARN throttled by orders password=(secret)")
        .endsWith("live/" + NAME + ": 2 more lines");
  }
}

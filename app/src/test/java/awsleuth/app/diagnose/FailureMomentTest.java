package awsleuth.app.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.collect.live.CallTime;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.read.Readers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the primary failure was. */
class FailureMomentTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final String SENTENCE =
      "An error occurred (AccessDenied) when calling the ListUsers operation: no";

  @TempDir Path folder;

  private CallTime of(String log) throws Exception {
    return of(Files.writeString(folder.resolve("app.log"), log).toString(), log);
  }

  private static CallTime of(String name, String log) {
    AwsCatalog catalog = AwsCatalog.embedded();
    List<Evidence> evidence = List.copyOf(Readers.read(new Artifact(name, Kind.ANY, log), catalog));
    return FailureMoment.of(new Diagnoser(catalog).primary(evidence).orElseThrow(), evidence, NOW);
  }

  @Test
  void theLineOfTheLogTellsIt() throws Exception {
    assertThat(of("2026-11-20T08:15:31Z ERROR " + SENTENCE + "\n"))
        .isEqualTo(CallTime.told(Instant.parse("2026-11-20T08:15:31Z")));
  }

  @Test
  void theLineBeforeATracebackTellsIt() throws Exception {
    assertThat(
            of(
                "2026-11-20T08:15:31Z ERROR it failed\nTraceback (most recent call last):\n"
                    + "  File \"app.py\", line 3, in main\n    iam.list_users()\n"
                    + "botocore.exceptions.ClientError: "
                    + SENTENCE
                    + "\n"))
        .isEqualTo(CallTime.told(Instant.parse("2026-11-20T08:15:31Z")));
  }

  @Test
  void aTimeWithoutAZoneDoesNotTellIt() throws Exception {
    assertThat(of("2026-11-20 08:15:31 ERROR " + SENTENCE + "\n")).isEqualTo(CallTime.now(NOW));
  }

  @Test
  void ofATextThatIsNoFileItsOwnLineTellsIt() {
    assertThat(of("-", "2026-11-20T08:15:31Z ERROR " + SENTENCE + "\n"))
        .isEqualTo(CallTime.told(Instant.parse("2026-11-20T08:15:31Z")));
  }
}

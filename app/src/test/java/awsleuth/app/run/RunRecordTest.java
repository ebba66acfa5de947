package awsleuth.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code awsleuth run} keeps in a record or document, and what that tells elsewhere. */
class RunRecordTest {

  private static final String DENIED = Observed.DENIED;
  private static final String DIED = Observed.DIED;
  private static final String RETRIED = Observed.RETRIED;

  @TempDir Path folder;

  private Command run(String lines, int exit, String... options) throws IOException {
    return Observed.run(folder, lines, exit, options);
  }

  @Test
  void theDocumentFollowsItsSchema() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/diagnosis.schema.json")));
    for (String lines : List.of(DENIED + DIED, DENIED, RETRIED, "")) {
      Path out = folder.resolve("diagnosis.json");
      Command said = run(lines, 1, "--format", "json", "--output", out.toString());
      assertThat(said.err()).isEmpty();
      Object document = Json.object(Files.readString(out));
      assertThat(schema.faults(document)).isEmpty();
      assertThat(Files.readString(out)).contains("\"run\":");
    }
  }

  @Test
  void aRecordThatIsKeptTellsTheSameAgain() throws IOException {
    Path record = folder.resolve("calls.jsonl");
    run(DENIED + DIED, 1, "--record", record.toString());
    assertThat(Files.getPosixFilePermissions(record)).hasSize(2);
    Command again = Observed.say(List.of(record.toString()));
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out())
        .contains("error  AccessDenied calling ListObjectsV2 of s3", "calls.jsonl:4")
        .contains("permissions/no-identity-allow");
  }

  @Test
  void aRecordTellsElsewhereWhatWasRetriedSlowAndOutOfDate() throws IOException {
    Path record = folder.resolve("calls.jsonl");
    run(RETRIED, 0, "--record", record.toString());
    Command text = Observed.say(List.of(record.toString()));
    assertThat(text.code()).isEqualTo(Console.FINE);
    assertThat(text.out())
        .startsWith(record + ": 1,234 AWS calls in ")
        .contains("none failed, 1 succeeded only after retries\n")
        .contains("\nretried      PutLogEvents of logs succeeded with request 2, after 1.3 s")
        .contains("\nslow         GetObject of s3 took 12 s")
        .contains("\ndeprecated   `AWS_STS_REGIONAL_ENDPOINTS=legacy`")
        .doesNotContain("no failed AWS call found");
    assertThat(Observed.say(List.of("--format", "markdown", record.toString())).out())
        .contains("\n- **retried** PutLogEvents of logs");
    String json = Observed.say(List.of("--format", "json", record.toString())).out();
    assertThat(
            JsonSchema.of(Files.readString(Path.of("../docs/diagnosis.schema.json")))
                .faults(Json.object(json)))
        .isEmpty();
    assertThat(json).contains("\"remarks\":[{\"kind\":\"retried\"");
  }

  @Test
  void remarksStandBehindTheFailuresOfARecordAndBesideWhatOtherFilesLack() throws IOException {
    Path record = folder.resolve("calls.jsonl");
    String called =
        RETRIED.substring(RETRIED.indexOf('\n') + 1).replace("\"client\": 0", "\"client\": 1");
    run(DENIED + DIED + called, 1, "--record", record.toString());
    Path quiet = Files.writeString(folder.resolve("quiet.log"), "all is well\n");
    String out = Observed.say(List.of(record.toString())).out();
    assertThat(out.indexOf("\n\n" + record + ": "))
        .isBetween(out.indexOf("no-identity-allow"), out.indexOf("\nretried      PutLogEvents"));
    run(RETRIED, 0, "--record", record.toString());
    assertThat(Observed.say(List.of(record.toString(), quiet.toString())).out())
        .contains("no failed AWS call found in ", "retried      PutLogEvents");
  }

  @Test
  void nothingIsRunWhereAFileCannotBeWritten() throws IOException {
    Command said = run(DENIED, 0, "--record", folder.resolve("none/calls.jsonl").toString());
    assertThat(said.code()).isEqualTo(Console.USAGE);
    assertThat(said.err()).contains("cannot be written, so the program is not run");
  }
}

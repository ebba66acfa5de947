package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.terminal.Screen;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How contradictory evidence is shown. */
class ConflictViewsTest {

  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "List", "Effect": "Allow",
        "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::fjord-customers"%s}]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void twoVersionsOfAPolicy() throws IOException {
    Path example = Path.of("../examples/source-ip");
    Files.copy(example.resolve("event.json"), folder.resolve("event.json"));
    Files.copy(example.resolve("lambda.log"), folder.resolve("lambda.log"));
    String condition = ", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}}";
    Files.writeString(folder.resolve("role-policy.json"), POLICY.formatted(condition));
    Files.writeString(
        folder.resolve("role-policy-old.json"),
        POLICY.formatted(condition.replace("203.0.113.0", "198.51.100.0")));
  }

  @Test
  void theTextShowsWhatEachSaysAndWhatWasMadeOfIt() {
    String text = Command.run(folder.toString()).out().replace(folder + "/", "");
    assertThat(text)
        .contains(
            """
              conflict   two versions of one policy are given
                says     one version of Sid `List` (role-policy-old.json:1)
                says     another version of Sid `List` (role-policy.json:1)
                open     neither is known to be the one in force, so what rests on them is only possible
            """)
        .contains("decided  only where the files given are what is in force")
        .contains("needs    which version of Sid `List` was in force")
        .doesNotContain("  confirmed  a condition on");
    String narrow = Command.pipe(new byte[0], new Screen(false, 40), folder.toString()).out();
    assertThat(narrow.lines().filter(l -> l.contains("neither is known"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown"})
  void itIsToldBeforeTheFixThatRestsOnIt(String format) {
    String shown = Command.run("--format", format, folder.toString()).out();
    String fix = format.equals("text") ? "    fix " : "**Fix**";
    assertThat(shown.indexOf("two versions of one policy")).isBetween(0, shown.indexOf(fix));
  }

  @Test
  void theJsonIsAsTheSchemaHasIt() throws IOException {
    String json = Command.run("--format", "json", folder.toString()).out();
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/diagnosis.schema.json")));
    assertThat(schema.faults(Json.object(json))).isEmpty();
    assertThat(json)
        .contains("\"conflicts\":[{\"kind\":\"policy\"", "\"settled\":false", "\"holds\":false")
        .doesNotContain("\"holds\":true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "html"})
  void theRecordHasIt(String format) {
    assertThat(Command.run("report", folder.toString(), "--format", format).out())
        .contains("Conflicts", "two versions of one policy are given", "role-policy-old.json:1");
  }

  @Test
  void theMarkdownHasIt() {
    assertThat(Command.run("--format", "markdown", folder.toString()).out())
        .contains("### conflict: two versions of one policy are given")
        .contains("- open: neither is known");
  }

  @Test
  void redactedConflictsHaveNoNames() {
    assertThat(Command.run("--redact", "--format", "json", folder.toString()).out())
        .contains("\"conflicts\"")
        .doesNotContain("fjord-customers");
  }
}

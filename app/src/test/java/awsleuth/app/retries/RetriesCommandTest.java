package awsleuth.app.retries;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetriesCommandTest {

  @TempDir Path folder;
  private Path environment = Path.of("");

  @BeforeEach
  void anEmptyEnvironment() throws IOException {
    environment = Files.writeString(folder.resolve("env"), "");
  }

  private Command retries(String... options) {
    List<String> args = new ArrayList<>(List.of("retries", "--env", environment.toString()));
    args.addAll(Arrays.asList(options));
    return Command.run(args.toArray(String[]::new));
  }

  @Test
  void settingsAreCitedWhereTheyStand() throws IOException {
    Path config = folder.resolve("config");
    Files.writeString(config, "[default]\nretry_mode = adaptive\n\nmax_attempts = 7\n");
    Command run = retries("--config", config.toString());
    assertThat(run.code()).isEqualTo(Console.FINE);
    assertThat(run.out())
        .contains("mode       adaptive  from retry_mode of profile default (" + config + ":2:1)")
        .contains("at most 7 a call, so 6 repetitions  from max_attempts of profile default");
    Files.writeString(environment, "AWS_MAX_ATTEMPTS=2\n");
    assertThat(retries("--config", config.toString()).out())
        .contains("at most 2 a call, so 1 repetitions  from AWS_MAX_ATTEMPTS");
  }

  /** In code max_attempts counts repetitions, elsewhere requests. */
  @Test
  void maxAttemptsOfTheConfigCountsRepetitions() {
    assertThat(retries("--max-attempts", "4").out()).contains("at most 5 a call");
    assertThat(retries("--total-max-attempts", "4").out()).contains("at most 4 a call");
  }

  @Test
  void theWaitsAreThoseOfTheServiceAndTheFailure() {
    assertThat(retries("--service", "dynamodb").out())
        .contains("0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8 s")
        .contains("together 25.55 s on average (deviation 0 s), 25.55 s at most");
    assertThat(retries("--error", "AccessDenied", "--status", "403").out())
        .contains("with AccessDenied at every attempt: none, it fails at once");
  }

  @Test
  void whatBotocoreRefusesIsSaid() throws IOException {
    Files.writeString(environment, "AWS_MAX_ATTEMPTS=three\n");
    Command run = retries();
    assertThat(run.code()).isEqualTo(Console.USAGE);
    assertThat(run.err())
        .isEqualTo(
            "awsleuth: botocore refuses the settings: invalid literal for int() with base 10:"
                + " 'three', from AWS_MAX_ATTEMPTS\n");
  }

  @Test
  void wrongWordsGetTheNearest() {
    assertThat(retries("--service", "dynamo").err()).contains("near it: dynamodb");
    assertThat(retries("--service", "sqs", "--operation", "list_queue").err())
        .contains("near it: ListQueues");
    assertThat(retries("--mode", "Standard").err()).contains("legacy, standard or adaptive");
    assertThat(retries("--clients", "5").err()).contains("--clients needs --limit");
    assertThat(retries("--clients", "5", "--limit", "x").err())
        .contains("--limit is a number, not `x`");
  }

  @Test
  void aLoadIsPlayedThroughAndDrawn() throws IOException {
    Path svg = folder.resolve("load.svg");
    Command run =
        retries("--clients", "24", "--limit", "20", "--seconds", "10", "--svg", svg.toString());
    assertThat(run.code()).isEqualTo(Console.FINE);
    assertThat(run.out()).contains("24 clients without pause").contains("░").contains("advised");
    assertThat(Files.readString(svg)).startsWith("<svg ").endsWith("</svg>\n");
    assertThat(retries("--clients", "24", "--limit", "20", "--seconds", "10").out())
        .isEqualTo(run.out());
  }

  @Test
  void theJsonIsOfItsSchema() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/retries.schema.json")));
    for (List<String> options :
        List.of(
            List.of("--format", "json"),
            List.of("--format", "json", "--mode", "standard", "--service", "account"),
            List.of("--format", "json", "--clients", "9", "--limit", "10", "--seconds", "5"))) {
      Command run = retries(options.toArray(String[]::new));
      assertThat(schema.faults(Json.object(run.out()))).isEmpty();
    }
  }

  @Test
  void aBatchAnswersInOrderAndGoesOnAfterALineThatIsNoRecord() {
    Command run =
        Command.pipe(
            """
            {"id": "a", "kind": "backoff", "mode": "legacy", "base": "rand", "attempt": 3, "random": [0.5]}
            {"id": "b", "kind": "nothing"}
            no json
            {"id": "c", "kind": "config", "config": {"mode": "bogus"}, "env": {}, "profile": {}}
            """,
            "retries",
            "--batch");
    assertThat(run.code()).isEqualTo(Console.FINE);
    assertThat(run.out().lines())
        .containsExactly(
            "{\"id\": \"a\", \"delay\": 2.0}",
            "{\"id\": \"b\", \"error\": \"`kind` is backoff, config, wire or adaptive, not"
                + " `nothing`\"}",
            "{\"id\": \"\", \"error\": \"not valid JSON: a text without double quotes, column 1\"}",
            "{\"id\": \"c\", \"expect\": {\"exception\":"
                + " \"botocore.exceptions.InvalidRetryModeError\", \"message\": \"Invalid value"
                + " provided to \\\"mode\\\": \\\"bogus\\\" must be one of: ('legacy', 'standard',"
                + " 'adaptive')\"}}");
  }

  @Test
  void whatCannotBePlayedThroughIsSaidInOneLine() {
    assertThat(
            Command.run(
                    "retries",
                    "--clients",
                    "1",
                    "--limit",
                    "1",
                    "--latency",
                    "100",
                    "--seconds",
                    "100000000")
                .err())
        .isEqualTo("awsleuth: that load is too much to play through; shorten --seconds\n");
    assertThat(Command.run("retries", "--app-retries", "-3").err())
        .isEqualTo("awsleuth: --app-retries is a number from 0 to 1000, not -3\n");
  }

  @Test
  void waitsThatDoubleWithoutEndStayNumbers() {
    assertThat(Command.run("retries", "--max-attempts", "2000000000").out())
        .contains("over a year on average")
        .contains("\"total_max_attempts\": 10");
    assertThat(Command.run("retries", "--max-attempts", "2000000000", "--format", "json").out())
        .doesNotContain("Infinity", "NaN");
    assertThat(
            Command.run("retries", "--max-attempts", "2000000000", "--app-retries", "1000").out())
        .contains("2002000001001 requests");
  }

  @Test
  void aLoadThatFitsIsLeftToTheStandardMode() {
    assertThat(Command.run("retries", "--clients", "2", "--limit", "1000").out())
        .contains("advised    mode standard, 3 requests at most");
  }
}

package awsleuth.app.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code awsleuth trail generate}, {@code incident}, {@code timeline} and {@code changes}. */
final class TrailIncidentTest {

  @TempDir static Path folder;
  private static String archive = "";

  @BeforeAll
  static void an_archive_is_made_with_two_incidents() {
    archive = folder.resolve("archive").toString();
    Command c =
        Command.run(
            "trail",
            "generate",
            "--seed=4",
            "--size=7MB",
            "--incident=bucket-deny",
            "--incident=throttle-storm",
            archive);
    assertThat(c.err()).isEmpty();
    assertThat(c.out()).contains("the answers are in answers.json");
    assertThat(c.code()).isEqualTo(Console.FINE);
  }

  @Test
  void both_incidents_are_told_with_actor_time_and_statement() {
    Command c = Command.run("trail", "incident", archive);
    assertThat(c.err()).isEmpty();
    assertThat(c.out())
        .contains("confirmed  PutBucketPolicy of 2026-11-0")
        .contains("statement `EndpointOnly` denies it")
        .contains("`role/inventory-scan`, calling with `")
        .contains("used up the rate")
        .contains("throttling/api-rate")
        .contains("2 incidents; ");
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
  }

  /** As if interrupted before the second. */
  @Test
  void the_first_reading_is_kept_where_the_second_cannot_be_made() throws IOException {
    String whole = Command.run("trail", "incident", archive).out();
    Path state = folder.resolve("state");
    Command resumed = Command.run("trail", "incident", "--resume", state.toString(), archive);
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).isEqualTo(whole);
    assertThat(state).doesNotExist();
    assertThat(folder.resolve("state.second")).doesNotExist();
    Files.writeString(folder.resolve("state.second"), "x");
    Command refused = Command.run("trail", "incident", "--resume", state.toString(), archive);
    assertThat(refused.err()).contains("state.second: is no state of an interrupted reading");
    assertThat(refused.code()).isEqualTo(Console.USAGE);
    assertThat(state).as("what the first reading found").exists();
    Files.delete(folder.resolve("state.second"));
    resumed = Command.run("trail", "incident", "--resume", state.toString(), archive);
    assertThat(resumed.out()).isEqualTo(whole);
    assertThat(state).doesNotExist();
  }

  @Test
  void the_markdown_names_the_cause() {
    assertThat(Command.run("trail", "incident", "--format=markdown", archive).out())
        .contains("- cause: PutBucketPolicy of", "### confirmed: PutBucketPolicy of");
  }

  @Test
  void a_group_is_looked_into_by_its_id() {
    String text = Command.run("trail", "incident", "--code=RequestLimitExceeded", archive).out();
    String id = text.replaceAll("(?s).*?group +([0-9a-f]{6}).*", "$1");
    assertThat(Command.run("trail", "incident", "--group=" + id, archive).out())
        .contains("1 incident; looked into 1 group");
  }

  @Test
  void before_the_incidents_nothing_is_found() {
    Command c = Command.run("trail", "incident", "--until=2026-11-03T02:00:00Z", archive);
    assertThat(c.out()).startsWith("no incident: no failures became more than chance explains; ");
    assertThat(c.code()).isEqualTo(Console.FINE);
  }

  @ParameterizedTest
  @CsvSource({
    "--region=eu-south-2",
    "--account=999999999999",
    "--address=192.0.2.250",
    "--since=2026-11-29T00:00:00Z"
  })
  void incidents_of_other_calls_than_those_asked_about_are_not_told(String option) {
    Command c = Command.run("trail", "incident", option, archive);
    assertThat(c.out()).startsWith("no incident: no failures became more than chance explains; ");
    assertThat(c.code()).isEqualTo(Console.FINE);
  }

  @Test
  void what_calls_of_a_region_and_account_have_is_told_with_changes_from_anywhere() {
    String text = Command.run("trail", "incident", "--region=*", "--account=*", archive).out();
    assertThat(text).contains("2 incidents; ").contains("confirmed  PutBucketPolicy");
  }

  @Test
  void a_moment_far_from_all_failures_has_none_that_became_more() {
    assertThat(Command.run("trail", "incident", "--at=2026-11-02T06:00:00Z", archive).out())
        .contains("looked into")
        .doesNotContain("PutBucketPolicy");
  }

  @ParameterizedTest
  @CsvSource({"incident,incidents", "timeline,groups", "changes,changes"})
  void the_json_is_as_the_schema_has_it(String verb, String member) throws IOException {
    JsonSchema schema =
        JsonSchema.of(Files.readString(Path.of("../docs/trail-" + verb + ".schema.json")));
    String json = Command.run("trail", verb, "--format=json", archive).out();
    assertThat(schema.faults(Json.object(json))).isEmpty();
    assertThat(json).contains("\"" + member + "\":[{");
  }

  @Test
  void the_timeline_shows_since_when() {
    Command c = Command.run("trail", "timeline", "--top=2", archive);
    assertThat(c.out()).contains("since 2026-11-0", "▲").contains("a column is ");
    assertThat(c.out().lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(80);
  }

  @Test
  void the_pictures_have_no_script_and_escape_what_they_show() throws IOException {
    Path svg = folder.resolve("t.svg");
    Path html = folder.resolve("t.html");
    Command.run("trail", "timeline", "--picture=" + svg, archive);
    Command.run("trail", "timeline", "--picture=" + html, archive);
    assertThat(Files.readString(svg))
        .startsWith("<svg ")
        .contains("since 2026-11-0")
        .endsWith("</svg>\n");
    assertThat(Files.readString(html)).contains("default-src 'none'").doesNotContain("<script");
  }

  @Test
  void changes_tell_who_and_which_statement() {
    Command c = Command.run("trail", "changes", "--operation=PutBucketPolicy", archive);
    assertThat(c.out()).contains("+ `EndpointOnly` {").contains("see ").contains(" changes");
    assertThat(c.code()).isEqualTo(Console.FINE);
  }

  @ParameterizedTest
  @CsvSource({
    "'trail,incident,--hours=0,x', --hours is a number",
    "'trail,incident,--at=soon,x', --at is a time",
    "'trail,generate,--resume=s,x', '--resume is for trail failures, timeline, changes, incident or"
        + " request, not'",
    "'trail,timeline,--picture=x.png,x', --picture is a file that ends in .svg or .html",
    "'trail,generate,--size=lots,x', --size is a number with",
    "'trail,generate,--days=0,x', --days is a number",
    "'trail,generate,--incident=flood,x', --incident is all",
    "'trail,generate', generate needs one folder"
  })
  void wrong_usage_is_one_line_and_code_2(String arguments, String said) {
    Command c = Command.run(arguments.split(",", -1));
    assertThat(c.err().lines().findFirst().orElse("")).contains(said);
    assertThat(c.code()).isEqualTo(Console.USAGE);
  }

  @ParameterizedTest
  @CsvSource({"text", "json", "markdown"})
  void access_keys_and_what_controls_a_terminal_stay_inside(String format) throws IOException {
    Path file = folder.resolve("keys.json");
    Files.writeString(
        file,
        """
        {"Records": [{"eventTime": "2026-11-02T10:00:00Z", "eventSource": "iam.amazonaws.com",
          "eventName": "UpdateAccessKey", "awsRegion": "us-east-1", "eventID": "e1",
          "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/ci\\u001b[31m"},
          "requestParameters": {"userName": "ci", "accessKeyId": "AKIAIOSFODNN7EXAMPLE", "status": "Inactive"},
          "recipientAccountId": "111122223333"}]}
        """);
    String out = Command.run("trail", "changes", "--format=" + format, file.toString()).out();
    assertThat(out)
        .contains("UpdateAccessKey", "Inactive")
        .doesNotContain("AKIAIOSFODNN7EXAMPLE", "\u001b");
  }

  @Test
  void a_folder_with_something_in_it_is_not_written_into() {
    Command c = Command.run("trail", "generate", archive);
    assertThat(c.err()).contains("is not empty");
    assertThat(c.code()).isEqualTo(Console.USAGE);
  }
}

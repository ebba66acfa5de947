package awsleuth.app.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code awsleuth trail} is given: options, paths, a pipe, a state to go on from. */
class TrailInputTest extends SmallArchive {

  @Test
  void whatStandardInputHasIsNamedAfterIt() throws IOException {
    byte[] packed = Files.readAllBytes(folder.resolve("a.json.gz"));
    for (String question : List.of("failures", "incident", "changes", "timeline", "request")) {
      for (String format : List.of("text", "json", "markdown")) {
        List<String> words = new ArrayList<>(List.of("trail", question, "--format", format));
        words.addAll(question.equals("request") ? List.of("REQ01", "-") : List.of("-"));
        Command run = Command.pipe(packed, Screen.PIPE, words.toArray(String[]::new));
        assertThat(run.out() + run.err()).as(question + " " + format).doesNotContain("/stdin");
      }
    }
    assertThat(Command.pipe(packed, Screen.PIPE, "trail", "request", "REQ01", "-").out())
        .contains("<stdin>:1");
    assertThat(Command.pipe("{\"Records\":[1]}", "trail", "failures", "-").err())
        .isEqualTo("awsleuth: <stdin>: 1 record is no object (line 1); the others are read\n");
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsRead() throws IOException {
    Files.writeString(folder.resolve("c.json"), "{\"Records\":[1]}");
    Files.write(folder.resolve("d.json.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
    Command run = failures();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("3 calls of 5 failed");
    assertThat(run.err())
        .isEqualTo(
            "awsleuth: "
                + folder.resolve("c.json")
                + ": 1 record is no object (line 1); the others are read\n"
                + "awsleuth: "
                + folder.resolve("d.json.gz")
                + ": its gzip data ends too early; what comes before is read\n");
  }

  @Test
  void wrongUsageIsToldInOneLine() {
    assertThat(Command.run("trail").err()).contains("trail needs QUESTION");
    assertThat(Command.run("trail", "failure", "x").err())
        .startsWith(
            "awsleuth: `trail` asks for failures, timeline, changes, incident, request or"
                + " generate, not `failure`\n");
    assertThat(Command.run("trail", "failures").err()).startsWith("awsleuth: PATH is missing");
    assertThat(Command.run("trail", "request").err()).contains("needs ID, then PATH");
    assertThat(failures("--since", "yesterday").err())
        .startsWith("awsleuth: --since is a time, as 2026-11-18,");
    assertThat(failures("--since", "2026-11-19", "--until", "2026-11-18").err())
        .contains("nothing is between them");
    assertThat(failures("--format", "yaml").err())
        .contains("--format is text, json or markdown, not `yaml`");
    assertThat(failures("--top", "0").err()).contains("--top is a number from 1 on");
    Command none = Command.run("trail", "failures", folder.resolve("none").toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).endsWith("none: cannot be read (it is not there)\n");
  }

  @Test
  void anArchiveOfWhichNothingIsReadIsNoGoodNews() throws IOException {
    Path config = folder.resolve("AWSLogs/111122223333/Config/eu-west-1");
    Files.createDirectories(config);
    Files.writeString(config.resolve("x.json"), "{}");
    Command c = Command.run("trail", "failures", folder.resolve("AWSLogs").toString());
    assertThat(c.err()).contains("no file was read: 1 file or folder passed over");
    assertThat(c.code()).isEqualTo(Console.USAGE);
  }

  @Test
  void aNameThatIsNoTextMakesAPictureAllTheSame() throws IOException {
    Path odd = folder.resolve("odd.json");
    Files.writeString(odd, records(event(1, "List\\ud800\\ufffeObjects", "AccessDenied", DENIED)));
    Path picture = folder.resolve("odd.svg");
    Command c = Command.run("trail", "timeline", "--picture=" + picture, odd.toString());
    assertThat(c.out()).contains("1 of 1 calls failed");
    assertThat(Files.readString(picture)).contains("List").doesNotContain("\ufffe");
  }

  @Test
  void aWholeReadingLeavesNoStateAndWhatIsNoneIsRefused() throws IOException {
    Path state = folder.resolve("state");
    assertThat(failures("--resume", state.toString()).code()).isEqualTo(1);
    assertThat(state).doesNotExist();
    Files.writeString(state, "x");
    Command run = failures("--resume", state.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is no state of an interrupted reading");
  }

  @Test
  void whatAPipeBringsIsReadAndTheTemporaryFileTakenAway() throws IOException {
    String all = records(event(1, "GetObject", "NoSuchKey", "x"), event(2, "GetObject", "", ""));
    for (String verb : List.of("failures", "timeline", "changes", "incident")) {
      Command run = Command.pipe(all, "trail", verb, "--format", "json", "-");
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("\"events\":2,");
    }
    Command twice = Command.pipe(all, "trail", "failures", "--resume", "s", "-");
    assertThat(twice.err()).startsWith("awsleuth: --resume is for files and folders");
  }

  @Test
  void aMomentThatIsAnotherAtEachStartIsRefusedWhereAReadingIsToBeGoneOnFrom() {
    Command run = failures("--since", "6h", "--resume", folder.resolve("state").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("awsleuth: --since 6h is another moment when the reading is gone on from;")
        .contains("with --resume write --since 20");
  }

  @Test
  void anOptionOfAnotherQuestionIsRefused() {
    assertThat(failures("--hours", "3").err())
        .startsWith("awsleuth: --hours is for trail incident, not for failures\n");
    assertThat(Command.run("trail", "generate", "--since", "6h", "x").err())
        .contains(", not for generate");
    assertThat(Command.run("trail", "incident", "--group", "zzz", folder.toString()).err())
        .startsWith("awsleuth: no failures that are asked about are of a group `zzz`;");
  }

  @Test
  void timesMayHaveAnOffsetAndServicesCapitals() {
    assertThat(
            failures("--service", "S3", "--since", "2026-11-18T16:07:00+0100", "--top", "1").out())
        .contains("2 calls of 2 failed");
    assertThat(failures("--region", "EU-WEST-1", "--top", "1").out())
        .doesNotContain("none of them");
    assertThat(failures("--region", "eu-north-1").out())
        .endsWith("read: 5 events in 2 files; the options keep none of them\n");
  }
}

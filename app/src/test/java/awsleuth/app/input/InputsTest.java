package awsleuth.app.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.command.Overview;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Progress;
import awsleuth.app.terminal.Screen;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of files and folders, and what is said of those that are not. */
class InputsTest {

  private static final String ERROR =
      "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @Test
  void anAbsentFileIsSaidAndTheOthersAreRead() throws IOException {
    Command c = Command.run(folder.resolve("absent.log").toString(), file("app.log", ERROR));
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.err().lines()).singleElement().asString().contains("absent.log: there is no");
    assertThat(c.out()).contains("AccessDenied calling GetObject");
  }

  @Test
  void aPolicyThatIsNoJsonIsSaidByPlace() throws IOException {
    file("in/app.log", ERROR);
    file("in/role.json", "{\"Statement\": [\n  {\"Effect\": \"Allow\",\n  },\n]}\n");
    Command c = Command.run(folder.resolve("in").toString());
    assertThat(c.code()).isEqualTo(1);
    assertThat(c.err().lines())
        .singleElement()
        .asString()
        .endsWith("role.json:2:21: a comma stands before `}`: the policy is not read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "diagnose", "--policy", "--policy:identity", "diagnose --policy"})
  void aBrokenPolicyAloneIsOneLineWithItsPlace(String words) throws IOException {
    for (String broken :
        List.of(
            "{\"Statement\": [\n  {\"Effect\": \"Allow\",\n  },\n]}\n",
            "{\"Statement\": [\n  {\"Effect\" \"Allow\"}]}",
            "{\"Version\": \"2012-10-17\",\n  \"Statement",
            "{\"Version\":\n   \"2012-10-17\", }")) {
      List<String> args = new ArrayList<>(words.isEmpty() ? List.of() : List.of(words.split(" ")));
      args.add(file("broken.json", broken));
      Command c = Command.run(args.toArray(String[]::new));
      assertThat(c.code()).isEqualTo(2);
      assertThat(c.out()).isEmpty();
      assertThat(c.err().lines()).singleElement().asString().contains("broken.json:2:");
    }
  }

  @Test
  void jsonThatIsBrokenIsSaidWhereNoFailedCallWasFound() throws IOException {
    Command c = Command.run(file("a.json", "[1, 2"), file("b.log", "[INFO] fine\n"));
    assertThat(c.out().lines().toList())
        .anyMatch(l -> l.endsWith("a.json:1:6: no JSON: it ends before it is complete"))
        .noneMatch(l -> l.contains("b.log:"));
    assertThat(Command.run(file("c.json", "{\"a\": 1}\n{\"a\": 2}\n")).out())
        .doesNotContain("no JSON");
    assertThat(Command.run(file("d.json", "[1, 2"), file("app.log", ERROR)).out())
        .doesNotContain("no JSON");
  }

  @Test
  void aMisspeltCommandIsTakenForAFileAndTheCommandIsNamed() {
    assertThat(Command.run("explian").err()).contains("there is a command `explain`");
  }

  @Test
  void anEmptyWordIsNotTheCurrentFolder() {
    Command c = Command.run("");
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.out()).isEmpty();
    assertThat(c.err()).isEqualTo("awsleuth: a FILE is named by an empty word\n");
  }

  @Test
  void documentsAndProgramsBesideALogOnlySpeakOfFailures() throws IOException {
    for (String name : List.of("README.md", "docs/run.rst", "handler.py", "main.tf", "boot.sh")) {
      file("in/" + name, ERROR.replace("AccessDenied", "ExpiredToken"));
    }
    String in = folder.resolve("in").toString();
    assertThat(Command.run(in).out()).contains("ExpiredToken calling GetObject");
    file("in/z.log", ERROR);
    Command c = Command.run(in);
    assertThat(c.out()).contains("AccessDenied calling GetObject").doesNotContain("ExpiredToken");
    assertThat(c.err().lines())
        .hasSize(5)
        .allMatch(l -> l.endsWith(": not read for failures; name it to have it read"));
    String named = folder.resolve("in/README.md").toString();
    assertThat(Command.run(named, folder.resolve("in/z.log").toString()).out())
        .contains("ExpiredToken", "AccessDenied");
  }

  @Test
  void aDocumentIsReadWhereNoLogHasAFailure() throws IOException {
    file("in/notes.md", "# What happened\n\n" + ERROR);
    file("in/app.log", "INFO started\n");
    Command c = Command.run(folder.resolve("in").toString());
    assertThat(c.out()).contains("AccessDenied calling GetObject");
    assertThat(c.err()).isEmpty();
  }

  @Test
  void aFileThatIsNamedTwiceCountsOnce() throws IOException {
    String log = file("logs/app.log", ERROR);
    String again = folder.resolve("logs/../logs/app.log").toString();
    Files.createSymbolicLink(folder.resolve("logs/link.log"), Path.of(log));
    Command c = Command.run(log, again, folder.resolve("logs").toString());
    assertThat(c.out()).contains("AccessDenied").doesNotContain("times");
  }

  @Test
  void repeatsInSeveralFilesAreCountedTogetherAndAnotherPlaceIsNamed() throws IOException {
    Command c = Command.run(file("a.log", ERROR), file("b.log", "well\n" + ERROR));
    assertThat(c.out()).contains("a.log:1 (2 times, also at ").contains("b.log:2)");
  }

  @Test
  void gzipThatIsCutShortIsReadAsFarAsItGoes() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed, true)) {
      out.write(ERROR.getBytes(UTF_8));
      out.flush();
      out.write("more".repeat(9).getBytes(UTF_8));
    }
    byte[] all = packed.toByteArray();
    Path cut = Files.write(folder.resolve("a.gz"), java.util.Arrays.copyOf(all, all.length - 12));
    Command c = Command.run(cut.toString());
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.err()).contains("a.gz: its gzip data ends too early; what there is was read");
    assertThat(c.out()).contains("AccessDenied calling GetObject");
  }

  @Test
  void otherPackingsAreNamedWithWhatUnpacksThem() throws IOException {
    byte[] bzip2 = {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59};
    Command c = Command.run(Files.write(folder.resolve("a.bz2"), bzip2).toString());
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.err()).contains("a.bz2: packed with bzip2").contains("`bzcat FILE`");
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0};
    assertThat(Command.run(Files.write(folder.resolve("a.zip"), zip).toString()).err())
        .contains("packed with zip");
    assertThat(Command.pipe("BZh is how a word may begin\n" + ERROR).code()).isEqualTo(1);
  }

  @Test
  void hiddenFilesAndOtherPeoplesCodeInAFolderAreLeftOutAndSaid() throws IOException {
    file("in/.git/logs/a.log", ERROR);
    file("in/sub/.cache/a.log", ERROR);
    file("in/.hidden", ERROR);
    file("in/venv/x.log", ERROR);
    Command c = Command.run(folder.resolve("in").toString());
    assertThat(c.out()).contains("there was nothing to read");
    assertThat(c.err())
        .contains("in: left out .git, .hidden, sub/.cache, venv; name one to have it read");
    assertThat(Command.run(folder.resolve("in/.git").toString()).out()).contains("a.log:1");
    file("in/sub/app.log", ERROR);
    assertThat(Command.run(folder.resolve("in").toString()).out())
        .contains("sub/app.log:1")
        .doesNotContain("times");
  }

  @Test
  void settingsInHiddenFilesAreRead() throws IOException {
    file("in/job.log", ERROR.replace("AccessDenied", "InvalidAccessKeyId"));
    file("in/.aws/config", "[profile dev]\nregion = eu-west-1\n");
    file("in/.env", "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_PROFILE=dev\n");
    Command c = Command.run(folder.resolve("in").toString());
    assertThat(c.err()).isEmpty();
    assertThat(c.out()).contains("credentials/shadowed").contains(".env:1");
  }

  @Test
  void aTrailOfMoreThanALogThatIsHeldIsReadAsATrail() throws IOException {
    String event =
        "{\"eventVersion\": \"1.11\", \"eventName\": \"GetObject\", \"eventSource\":"
            + " \"s3.amazonaws.com\", \"errorCode\": \"AccessDenied\", \"requestParameters\":"
            + " {\"filler\": \""
            + "x".repeat(3000)
            + "\"}}";
    StringBuilder records = new StringBuilder("{\"Records\": [" + event);
    while (records.length() < Inputs.WHOLE + 100) {
      records.append(",\n").append(event);
    }
    Command c = Command.run(file("trail.json", records.append("]}").toString()));
    assertThat(c.out()).contains("AccessDenied calling GetObject");
    assertThat(c.code()).isEqualTo(1);
  }

  @Test
  void aDocumentThatIsTooLargeIsSaidToBe() throws IOException {
    Command c = Command.run("--policy:identity", file("policy.json", " ".repeat(17 << 20)));
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.err()).contains("policy.json: larger than 16 MB: read as a log is");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ",\n"})
  void eventsThatAreTooManyAreNotCountedAsALogButToldWhatReadsThem(String between)
      throws IOException {
    String event =
        "{\"eventVersion\": \"1.11\", \"eventName\": \"GetObject\", \"eventSource\":"
            + " \"s3.amazonaws.com\", \"errorCode\": \"AccessDenied\"}";
    String events = "{\"Records\": [" + (event + between).repeat(200_000) + event + "]}";
    Command c = Command.run(file("trail.json", events), file("app.log", ERROR));
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.err()).contains("trail.json: more than 16 MB of CloudTrail events");
    assertThat(c.err()).contains("`awsleuth trail failures FILE`");
    assertThat(c.out()).contains("app.log:1").doesNotContain("trail.json");
  }

  @Test
  void aFolderThatHoldsItselfIsReadOnce() throws IOException {
    file("in/app.log", ERROR);
    Files.createSymbolicLink(folder.resolve("in/self"), folder.resolve("in"));
    Command c = Command.run(folder.resolve("in").toString());
    assertThat(c.out()).contains("app.log:1").doesNotContain("times");
    assertThat(c.err()).isEmpty();
  }

  @Test
  void aFileThatIsNotWhatItIsSaidToBeIsSaid() throws IOException {
    Command c = Command.run("--policy:identity", file("app.log", "all is well\n"));
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.err()).contains("app.log: holds no identity-based policy");
  }

  @Test
  void aFileOfSettingsWithoutASectionIsSaid() throws IOException {
    String log = file("app.log", ERROR);
    Command c = Command.run("--config", file("config", "all is well\n"), log);
    assertThat(c.err()).contains("config: has no [section]");
    assertThat(c.out()).contains("app.log:1");
    Command fine = Command.run("--config", file("config", "[default]\nregion = eu-west-1\n"), log);
    assertThat(fine.err()).isEmpty();
  }

  @Test
  void whereNothingIsFoundItSaysWhyThatMayBe() throws IOException {
    assertThat(Command.run(file("a", "")).out())
        .isEqualTo("no failed AWS call found in " + folder.resolve("a") + " (empty)\n");
    assertThat(Command.pipe("").out()).contains("standard input (empty)").contains("2>&1");
    assertThat(Command.run(file("e", "AWS_PROFILE=dev\nHOME=/root\n")).out())
        .contains("give the text of the failure too");
    Files.createDirectory(folder.resolve("none"));
    assertThat(Command.run(folder.resolve("none").toString()).out())
        .isEqualTo("no failed AWS call found: there was nothing to read\n");
  }

  @Test
  void whatIsNoTextIsSaidToBeNoneInOneLine() throws IOException {
    Path image = folder.resolve("screen.png");
    Files.write(image, "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\3\u00c0".getBytes(ISO_8859_1));
    Command png = Command.run(image.toString());
    assertThat(png.out()).isEmpty();
    assertThat(png.err()).isEqualTo("awsleuth: " + image + ": a PNG image, no text\n");
    assertThat(png.code()).isEqualTo(2);
    assertThat(Command.pipe("a\0b\0").err()).isEqualTo("awsleuth: standard input: no text\n");
    byte[] program = new byte[5 << 20];
    System.arraycopy("\u007fELF\2\1\1".getBytes(ISO_8859_1), 0, program, 0, 7);
    assertThat(Command.pipe(program, Screen.PIPE).err())
        .isEqualTo("awsleuth: standard input: a program (ELF), no text\n");
    String log = file("app.log", ERROR);
    Command beside = Command.run(image.toString(), log);
    assertThat(beside.code()).isEqualTo(1);
    assertThat(beside.err()).isEmpty();
    assertThat(Command.run(image.toString(), file("b.log", "done\n")).out())
        .contains(image + " (not text)", "looked for: ");
  }

  @Test
  void namesCannotSendSequencesToTheTerminal() throws IOException {
    String name = file("evil\u001b[31m.log", "nothing here\n");
    for (Command c : List.of(Command.run(name), Command.run(name + "x"))) {
      assertThat(c.out() + c.err()).contains("evil").doesNotContain("\u001b");
    }
    assertThat(Command.run("--format", "\u001b[2J").err()).doesNotContain("\u001b");
    assertThat(Command.run("--\u001b[2J").err()).doesNotContain("\u001b");
  }

  @Test
  void aStreamThatCannotBeReopenedIsReadFromItsBeginning() {
    String ordinary = "2026-01-02 INFO worker request handled in 12 ms\n".repeat(120_000);
    Read read = new Read(Held.MOST);
    read.inputs.read(
        List.of(new Named(Inputs.STANDARD_INPUT, Kind.ANY)),
        new java.io.ByteArrayInputStream((ERROR + ordinary).getBytes(UTF_8)));
    assertThat(read.inputs.evidence())
        .singleElement()
        .extracting(e -> e.source().line())
        .isEqualTo(1);
  }

  @Test
  void evidenceThatDoesNotFitIsLeftOutAndSaid() throws IOException {
    String first = file("a.log", ERROR);
    String second = file("b.log", ERROR.replace("GetObject", "PutObject"));
    String third = file("c.log", ERROR);
    Read read = new Read(12_000);
    read.inputs.read(
        List.of(
            new Named(first, Kind.ANY), new Named(second, Kind.ANY), new Named(third, Kind.ANY)),
        InputStream.nullInputStream());
    assertThat(read.inputs.evidence()).hasSize(1);
    assertThat(read.err.toString(UTF_8))
        .isEqualTo(
            "awsleuth: the evidence is more than can be held: from "
                + second
                + " on 1 pieces are left out and 1 files not read; give them by themselves\n");
    assertThat(read.remarks.hasErrors()).isTrue();
  }

  @Test
  void filesThatCloudTrailNamedAreReadLastAndTheirNamesAreKnownWhereTheyDoNotFit()
      throws IOException {
    String log = "An error occurred (X) when calling the GetObject operation: no";
    String event =
        "{\"Records\":[{\"eventVersion\":\"1.08\",\"eventTime\":\"2026-11-18T15:00:00Z\","
            + "\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"GetObject\"}]}";
    String base = "in/AWSLogs/111122223333_CloudTrail_eu-west-1_20261118T1";
    String first = file(base + "500Z_a.json", event);
    file(base + "505Z_b.json", event);
    file("in/app.log", log);
    Read read = new Read(8600);
    read.inputs.read(
        List.of(new Named(folder.resolve("in").toString(), Kind.ANY)),
        InputStream.nullInputStream());
    assertThat(read.inputs.evidence()).hasSize(1);
    assertThat(read.inputs.unread()).hasSize(2).first().hasToString(first);
  }

  /** Inputs with a bound of their own. */
  private static final class Read {
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final PrintStream stream = new PrintStream(err, true, UTF_8);
    final Progress progress = new Progress(stream);
    final Remarks remarks =
        new Remarks(
            new Console(InputStream.nullInputStream(), stream, stream, Screen.PIPE), progress);
    final Inputs inputs;

    Read(long most) {
      inputs =
          new Inputs(
              AwsCatalog.embedded(),
              Overview.COMMANDS,
              Redaction.NONE,
              remarks,
              progress,
              new Held(most));
    }
  }
}

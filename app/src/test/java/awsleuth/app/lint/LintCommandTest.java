package awsleuth.app.lint;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Screen;
import awsleuth.lint.Linter;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

  private static final String SILENT =
      """
      import boto3
      s3 = boto3.client("s3")
      try:
          s3.put_object(Bucket="b", Key="k")
      except Exception:
          pass
      """;

  private static final String OLD_MOTO =
      """
      from moto import mock_s3

      @mock_s3
      def test(): pass
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Command lint(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "lint";
    System.arraycopy(more, 0, args, 1, more.length);
    args[more.length + 1] = folder.toString();
    return Command.run(args);
  }

  @Test
  void findingsAreToldWithPlaceIdAndFix() throws IOException {
    write("app.py", SILENT);
    Command run = lint();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("app.py:5:1  warning  lint/silent-except")
        .contains("a failure of `put_object` passes without a trace")
        .contains("1 finding in 1 of 1 file");
  }

  @Test
  void nothingWrongEndsWithZero() throws IOException {
    write("app.py", "import boto3\n");
    assertThat(lint().code()).isZero();
    assertThat(lint().out()).isEqualTo("0 findings in 1 file\n");
  }

  @Test
  void whatCannotBeReadCostsNothingElse() throws IOException {
    write("a.py", "def f(:\n");
    write("b.py", SILENT);
    Files.write(folder.resolve("c.py"), new byte[] {'#', (byte) 0xff, '\n'});
    Command run = lint();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("a.py:1:7").contains("c.py: it is no text");
    assertThat(run.out()).contains("b.py:5:1");
    assertThat(Command.run("lint", folder.resolve("none.py").toString()).code()).isEqualTo(2);
  }

  @Test
  void habitsAreSelectedAndIgnored() throws IOException {
    write("app.py", SILENT);
    assertThat(lint("--ignore", "silent-except").code()).isZero();
    assertThat(lint("--ignore", "lint/silent-except,bare-except").code()).isZero();
    assertThat(lint("--select", "bare-except").code()).isZero();
    assertThat(lint("--select", "silent-except").code()).isEqualTo(1);
    Command unknown = lint("--select", "silent-excpet");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("lint/silent-except");
  }

  @Test
  void environmentsAndHiddenFoldersAreLeftOut() throws IOException {
    write("pkg/app.py", SILENT);
    write("my-env/pyvenv.cfg", "home = /usr\n");
    write("my-env/lib/x.py", SILENT);
    write(".tox/x.py", SILENT);
    write("node_modules/x.py", SILENT);
    write("build/__init__.py", SILENT);
    assertThat(lint().out()).contains("2 findings in 2 of 2 files");
  }

  @Test
  void safeFixesAreMadeOnceAndByteForByte() throws IOException {
    byte[] before = ("\ufeff" + OLD_MOTO.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("test_app.py");
    Files.write(file, before);
    Command shown = lint("--diff");
    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.out()).contains("-@mock_s3").contains("+@mock_aws");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    Command fixed = lint("--fix");
    assertThat(fixed.code()).isZero();
    assertThat(fixed.out()).contains("0 findings in 1 file; 1 fixed");
    String wanted = new String(before, StandardCharsets.UTF_8).replace("mock_s3", "mock_aws");
    assertThat(Files.readString(file)).isEqualTo(wanted);
    assertThat(lint("--fix").out()).isEqualTo("0 findings in 1 file\n");
    assertThat(Files.readString(file)).isEqualTo(wanted);
  }

  @Test
  void otherEncodingsAreKept() throws IOException {
    byte[] before =
        ("# coding: latin-1\n# \u00e9\n" + OLD_MOTO).getBytes(StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("test_app.py");
    Files.write(file, before);
    assertThat(lint("--fix").code()).isZero();
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .isEqualTo("# coding: latin-1\n# \u00e9\n" + OLD_MOTO.replace("mock_s3", "mock_aws"));
  }

  @Test
  void standardInputIsReadAndNotWritten() {
    Command run = Command.pipe(SILENT, "lint", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("stdin:5:1  warning");
    assertThat(Command.pipe(OLD_MOTO, "lint", "--fix", "-").out())
        .contains("1 to be fixed by --fix");
    assertThat(Command.pipe(OLD_MOTO, "lint", "--diff", "-").out())
        .contains("+from moto import mock_aws");
  }

  @Test
  void theJsonIsThatOfItsSchema() throws IOException {
    write("app.py", SILENT);
    write("test_app.py", OLD_MOTO);
    write("broken.py", "def f(:\n");
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/lint.schema.json")));
    Map<String, ?> json = Json.object(lint("--format", "json").out());
    assertThat(schema.faults(json)).isEmpty();
    assertThat((List<?>) json.get("findings")).hasSize(2);
    assertThat((List<?>) json.get("unreadable")).hasSize(1);
  }

  @Test
  void theSarifIsThatOfTheStandard() throws IOException {
    write("a b\u00e9.py", SILENT);
    write("test_app.py", OLD_MOTO);
    write("broken.py", "def f(:\n");
    try (var in = LintCommandTest.class.getResourceAsStream("sarif-subset.schema.json")) {
      JsonSchema schema = JsonSchema.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      String out = lint("--format", "sarif").out();
      assertThat(schema.faults(Json.object(out))).isEmpty();
      assertThat(out)
          .contains("a%20b%C3%A9.py")
          .contains("\"ruleIndex\":5")
          .contains("\"executionSuccessful\":false");
    }
  }

  @Test
  void pathsOfSarifAreReferencesToUris() {
    assertThat(LintSarif.uri("src/a b#?%.py")).isEqualTo("src/a%20b%23%3F%25.py");
    assertThat(LintSarif.uri("/srv/app.py")).isEqualTo("file:///srv/app.py");
  }

  @Test
  void noSecretComesOut() throws IOException {
    String secret = "kJ8sdf7SDF87sdf6SDFyiuyk23h4jkhUIYiuy987";
    String id = "AKIA234567ABCDEFGHIJ";
    write(
        "app.py",
        "import boto3\nfrom moto import mock_s3\n"
            + "s = boto3.Session(aws_access_key_id='"
            + id
            + "', aws_secret_access_key='"
            + secret
            + "')\n");
    for (String format : List.of("text", "json", "sarif")) {
      Command run = lint("--format", format);
      assertThat(run.out())
          .contains("credentials-in-source")
          .doesNotContain(secret)
          .doesNotContain(id);
    }
    assertThat(lint("--diff").out()).contains("mock_aws").doesNotContain(secret).doesNotContain(id);
  }

  @Test
  void everyHabitIsListedAndExplained() {
    String list = Command.run("lint", "--list").out();
    for (String id : Linter.ids()) {
      assertThat(list).contains(id);
      Command page = Command.run("explain", id);
      assertThat(page.code()).isZero();
      assertThat(page.out()).contains("What happened").contains("Check").doesNotContain("```");
    }
    assertThat(Command.run("explain", "silent-except").code()).isZero();
  }

  @Test
  void linesFitNarrowScreens() throws IOException {
    write("x.py", SILENT);
    Path relative = Path.of("").toAbsolutePath().relativize(folder.toRealPath());
    Command run =
        Command.pipe(
            new byte[0], new Screen(false, 40), "lint", relative.resolve("x.py").toString());
    assertThat(run.out().lines().filter(l -> l.startsWith("    ") && !l.startsWith("        ")))
        .allMatch(l -> l.length() <= 40);
  }

  @Test
  void whatHasNothingToLookAtOrToFixIsSaid() throws IOException {
    write("notes.txt", "no Python");
    Command none = lint();
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).isEqualTo("awsleuth: there is no Python file in " + folder + "\n");
    write("app.py", SILENT);
    Command unsafe = lint("--fix", "--diff");
    assertThat(unsafe.out()).isEmpty();
    assertThat(unsafe.err()).startsWith("awsleuth: nothing that is safe to fix; found: ");
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(Command.run("lint").code()).isEqualTo(2);
    assertThat(Command.run("lint", "--format", "xml", "x").code()).isEqualTo(2);
    assertThat(Command.run("lint", "--help").out()).contains("awsleuth lint --fix --diff");
  }
}

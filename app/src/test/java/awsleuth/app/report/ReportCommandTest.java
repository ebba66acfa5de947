package awsleuth.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The record of an incident. */
class ReportCommandTest {

  private static final String EXAMPLE = "../examples/source-ip";
  private static final Path RECORDS = Path.of("../docs/source-ip");

  private static final String DENIED =
      "2026-10-09 12:31:44,020 ERROR An error occurred (AccessDenied) when calling the"
          + " ListObjectsV2 operation: Access Denied";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"markdown, record.md", "html, record.html"})
  void theRecordInTheDocumentsIsWhatTheCommandWrites(String format, String file)
      throws IOException {
    Command written = Command.run("report", EXAMPLE, "--format", format);
    if (System.getProperty("golden", "").equals("rewrite")) {
      Files.writeString(RECORDS.resolve(file), written.out());
    }
    assertThat(written.err()).isEmpty();
    assertThat(written.code()).isEqualTo(1);
    assertThat(written.out()).isEqualTo(Files.readString(RECORDS.resolve(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "../docs/source-ip/policy-before.json, 0",
    "../examples/source-ip/role-policy.json, 1",
    "../docs/source-ip/policy-fixed.json, 0"
  })
  void thePoliciesOfTheExampleDecideAsTheRecordSays(String policy, int code) {
    Command decided =
        Command.run(
            "simulate",
            "--event",
            EXAMPLE + "/event.json",
            "--principal",
            "arn:aws:sts::444455556666:assumed-role/importer/importer",
            "--action",
            "s3:ListBucket",
            "--resource",
            "arn:aws:s3:::fjord-customers",
            "--policy",
            policy);
    assertThat(decided.code()).as(decided.out() + decided.err()).isEqualTo(code);
  }

  @Test
  void aDiagnosisGivesWhatItsFolderGives() throws IOException {
    Path json = folder.resolve("diagnosis.json");
    Files.writeString(json, Command.run("--format", "json", EXAMPLE).out());
    String record = Command.run("report", json.toString(), EXAMPLE).out();
    String ofFolder = Command.run("report", EXAMPLE).out();
    assertThat(record.replace(EXAMPLE + "/", ""))
        .isEqualTo(
            ofFolder.replace("- **files** named here are in this folder (`source-ip`)\n", ""));
  }

  @Test
  void aDiagnosisWhoseFilesAreGoneIsToldWithoutTheirTimes() throws IOException {
    Path log = folder.resolve("app.log");
    Files.writeString(log, DENIED + "\n");
    Path json = folder.resolve("diagnosis.json");
    Files.writeString(json, Command.run("--format", "json", log.toString()).out());
    Files.delete(log);
    Command record = Command.run("report", json.toString());
    assertThat(record.code()).isEqualTo(1);
    assertThat(record.out())
        .contains("# Incident: AccessDenied calling ListObjectsV2 of s3")
        .contains("its times are not here: " + log + ": cannot be read (there is no such file)")
        .contains("nothing in the evidence has a date");
  }

  @Test
  void aDiagnosisOpensNoFileElsewhere(@TempDir Path elsewhere) throws IOException {
    Path log = Files.writeString(elsewhere.resolve("app.log"), DENIED + "\n");
    Path json = folder.resolve("diagnosis.json");
    Files.writeString(json, Command.run("--format", "json", log.toString()).out());
    Command closed = Command.run("report", json.toString());
    assertThat(closed.err()).contains("1 file is not opened").hasLineCount(1);
    assertThat(closed.out())
        .contains("app.log is not beside the diagnosis, so not opened")
        .doesNotContain("12:31:44");
    Files.createSymbolicLink(folder.resolve("app.log"), log);
    Files.writeString(
        json, Files.readString(json).replace(elsewhere.toString(), folder.toString()));
    assertThat(Command.run("report", json.toString()).out()).doesNotContain("12:31:44");
    Command named = Command.run("report", json.toString(), elsewhere.toString());
    assertThat(named.err()).isEmpty();
    assertThat(named.out()).contains("12:31:44");
  }

  @Test
  void theZoneOfALogIsSaidOrGiven() throws IOException {
    Files.writeString(folder.resolve("app.log"), DENIED + "\n");
    assertThat(Command.run("report", folder.toString()).out())
        .contains("| As written |")
        .contains("| 2026-10-09 12:31:44,020 | failure: ")
        .contains("the times of this log have no zone");
    assertThat(Command.run("report", folder.toString(), "--log-zone", "+02:00").out())
        .contains("| 2026-10-09 10:31:44.020Z | failure: ")
        .contains("they are read as +02:00, as --log-zone says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Berlin", "UTC+99", "x y"})
  void aZoneThatThereIsNotIsWrongUsage(String zone) {
    Command refused = Command.run("report", EXAMPLE, "--log-zone", zone);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--log-zone is a zone as");
  }

  @Test
  void hostileTextMakesNoMarkup() throws IOException {
    Files.writeString(
        folder.resolve("app.log"),
        """
        2026-10-09T12:31:43Z ERROR <script>alert(1)</script> | x | y `a``b``` [l](http://h) <!-- @all
        2026-10-09T12:31:44Z ERROR An error occurred (AccessDenied) when calling the ListObjectsV2 \
        operation: | </pre></code><img src=x onerror=alert(1)> ```
        # heading ``` | ![i](http://h)
        """);
    String markdown = Command.run("report", folder.toString()).out();
    assertThat(markdown).doesNotContain("\n# heading");
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("|")) {
        assertThat(line.replaceAll("\\\\\\|", "").chars().filter(c -> c == '|').count())
            .as(line)
            .isEqualTo(5);
      }
    }
    String html = Command.run("report", folder.toString(), "--format", "html").out();
    assertThat(html)
        .doesNotContain("<script", "<img", "</pre></code>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void theHtmlNeedsNoOtherFile() {
    String html = Command.run("report", EXAMPLE, "--format", "html").out();
    assertThat(html)
        .startsWith("<!doctype html>")
        .contains("default-src 'none'", "prefers-color-scheme: dark", "@media print")
        .doesNotContain("<script", "<link", "src=", "@import", "url(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "html"})
  void redactedRecordsHaveNoNames(String format) {
    String record = Command.run("report", EXAMPLE, "--redact", "--format", format).out();
    assertThat(record)
        .doesNotContain("444455556666", "fjord-customers", "203.0.113", "hardening")
        .contains("AccessDenied");
  }

  @Test
  void secretsDoNotComeOut() throws IOException {
    Files.writeString(
        folder.resolve("app.log"),
        "2026-10-09T12:31:43Z ERROR secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz\n"
            + DENIED
            + "\n");
    assertThat(Command.run("report", folder.toString()).out()).doesNotContain("wJalrXUtnFEMI");
  }

  @Test
  void itIsWrittenToAFile() throws IOException {
    Path file = folder.resolve("record.html");
    Command written =
        Command.run("report", EXAMPLE, "--format", "html", "--output", file.toString());
    assertThat(written.code()).isEqualTo(1);
    assertThat(written.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(Files.readString(RECORDS.resolve("record.html")));
    Command refused =
        Command.run("report", EXAMPLE, "--output", folder.resolve("no/such.md").toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("cannot be written");
  }

  @Test
  void whereNothingFailedThereIsNothingToRecord() throws IOException {
    Files.writeString(folder.resolve("app.log"), "all is well\n");
    Command said = Command.run("report", folder.toString());
    assertThat(said.code()).isZero();
    assertThat(said.err()).contains("no failed AWS call found, so nothing to record");
    assertThat(Command.run("report", folder.resolve("none").toString()).code()).isEqualTo(2);
    assertThat(Command.run("report").code()).isEqualTo(2);
  }
}

package awsleuth.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code awsleuth run} says of programs whose observers wrote made-up lines. */
class RunCommandTest {

  private static final String DENIED =
      """
      {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
      {"kind": "client", "number": 1, "service": "s3", "region": "eu-west-1", "method": "env", "pid": 7}
      {"kind": "call", "number": 1, "exception": "botocore.exceptions.ClientError", "message": "An error occurred \
      (AccessDenied) when calling the ListObjectsV2 operation: User: arn:aws:iam::111122223333:user/u is not authorized \
      to perform: s3:ListBucket on resource: \\"arn:aws:s3:::reports\\" because no identity-based policy allows the \
      s3:ListBucket action", "seconds": 0.5, "service": "s3", "operation": "ListObjectsV2", "client": 1, "attempts": \
      [{"waited": 0, "seconds": 0.1, "url": "https://x", "status": 403, "code": "AccessDenied"}], "stack": \
      [["FOLDER/app.py", 9, "main", "s3.list_objects_v2(Bucket=b)"]], "place": ["FOLDER/app.py", 9, "main"], "params": \
      {"Bucket": "reports"}, "pid": 7}
      """;
  private static final String DIED =
      """
      {"kind": "died", "numbers": [1], "text": "Traceback", "pid": 7}
      """;
  private static final String RETRIED =
      """
      {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
      {"kind": "environment", "pid": 7, "values": [["AWS_STS_REGIONAL_ENDPOINTS", "legacy", "plain"]]}
      {"kind": "call", "seconds": 1.25, "service": "logs", "operation": "PutLogEvents", "client": 0, "attempts": \
      [{"waited": 0, "seconds": 0.1, "status": 400, "code": "ThrottlingException"}, {"waited": 1, "seconds": 0.1, \
      "status": 200}], "stack": [], "place": ["FOLDER/app.py", 4, "main"], "params": {}, "pid": 7}
      {"kind": "call", "seconds": 12.0, "service": "s3", "operation": "GetObject", "client": 0, "attempts": \
      [{"waited": 0, "seconds": 12, "status": 200}], "stack": [], "place": ["FOLDER/app.py", 5, "main"], "params": {}, \
      "pid": 7}
      {"kind": "calls", "service": "s3", "operation": "GetObject", "count": 1234, "seconds": 20, "longest": 12, "pid": 7}
      """;

  @TempDir Path folder;

  private Command run(String lines, int exit, String... options) throws IOException {
    Path written = folder.resolve("written");
    String here = Path.of("").toAbsolutePath().normalize().toString();
    Files.writeString(written, lines.replace("FOLDER", here));
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(List.of(options));
    words.addAll(
        List.of("--", "sh", "-c", "cat '" + written + "' >>\"$AWSLEUTH_RECORD\"; exit " + exit));
    return say(words);
  }

  private static Command say(List<String> words) {
    return Command.run(words.toArray(String[]::new));
  }

  @Test
  void theRegionOfABucketThatTheAnswerHasIsInTheFix() throws IOException {
    String lines =
        """
        {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
        {"kind": "call", "number": 1, "exception": "botocore.exceptions.ClientError", "message": \
        "An error occurred (PermanentRedirect) when calling the ListObjectsV2 operation: The \
        bucket you are attempting to access must be addressed using the specified endpoint.", \
        "seconds": 0.5, "service": "s3", "operation": "ListObjectsV2", "client": 0, "attempts": \
        [{"waited": 0, "seconds": 0.1, "url": "https://x", "status": 301, "code": \
        "PermanentRedirect", "bucket_region": "eu-central-1"}], "stack": [], \
        "place": ["FOLDER/app.py", 4, "main"], "params": {"Bucket": "reports"}, "pid": 7}
        """;
    assertThat(run(lines, 1).err()).contains("region_name=\"eu-central-1\"");
  }

  @Test
  void aThreadThatEndsWithAFailureDidNotCatchIt() throws IOException {
    String thread = DIED.replace("died", "thread");
    assertThat(run(DENIED + thread, 0).err())
        .contains("A thread ended with this failure, and the program went on without it:")
        .doesNotContain("caught");
    assertThat(run(DENIED + thread, 0, "--format", "json").err()).contains("\"thread\"");
  }

  @Test
  void theLineOfTheProgramIsThatOfTheTracebackWhereALibrarysThreadMadeTheCall() throws IOException {
    String inLibrary =
        DENIED.replace(
            "\"place\": [\"FOLDER/app.py\", 9, \"main\"]",
            "\"place\": [\"/v/site-packages/s3transfer/tasks.py\", 165, \"_main\"]");
    String died = DIED.replace("\"text\"", "\"place\": [\"FOLDER/app.py\", 3, \"main\"], \"text\"");
    assertThat(run(inLibrary + died, 1).err()).contains("app.py:3").doesNotContain("tasks.py");
  }

  @Test
  void contentThatWasNotKeptIsAPlaceholderOfTheCheck() throws IOException {
    String publish =
        """
        {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
        {"kind": "call", "number": 1, "exception": "botocore.errorfactory.NotFoundException", \
        "message": "An error occurred (NotFound) when calling the Publish operation: Topic does \
        not exist", "seconds": 0.5, "service": "sns", "operation": "Publish", "client": 0, \
        "attempts": [], "stack": [["FOLDER/app.py", 2, "main", "sns.publish(TopicArn=t, \
        Message='(content)')"]], "place": ["FOLDER/app.py", 2, "main"], "params": {}, "pid": 7}
        """;
    assertThat(run(publish, 1).err()).contains("--message <message>").doesNotContain("'(content)'");
  }

  @Test
  void failuresThatDifferInANameOnlyAreToldTogether() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i < 5; i++) {
      lines.append(
          """
          {"kind": "call", "number": %1$d, "exception": "botocore.errorfactory.ParameterNotFound", \
          "message": "An error occurred (ParameterNotFound) when calling the GetParameter \
          operation: Parameter /app/p%1$d not found.", "seconds": 0.5, "service": "ssm", \
          "operation": "GetParameter", "client": 0, "attempts": [], "stack": [], \
          "place": ["FOLDER/app.py", 4, "main"], "params": {"Name": "/app/p%1$d"}, "pid": 7}
          """
              .formatted(i));
    }
    String words = "3 more failed calls differ in a name only: /app/p2, /app/p3, /app/p4 (--all)";
    assertThat(run(lines.toString(), 0).err()).contains(words).doesNotContain("Parameter /app/p2");
    assertThat(run(lines.toString(), 0, "--all").err()).contains("Parameter /app/p2 not found");
  }

  @Test
  void whatTheProgramEndedWithIsExplainedAtItsLine() throws IOException {
    Command said = run(DENIED + DIED, 1);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .contains("1 AWS call in ", ": 1 failed; the program ended with exit code 1\n")
        .contains("error  AccessDenied calling ListObjectsV2 of s3 in eu-west-1  app.py:9")
        .contains("confirmed  no identity-based policy allows `s3:ListBucket`")
        .contains("aws s3api list-objects-v2 --bucket reports")
        .doesNotContain("The program caught");
  }

  @Test
  void whatItCaughtIsSaidToBeSo() throws IOException {
    assertThat(run(DENIED, 0).err())
        .contains("\nThe program caught this failure and went on to its end:\n\nerror  Access");
    assertThat(run(DENIED, 3).err())
        .contains("\nThe program caught this failure and ended with exit code 3:\n\nerror");
    assertThat(run(DENIED, 3).code()).isEqualTo(3);
  }

  @Test
  void retriesSlowCallsAndOldSettingsAreRemarkedUpon() throws IOException {
    assertThat(run(RETRIED, 0).err())
        .startsWith("awsleuth: 1,234 AWS calls in ")
        .contains(": none failed, 1 succeeded only after retries\n")
        .contains(
            "retried      PutLogEvents of logs succeeded with request 2, after 1.3 s; the first"
                + " one: `ThrottlingException` (app.py:4)")
        .contains("slow         GetObject of s3 took 12 s (app.py:5)")
        .contains("deprecated   `AWS_STS_REGIONAL_ENDPOINTS=legacy`");
  }

  @Test
  void aCallThatDidNotEndIsNotTakenForNone() throws IOException {
    String client =
        """
        {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
        {"kind": "client", "number": 1, "service": "sts", "asked": {}, "place": [], "pid": 7}
        """;
    assertThat(run(client, 130).err())
        .isEqualTo(
            "awsleuth: no AWS call came to an end: the program ended with exit code 130 within a"
                + " call of sts\n");
  }

  @Test
  void oldWaysOfAClientAndAnOldPythonAreRemarkedUpon() throws IOException {
    String lines =
        """
        {"kind": "process", "pid": 7, "parent": 1, "python": "3.9.2"}
        {"kind": "process", "pid": 8, "parent": 1, "python": "3.8.1"}
        {"kind": "client", "number": 1, "service": "s3", "signing": "s3", "mode": "legacy", "asked": \
        {"config": {"retries": {"mode": "legacy"}}}, "place": ["FOLDER/app.py", 3, "main"], "pid": 7}
        {"kind": "client", "number": 2, "service": "sdb", "signing": "v2", "mode": "legacy", "asked": {}, "pid": 7}
        {"kind": "calls", "service": "s3", "operation": "GetObject", "count": 2, "seconds": 1, "longest": 1, "pid": 7}
        """;
    assertThat(run(lines, 0).err().lines().filter(l -> l.startsWith("deprecated")))
        .containsExactly(
            "deprecated   `signature_version=s3` is Signature Version 2, which newer buckets and"
                + " Regions of S3 refuse; leave it out (app.py:3)",
            "deprecated   `retries` with the mode `legacy`: AWS advises `standard` (app.py:3)",
            "deprecated   Python 3.9.2: new versions of boto3 are for Python 3.10 and later");
  }

  @Test
  void nothingThatAServerSaysIsMarkup() throws IOException {
    String lines =
        RETRIED
            .replace("ThrottlingException", "**a**`<b>` [c](http://d)")
            .replace("\"GetObject\", \"client\"", "\"Get_*x*_\", \"client\"");
    assertThat(run(lines, 0, "--format", "markdown").err())
        .contains("after 1.3 s; the first one: `**a**'<b>' [c](http://d)` (`app.py:4`)\n")
        .contains("- **slow** Get\\_\\*x\\*\\_ of s3 took 12 s (`app.py:5`)\n");
  }

  @Test
  void theExitCodeIsTheProgramsThoughItsRecordBeGone() {
    Command said = say(List.of("run", "--", "sh", "-c", "rm -rf \"${PYTHONPATH%%:*}\"; exit 3"));
    assertThat(said.code()).isEqualTo(3);
    assertThat(said.err())
        .startsWith(
            "awsleuth: the program was not watched: what its observer wrote is gone or cannot be"
                + " read\n")
        .doesNotContain("cannot be run");
  }

  @Test
  void aProgramThatCannotBeWatchedIsSaidToBeSo() throws IOException {
    assertThat(run("", 0).err())
        .startsWith("awsleuth: no AWS call could be watched: no Python was seen");
    Command absent = say(List.of("run", "--", "/nonexistent/program"));
    assertThat(absent.code()).isEqualTo(127);
    assertThat(absent.err()).contains("there is no such program");
  }

  @Test
  void whatTheAwsCommandDidBeforeACallIsToldOnceAndOfNoLibrary() throws IOException {
    String lines =
        """
        {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
        {"kind": "call", "number": 1, "exception": "botocore.exceptions.NoRegionError", "message": "You must \
        specify a region.", "stack": [["/usr/lib/python3/dist-packages/awscli/clidriver.py", 74, "main", ""]], \
        "place": ["/usr/lib/python3/dist-packages/botocore/regions.py", 285, "f"], "pid": 7}
        {"kind": "call", "number": 2, "exception": "botocore.exceptions.NoRegionError", "message": "You must \
        specify a region.", "service": "sqs", "stack": [["/usr/lib/python3/dist-packages/awscli/clidriver.py", 77, \
        "main", ""]], "place": ["/usr/lib/python3/dist-packages/botocore/regions.py", 285, "f"], "pid": 7}
        """;
    Command ran = run(lines, 255);
    assertThat(ran.err())
        .startsWith("awsleuth: 1 failed; the program ended with exit code 255")
        .contains("error  NoRegionError calling sqs")
        .doesNotContain("botocore/regions.py");
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
    Command again = say(List.of(record.toString()));
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out())
        .contains("error  AccessDenied calling ListObjectsV2 of s3", "calls.jsonl:4")
        .contains("permissions/no-identity-allow");
  }

  @Test
  void aRecordTellsElsewhereWhatWasRetriedSlowAndOutOfDate() throws IOException {
    Path record = folder.resolve("calls.jsonl");
    run(RETRIED, 0, "--record", record.toString());
    Command text = say(List.of(record.toString()));
    assertThat(text.code()).isEqualTo(Console.FINE);
    assertThat(text.out())
        .startsWith(record + ": 1,234 AWS calls in ")
        .contains("none failed, 1 succeeded only after retries\n")
        .contains("\nretried      PutLogEvents of logs succeeded with request 2, after 1.3 s")
        .contains("\nslow         GetObject of s3 took 12 s")
        .contains("\ndeprecated   `AWS_STS_REGIONAL_ENDPOINTS=legacy`")
        .doesNotContain("no failed AWS call found");
    assertThat(say(List.of("--format", "markdown", record.toString())).out())
        .contains("\n- **retried** PutLogEvents of logs");
    String json = say(List.of("--format", "json", record.toString())).out();
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
    String out = say(List.of(record.toString())).out();
    assertThat(out.indexOf("\n\n" + record + ": "))
        .isBetween(out.indexOf("no-identity-allow"), out.indexOf("\nretried      PutLogEvents"));
    run(RETRIED, 0, "--record", record.toString());
    assertThat(say(List.of(record.toString(), quiet.toString())).out())
        .contains("no failed AWS call found in ", "retried      PutLogEvents");
  }

  @Test
  void nothingIsRunWhereAFileCannotBeWritten() throws IOException {
    Command said = run(DENIED, 0, "--record", folder.resolve("none/calls.jsonl").toString());
    assertThat(said.code()).isEqualTo(Console.USAGE);
    assertThat(said.err()).contains("cannot be written, so the program is not run");
  }
}

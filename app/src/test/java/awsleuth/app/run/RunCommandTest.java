package awsleuth.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code awsleuth run} says of programs whose observers wrote made-up lines. */
class RunCommandTest {

  private static final String DENIED = Observed.DENIED;
  private static final String DIED = Observed.DIED;
  private static final String RETRIED = Observed.RETRIED;

  @TempDir Path folder;

  private Command run(String lines, int exit, String... options) throws IOException {
    return Observed.run(folder, lines, exit, options);
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
  void aThreadThatEndedWithAFailureIsToldWhereTheSameWasCaughtElsewhere() throws IOException {
    String again =
        DENIED
            .substring(DENIED.indexOf("{\"kind\": \"call\""))
            .replace("\"number\": 1", "\"number\": 2")
            .replace(", 9, ", ", 12, ");
    String thread =
        "{\"kind\": \"thread\", \"numbers\": [1], \"text\": \"Traceback\", \"pid\": 7}\n";
    assertThat(run(DENIED + thread + again, 1).err())
        .contains("A thread ended with this failure", "2 times")
        .doesNotContain("caught");
    assertThat(run(DENIED + again, 1).err()).doesNotContain("A thread ended");
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
  void oldSettingsOfTheProfileThatIsUsedAreRemarkedUponWhereTheyStand() throws IOException {
    String config =
        """
        [profile other]
        retry_mode = legacy
        [default]
        sts_regional_endpoints = legacy
        retry_mode = legacy
        s3 =
          signature_version = s3
        """;
    String lines =
        """
        {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
        {"kind": "environment", "values": [["AWS_RETRY_MODE", "standard", "plain"]], "pid": 7}
        {"kind": "client", "number": 1, "service": "s3", "signing": "s3", "mode": "standard", "asked": {"profile_name": ""}, \
        "place": ["FOLDER/app.py", 3, "main"], "pid": 7}
        {"kind": "calls", "service": "s3", "operation": "GetObject", "count": 2, "seconds": 1, "longest": 1, "pid": 7}
        {"kind":"file","which":"config","path":"/home/ann/.aws/config","text":"%s"}
        """
            .formatted(config.replace("\n", "\\n"));
    assertThat(run(lines, 0).err().lines().filter(l -> l.startsWith("deprecated")))
        .containsExactly(
            "deprecated   `sts_regional_endpoints=legacy` calls the global STS endpoint in older"
                + " Regions; `regional` is the default now (/home/ann/.aws/config:4)",
            "deprecated   `signature_version=s3` is Signature Version 2, which newer buckets and"
                + " Regions of S3 refuse; leave it out (/home/ann/.aws/config:7)");
  }

  @Test
  void oldSettingsOfAProfileThatTheProgramDidNotUseAreNot() throws IOException {
    String lines =
        """
        {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
        {"kind": "environment", "values": [["AWS_PROFILE", "default", "plain"]], "pid": 7}
        {"kind": "client", "number": 1, "service": "s3", "asked": ASKED, "pid": 7}
        {"kind": "calls", "service": "s3", "operation": "GetObject", "count": 2, "seconds": 1, "longest": 1, "pid": 7}
        {"kind":"file","which":"config","path":"/c","text":"[default]\\nretry_mode=legacy\\n[profile old]\\nretry_mode=legacy\\n[profile good]\\n"}
        """;
    Map<String, List<String>> told =
        Map.of(
            "{\"profile_name\": \"\"}", List.of("(/c:2)"),
            "{\"profile_name\": \"old\"}", List.of("(/c:4)"),
            "{\"profile_name\": \"good\"}", List.of(),
            "{\"aws_access_key_id\": \"given\"}", List.of());
    for (Map.Entry<String, List<String>> e : told.entrySet()) {
      assertThat(
              run(lines.replace("ASKED", e.getKey()), 0)
                  .err()
                  .lines()
                  .filter(l -> l.startsWith("deprecated"))
                  .map(l -> l.substring(l.indexOf('('))))
          .as(e.getKey())
          .isEqualTo(e.getValue());
    }
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
    Command said =
        Observed.say(List.of("run", "--", "sh", "-c", "rm -rf \"${PYTHONPATH%%:*}\"; exit 3"));
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
    Command absent = Observed.say(List.of("run", "--", "/nonexistent/program"));
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
}

package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifying a diagnosis of the record of a run: what it tells is of then. */
class PastTest {

  private static final String RECORD =
      """
      {"awsleuth": "record", "version": 1}
      {"kind": "process", "pid": 7, "parent": 5, "python": "3.11.7", "ends": true}
      {"kind": "environment", "values": [VARIABLES], "pid": 7}
      {"kind": "call", "number": 1, "exception": "botocore.exceptions.EXCEPTION", "place": ["/x/v.py", 1, "<module>"], "time": 1795895710.35, "seconds": 0.4, "service": "sts", "operation": "GetCallerIdentity", "client": 0, "params": {}, "attempts": [], "stack": [["/x/v.py", 1, "<module>", ""]], "message": "MESSAGE", "pid": 7}
      {"kind": "ended", "pid": 7}
      {"kind": "file", "which": "config", "path": "/home/ann/.aws/config", "text": "[default]\\nregion = eu-west-1\\n"}
      {"kind": "end", "command": ["python3", "v.py"], "exit": 1, "seconds": 0.8, "watched": true}
      """;

  @TempDir Path folder;

  private Path diagnosis;

  @BeforeEach
  void place() {
    diagnosis = folder.resolve("diagnosis.json");
  }

  private Command verified(String variables, String exception, String message) throws IOException {
    Path record =
        Files.writeString(
            folder.resolve("run.jsonl"),
            RECORD
                .replace("VARIABLES", variables)
                .replace("EXCEPTION", exception)
                .replace("MESSAGE", message));
    Files.writeString(diagnosis, Command.run(record.toString(), "--format", "json").out());
    return Command.run("verify", diagnosis.toString());
  }

  @Test
  void whetherSomethingListensByNowTheRecordDoesNotTell() throws IOException {
    Command c =
        verified(
            "[\"AWS_ENDPOINT_URL\", \"http://127.0.0.1:19798\", \"plain\"]",
            "EndpointConnectionError",
            "Could not connect to the endpoint URL: \\\"http://127.0.0.1:19798/\\\"");
    assertThat(c.out())
        .contains("network/local-endpoint-down", "unknown", "nothing was asked without --live")
        .doesNotContain("still there", "ruled out");
    assertThat(c.code()).isEqualTo(1);
  }

  @Test
  void nothingListensIsNotSaidBySettingsThatAreAsTheyWere() throws IOException {
    Files.writeString(folder.resolve("env.txt"), "AWS_ENDPOINT_URL=http://127.0.0.1:19798\n");
    Files.writeString(
        folder.resolve("t.log"),
        """
        Traceback (most recent call last):
          File "/srv/x.py", line 5, in <module>
            boto3.client("sts").get_caller_identity()
        botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL:\
         "http://127.0.0.1:19798/"
        """);
    Files.writeString(diagnosis, Command.run(folder.toString(), "--format", "json").out());
    assertThat(Command.run("verify", diagnosis.toString()).out())
        .contains("network/local-endpoint-down", "nothing was asked without --live")
        .doesNotContain("still there");
  }

  @Test
  void theSettingsOfThisMachineCountAndNotThoseOfTheRecord() throws IOException {
    Command c =
        verified(
            "[\"AWS_PROFILE\", \"prod\", \"plain\"]",
            "ProfileNotFound",
            "The config profile (prod) could not be found");
    assertThat(c.out()).contains("credentials/profile-not-found").doesNotContain("run.jsonl");
  }

  @Test
  void aFileBesideTheRecordThatHasItCountsAsItIsNow() throws IOException {
    Path config = Files.writeString(folder.resolve("config"), "[default]\nregion = eu-west-1\n");
    Path record =
        Files.writeString(
            folder.resolve("run.jsonl"),
            RECORD
                .replace("VARIABLES", "[\"AWS_PROFILE\", \"prod\", \"plain\"]")
                .replace("EXCEPTION", "ProfileNotFound")
                .replace("MESSAGE", "The config profile (prod) could not be found")
                .replace("/home/ann/.aws/config", config.toString()));
    Files.writeString(
        record,
        Files.readString(record)
            .replace(
                "{\"kind\": \"end\"",
                "{\"kind\": \"file\", \"which\": \"credentials\", \"path\": \"/none\", \"text\": \"\"}\n{\"kind\": \"end\""));
    assertThat(Command.run(folder.toString()).out())
        .contains("the profiles are `default`")
        .doesNotContain("no profile at all");
    Files.writeString(config, "[default]\n[profile prod]\nregion = eu-west-1\n");
    Command then = Command.run(folder.toString(), "--format", "json");
    assertThat(then.out()).contains("the profiles are `default`");
    Files.writeString(diagnosis, then.out());
    Command now = Command.run("verify", diagnosis.toString());
    assertThat(now.out()).contains("ruled out", "boto3 finds the profile `prod` here");
    assertThat(now.code()).isZero();
  }
}

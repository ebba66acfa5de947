package awsleuth.app.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the AWS CLI and boto3 say of a call before botocore sees it. */
class ParamsRefusalsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.putobject(Bucket='b', Key='k')|AttributeError: 'S3' object has no attribute"
            + " 'putobject'|s3.put_object(Bucket='b', Key='k')",
        "x = s3.list_objcts_v2(Bucket=b)|AttributeError: 'S3' object has no attribute"
            + " 'list_objcts_v2'|x = s3.list_objects_v2(Bucket=b)",
        "boto3.client('eventbridge').put_events(Entries=[{'Source':"
            + " 's'}])|botocore.exceptions.UnknownServiceError: Unknown service:"
            + " 'eventbridge'|boto3.client('events').put_events(Entries=[{'Source': 's'}])",
        "aws sqs recieve-message --queue-url q|aws: error: argument operation: Invalid choice|aws"
            + " sqs receive-message --queue-url q",
        "aws sqs receive-message --queue-url q --max-messages 9|Unknown options: --max-messages,"
            + " 9|aws sqs receive-message --queue-url q --max-number-of-messages 9",
      })
  void aMisspeltMethodOrCommandIsRefusedAndPutRight(String call, String says, String right) {
    Command c = Command.run("params", call);
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(c.out()).contains(says).contains("[ready]").contains(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"aws emr add-steps --steps x", "aws gamelift upload-build", "aws s3 cp a b"})
  void aCommandOfTheClisOwnIsNotTakenForAMisspeltOne(String command) {
    Command c = Command.run("params", command);
    assertThat(c.code()).isEqualTo(Console.USAGE);
  }

  @Test
  void aValueThatCannotBeParsedIsNotGivenBackAsTheFix() {
    Command c = Command.run("params", "aws dynamodb put-item --table-name t --item 'a={S=x'");
    assertThat(c.out())
        .contains("meant     it is written KEY={…} or as JSON")
        .doesNotContain("fix");
  }

  @Test
  void anOptionThatIsNearNoneIsNotDroppedAsIfThatWereRight() {
    Command c = Command.run("params", "aws sqs receive-message --queue-url q --zzzzzz All");
    assertThat(c.out()).contains("`--zzzzzz` is near no option").doesNotContain("[ready]");
  }

  @Test
  void whatTheCliRefusesIsSaidInItsWords() {
    Command c = Command.run("params", "aws dynamodb scan --tabel-name x");
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(c.out())
        .isEqualTo(
            """
            refused  Scan of dynamodb
              aws       aws: error: the following arguments are required: --table-name
              meant     `--tabel-name` is near `--table-name`
              then      Unknown options: --tabel-name, x
              fix       [ready] the call with what could be corrected
                        aws dynamodb scan --table-name x
            """);
  }

  @Test
  void aCommandThatWritesAFileNamesIt() {
    String call = "s3.get_object(Bucket='b', Key='k')";
    assertThat(Command.run("params", "--as", "cli", call).out())
        .isEqualTo("aws s3api get-object --bucket b --key k '<outfile>'\n");
  }

  @Test
  void aQuoteThatIsNotClosedIsShown() {
    Command c = Command.run("params", "aws sqs list-queues --queue-name-prefix 'a");
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(c.err()).isEqualTo("awsleuth: the call, 1:41: this quote is not closed\n");
  }

  @Test
  void theOneCommandOfAScriptIsRead() throws IOException {
    Path script = folder.resolve("s.sh");
    Files.writeString(
        script, "set -e\nX=$(aws s3api get-object --bucket b --kye ')' out)\necho $X\n");
    assertThat(Command.run("params", script.toString()).out())
        .contains("aws s3api get-object --bucket b --key ')' out\n");
    Files.writeString(script, "set -e\naws s3api list-buckets\nif aws sqs list-queues; then\n");
    assertThat(Command.run("params", script.toString()).err())
        .endsWith("3:1: one command at a time; there are commands in lines 2, 3\n");
    Files.writeString(script, "aws = boto3.client('s3')\naws.get_object(Bucket='b', Kye='k')\n");
    assertThat(Command.run("params", script.toString()).out())
        .contains("aws.get_object(Bucket='b', Key='k')\n");
  }

  @Test
  void theMessageInJsonHasNoNameOfItsException() {
    String call = "s3.get_object(Bucket='a/b', Key='k')";
    assertThat(Command.run("params", "--format", "json", call).out())
        .contains("\"message\":\"Parameter validation failed:\\nInvalid bucket name");
  }

  @Test
  void whatIsSentOtherwiseThanItIsMeantIsDoubtful() {
    String copy =
        "s3.copy_object(Bucket='b', Key='k', CopySource={'Bucket': 'b', 'Key': 'k', 'VersionID':"
            + " '1'})";
    Command c = Command.run("params", copy);
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(c.out())
        .startsWith("doubtful  CopyObject of s3\n")
        .contains("botocore passes over `VersionID`: the newest version is copied");
    assertThat(Command.run("params", "--as", "json", copy).err())
        .contains("botocore sends CopyObject of s3, though otherwise than it is meant");
  }

  @Test
  void aKeyThatIsThereTwiceIsTold() {
    String json = "{\"Bucket\": \"a\", \"Key\": \"k\", \"Bucket\": \"b\"}";
    assertThat(Command.run("params", "s3", "get_object", json).out())
        .contains("read      `Bucket` is there twice; the last one counts\n");
    String other = "{\"Bucket\": \"a\", \"Key\": \"k\"}";
    assertThat(Command.run("params", "s3", "get_object", other).out()).doesNotContain("twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "aws sqs list-queues; aws s3api list-buckets|the command in line 1 is left out",
        "aws sqs list-queues~aws s3api list-buckets|the command in line 2 is left out",
        "aws sqs list-queues && X=1 aws s3api list-buckets|the command in line 1 is left out",
        "s3.list_buckets()~x = 1~y = sqs.list_queues()|the call in line 3 is left out",
      })
  void thatOneOfSeveralCallsIsLeftOutIsSaid(String text, String said) {
    assertThat(Command.run("params", text.replace('~', '\n')).out())
        .contains("read      " + said + ": one at a time\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws sqs list-queues > 'a; aws b' # ; aws s3 ls",
        "s3.get_object(Bucket='b', Key='k')['Body'].read()",
      })
  void nothingIsLeftOutOfOneCall(String text) {
    assertThat(Command.run("params", text).out()).doesNotContain("left out");
  }

  @Test
  void linesAreThoseOfTheScriptAndCommentsAreNoCommands() throws IOException {
    Path script = folder.resolve("s.sh");
    Files.writeString(
        script,
        "#!/bin/sh\n# aws sqs list-queues\nset -e\naws sqs send-message \\\n  --queue-url $Q"
            + " --message-body x\n");
    assertThat(Command.run("params", script.toString()).out())
        .contains("`$Q` is put in by the shell (line 5)");
    Files.writeString(script, "set -e\naws sqs send-message --queue-url 'x\n");
    assertThat(Command.run("params", script.toString()).err())
        .contains("s.sh:2:", "this quote is not closed");
  }

  @Test
  void aNumberOfItemsThatIsNoneIsToBeFilledIn() {
    assertThat(Command.run("params", "aws dynamodb list-tables --max-items x --limt 5").out())
        .contains("fix       [template]", "list-tables --max-items '<number>' --limit 5\n");
  }
}

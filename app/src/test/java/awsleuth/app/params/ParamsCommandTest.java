package awsleuth.app.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParamsCommandTest {

  private static final String TAGGING =
      "s3.put_object_tagging(Bucket='b', Key='k', Tagging={'TagSet': {'team': 'a'}})";

  @TempDir private Path folder;

  @Test
  void aCallIsRefusedInBotocoresWordsAndCorrected() {
    Command c = Command.run("params", TAGGING);
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(c.out())
        .isEqualTo(
            """
            refused  PutObjectTagging of s3
              botocore  Parameter validation failed:
                        Invalid type for parameter Tagging.TagSet, value: {'team': 'a'}, type: <class 'dict'>, valid types: <class 'list'>, <class 'tuple'>
              changed   Tagging.TagSet  a list of key and value objects is wanted, not one dict
              fix       [ready] the call with what could be corrected
                        s3.put_object_tagging(
                            Bucket='b',
                            Key='k',
                            Tagging={'TagSet': [{'Key': 'team', 'Value': 'a'}]},
                        )
            """);
  }

  @Test
  void aMethodOfAnotherNameIsNoMethodOfTheClient() {
    Command c = Command.run("params", "r = logs.describeLogGroups(logGroupNamePrefix=p)");
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(c.out())
        .isEqualTo(
            """
            refused  DescribeLogGroups of logs
              boto3     AttributeError: 'CloudWatchLogs' object has no attribute 'describeLogGroups'
              meant     `describeLogGroups` is near `describe_log_groups`
              not read  logGroupNamePrefix: `p` is no literal (line 1)
              fix       [ready] the call with what could be corrected
                        r = logs.describe_log_groups(logGroupNamePrefix=p)
            """);
  }

  @Test
  void anOperationOfAnotherServiceIsTold() {
    assertThat(Command.run("params", "bedrock.invoke_model(modelId='m', body='x')").err())
        .contains("bedrock has no operation `invoke_model`; bedrock-runtime has it");
  }

  @Test
  void ofAnArgumentThatIsKnownInPartTheRestIsChecked() {
    Command c =
        Command.run(
            "params",
            "s3.put_bucket_tagging(Bucket=b, Tagging={'TagSet': [{'Key': k, 'Value': 1}]})");
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(c.out())
        .contains("Invalid type for parameter Tagging.TagSet[0].Value, value: 1")
        .doesNotContain("TagSet[0].Key,");
  }

  @Test
  void theServiceIsConcludedFromTheParametersAndThatIsSaid() {
    Command c = Command.run("params", "await self.client.put_object(Bucket='b', Key='k')");
    assertThat(c.out())
        .startsWith("accepted  PutObject of s3\n")
        .contains("the service is s3: no other has such a call");
  }

  @Test
  void aGoodCallIsAccepted() {
    Command c = Command.run("params", "aws sqs send-message --queue-url q --message-body m");
    assertThat(c.out()).isEqualTo("accepted  SendMessage of sqs\n");
    assertThat(c.code()).isEqualTo(Console.FINE);
  }

  @Test
  void whatOnlyTheServiceRefusesIsDoubtful() {
    Command c =
        Command.pipe(
            "{\"Bucket\": \"b\", \"VersioningConfiguration\": {\"Status\": \"on\"}}",
            "params",
            "s3",
            "PutBucketVersioning");
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(c.out())
        .startsWith("doubtful  PutBucketVersioning of s3  stdin\n")
        .contains("`on` is none of the 2 values")
        .contains(": Enabled, Suspended");
  }

  @Test
  void aFixThatTheServiceStillRefusesIsATemplate() {
    Command c =
        Command.run(
            "params",
            "ec2.run_instances(ImageId='a', InstanceType='t2.mcro', MinCount='1', MaxCount=1)");
    assertThat(c.out())
        .contains("near it: t2.micro")
        .contains("changed   MinCount  a number is wanted, not a text")
        .contains("fix       [template] ");
  }

  @Test
  void maskedValuesAreSaid() {
    Command c =
        Command.run("params", "--as", "cli", "lambda_client.invoke(FunctionName='f', Payload='x')");
    assertThat(c.out())
        .isEqualTo(
            "aws lambda invoke --cli-binary-format raw-in-base64-out --function-name f"
                + " --payload '<Payload>' '<outfile>'\n");
    assertThat(c.err()).contains("sensitive").contains("masked").contains("put them in");
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
  }

  @Test
  void aMaskedValueOfACorrectedCallIsAPlaceholder() {
    Command c =
        Command.run("params", "lambda_client.invoke(Functionname='f', Payload='not for others')");
    assertThat(c.out())
        .contains("fix       [template] ")
        .contains("lambda_client.invoke(FunctionName='f', Payload='<Payload>')")
        .doesNotContain("(secret)", "not for others");
  }

  @Test
  void theCallIsGivenInEachForm() {
    assertThat(Command.run("params", "--as", "cli", TAGGING).out())
        .isEqualTo(
            "aws s3api put-object-tagging --bucket b --key k --tagging"
                + " '{\"TagSet\": [{\"Key\": \"team\", \"Value\": \"a\"}]}'\n");
    assertThat(
            Command.run(
                    "params", "--as", "python", "aws s3api get-object --bucket b --key k out.txt")
                .out())
        .isEqualTo("s3.get_object(Bucket='b', Key='k')\n");
    assertThat(Command.run("params", "--as", "json", "s3.get_object(Bucket='b', Key='k')").out())
        .isEqualTo("{\"Bucket\": \"b\", \"Key\": \"k\"}\n");
  }

  @Test
  void theSkeletonHasAllParameters() {
    Command c = Command.run("params", "--skeleton", "sqs", "get_queue_url");
    assertThat(c.code()).isEqualTo(Console.FINE);
    assertThat(c.out()).contains("\"QueueName\": \"<QueueName>\"");
    assertThat(Command.run("params", "--skeleton", "--as", "python", "sqs", "ListQueues").out())
        .startsWith("sqs.list_queues(");
  }

  @Test
  void theJsonIsOfItsSchema() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/params.schema.json")));
    for (String call :
        List.of(
            TAGGING,
            "s3.get_object(Bucket='b', Key=name)",
            "s3.get_object(Bucket=5)",
            "sqs.send_message(QueueUrl='q', MessageBody='m')")) {
      Command c = Command.run("params", "--format", "json", call);
      assertThat(schema.faults(Json.object(c.out()))).as(c.out()).isEmpty();
    }
  }

  @Test
  void theMarkdownHasTheCallInABlock() {
    assertThat(Command.run("params", "--format", "markdown", TAGGING).out())
        .startsWith("## botocore refuses PutObjectTagging of s3 before it is sent\n")
        .contains("```python\ns3.put_object_tagging(\n");
  }

  @Test
  void whatCannotBeReadIsToldWithItsPlace() throws IOException {
    Path file = folder.resolve("call.json");
    Files.writeString(file, "{\"Bucket\": \"b\",\n  oops}");
    Command c = Command.run("params", "s3", "get_object", file.toString());
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(c.err()).contains("call.json:2:").contains("not valid JSON");
    assertThat(Command.run("params", "s3.get_object(Bucket='b'").err()).contains("1:25");
    assertThat(Command.run("params", "s3", "GetObject", folder.resolve("no").toString()).code())
        .isEqualTo(Console.USAGE);
  }

  @Test
  void unknownNamesGetTheNearest() {
    Command service = Command.run("params", "sqz", "send_message");
    assertThat(service.code()).isEqualTo(Console.USAGE);
    assertThat(service.err()).contains("there is no service `sqz`; near it: ").contains("sqs");
    assertThat(Command.pipe("{}", "params", "sqs", "send_mesage").err())
        .contains("sqs has no operation `send_mesage`; near it: send_message");
    assertThat(Command.pipe("{}", "params", "sqs", "SendMesage").err())
        .contains("near it: SendMessage");
    assertThat(Command.run("params", "aws s3 cp a b").err()).contains("`aws s3api` has those");
    assertThat(Command.run("params", "client.get_items(A=1)").err())
        .contains("the call does not tell the service");
    assertThat(Command.run("params", "client.put_item(TableName='ttt', Item={})").out())
        .contains("PutItem of dynamodb");
  }

  @Test
  void theCallMayStandBehindTheNamesThatItIsOf() {
    assertThat(Command.run("params", "sqs", "GetQueueUrl", "{\"QueueName\": \"q\"}").out())
        .isEqualTo("accepted  GetQueueUrl of sqs\n");
    assertThat(Command.run("params", "sqs", "GetQueueUrl", "c.get_queue_url(QueueName=1)").code())
        .isEqualTo(Console.DIAGNOSED);
    assertThat(Command.run("params", "sqs", "GetQueueUrl", "{oops").err())
        .startsWith("awsleuth: the call, 1:2: ");
    assertThat(Command.run("params", "{}").err())
        .startsWith("awsleuth: params needs SERVICE and OPERATION");
  }

  @Test
  void namesAreLookedAtBeforeFiles() {
    for (String file : List.of("{}", "nosuch.json")) {
      assertThat(Command.run("params", "s3", "ListBuket", file).err())
          .startsWith("awsleuth: s3 has no operation `ListBuket`; near it: ListBuckets");
    }
  }

  @Test
  void aBatchAnswersLineByLine() {
    Command c =
        Command.pipe(
            """
            {"id": "a", "service": "sqs", "operation": "GetQueueUrl", "params": {"QueueName": "q"}}
            nonsense
            """,
            "params",
            "--batch");
    assertThat(c.code()).isEqualTo(Console.FINE);
    assertThat(c.out().lines())
        .hasSize(2)
        .first()
        .isEqualTo(
            "{\"id\": \"a\", \"validate\": {\"ok\": true, \"report\": \"\"}, \"client\": {\"ok\":"
                + " true}}");
  }

  @Test
  void nothingInACallControlsTheTerminalOrTellsASecret() {
    String key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    String call =
        "iam.create_user(UserName=5, Path='\\x1b[31m', aws_secret_access_key='" + key + "')";
    for (String form : List.of("text", "json", "markdown")) {
      Command c = Command.run("params", "--format", form, call);
      assertThat(c.out()).doesNotContain("\u001b", key);
    }
    String password = "Tr0ub4dor-and-three";
    Command c =
        Command.run("params", "iam.create_login_profile(UserName=1, Password='" + password + "')");
    assertThat(c.out()).doesNotContain(password);
  }

  @Test
  void anEmptyFileIsNoCall(@TempDir Path folder) throws IOException {
    Path empty = Files.writeString(folder.resolve("call.json"), "");
    Command run = Command.run("params", "s3", "put_object", empty.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("awsleuth: " + empty + ": is empty\n");
  }
}

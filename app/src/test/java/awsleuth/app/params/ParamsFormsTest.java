package awsleuth.app.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call in one form, printed in another. */
class ParamsFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.put_object(Bucket='b', Key='k', Body=b'abc')|aws s3api put-object --bucket b --key k"
            + " --body '<file>'",
        "s3.put_object(Bucket=b, Key='k', Body=open('x y', 'rb'))|aws s3api put-object --bucket"
            + " '<Bucket>' --body 'x y' --key k",
        "kinesis.put_record(StreamName=os.environ['S'], Data=open('d','rb').read(),"
            + " PartitionKey='p')|aws kinesis put-record --stream-name \"$S\" --data fileb://d"
            + " --partition-key p",
        "kinesis.put_record(StreamName='s', Data='a b', PartitionKey='p')|aws kinesis put-record"
            + " --cli-binary-format raw-in-base64-out --stream-name s --data 'a b' --partition-key"
            + " p",
        "kinesis.put_record(StreamName='s', Data=b'\\x00abc', PartitionKey='p')|aws kinesis"
            + " put-record --cli-binary-format base64 --stream-name s --data AGFiYw=="
            + " --partition-key p",
        "kinesis.put_records(StreamName='s', Records=[{'Data': b'\\xff', 'PartitionKey': 'p'}])|aws"
            + " kinesis put-records --cli-binary-format base64 --stream-name s --records"
            + " '[{\"Data\": \"/w==\", \"PartitionKey\": \"p\"}]'",
        "iam.put_role_policy(RoleName='r', PolicyName='p',"
            + " PolicyDocument=open(\"p.json\").read())|aws iam put-role-policy --policy-document"
            + " file://p.json --role-name r --policy-name p",
        "glacier.upload_archive(vaultName='v', body=data)|aws glacier upload-archive --body"
            + " '<body>' --vault-name v",
      })
  void aCallInPythonIsPrintedAsACommand(String call, String command) {
    assertThat(Command.run("params", "--as", "cli", call).out()).isEqualTo(command + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3api put-object --bucket b --key k --body a.txt|s3.put_object(Body=open('a.txt', 'rb'),"
            + " Bucket='b', Key='k')",
        "kinesis put-record --stream-name \"$S\" --data fileb://d --partition-key"
            + " p|kinesis.put_record(StreamName=os.environ['S'], Data=open('d', 'rb'),"
            + " PartitionKey='p')",
        "dynamodb put-item --table-name t --item"
            + " file://i.json|dynamodb.put_item(Item=json.load(open('i.json')), TableName='t')",
        "sqs send-message --queue-url q --message-body"
            + " a$X|sqs.send_message(MessageBody='<MessageBody>', QueueUrl='q')",
      })
  void aCommandIsPrintedInPython(String command, String call) {
    assertThat(Command.run("params", "--as", "python", "aws " + command).out())
        .isEqualTo(call + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "boto3.resource('dynamodb').Table('t').put_item(Itm={'a':"
            + " 1})|boto3.resource('dynamodb').Table('t').put_item(Item={'a': 1})",
        "boto3.resource('dynamodb').Table(n).get_item(Key={'a':"
            + " 1})|boto3.resource('dynamodb').Table(n).get_item(Key={'a': 1})",
        "boto3.resource('s3').Bucket('b').put_object(Key='k',"
            + " Bdy=b'x')|boto3.resource('s3').Bucket('b').put_object(Key='k', Body=b'x')",
        "s3.get_paginator('list_objects_v2').paginate(Bucket='b',"
            + " Prefx='x')|s3.get_paginator('list_objects_v2').paginate(Bucket='b', Prefix='x')",
        "s3.generate_presigned_url('get_object', Params={'Bucket': b, 'Kye':"
            + " k[0]})|s3.generate_presigned_url('get_object', Params={'Bucket': b, 'Key': k[0]})",
        "s3.generate_presigned_url('get_object', Params={'Bucket':"
            + " b})|s3.generate_presigned_url('get_object', Params={'Bucket': b, 'Key': '<Key>'})",
        "s3.generate_presigned_url('get_object', Params={**p, 'Kye':"
            + " k})|s3.generate_presigned_url('get_object', Params={**p, 'Key': k})",
        "events.put_events(Entries=[{'Detail': {'a': 1}}])|events.put_events(Entries=[{'Detail':"
            + " json.dumps({'a': 1})}])",
        "events.put_events(Entries=[{'Source': s, 'Detail': {'a': n}}])|"
            + "events.put_events(Entries=[{'Source': s, 'Detail': json.dumps({'a': n})}])",
      })
  void aCorrectedCallInPythonKeepsItsForm(String call, String corrected) {
    assertThat(Command.run("params", "--as", "python", call).out()).isEqualTo(corrected + "\n");
  }

  @Test
  void ofAResourceTheCommandHasItsIdentifiers() {
    String call = "boto3.resource('dynamodb').Table('t').put_item(Item={'a': 1})";
    assertThat(Command.run("params", "--as", "cli", call).out())
        .isEqualTo("aws dynamodb put-item --item '{\"a\": {\"N\": \"1\"}}' --table-name t\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.put_object(Bucket='bbb', Key='k', Body=b'hello')|--body takes the name of a file: write"
            + " Body into one and name it for `<file>`",
        "s3.upload_file('a', 'bbb', 'k')|the file that upload_file sends is to be named by --body",
      })
  void whatACommandCannotSayIsToldBesideIt(String call, String note) {
    assertThat(Command.run("params", "--as", "cli", call).err()).contains(note);
    assertThat(Command.run("params", "--as", "python", call).err()).isEmpty();
  }

  @Test
  void aCorrectedCommandKeepsItsOtherOptions() {
    Command c =
        Command.run(
            "params",
            "aws --profile dev dynamodb list-tables --max-itms 5 --query 'TableNames[0]' --region"
                + " x");
    assertThat(c.out())
        .contains(
            "aws dynamodb list-tables --profile dev --max-items 5 --query 'TableNames[0]' --region"
                + " x");
    assertThat(
            Command.run("params", "--as", "cli", "aws s3api get-object --bucket b --key k o.bin"))
        .extracting(Command::out)
        .isEqualTo("aws s3api get-object --bucket b --key k o.bin\n");
  }

  @Test
  void whatVersionsOfTheCliMakeOfBytesIsSaid() {
    String put = "aws kinesis put-record --stream-name s --partition-key p --data ";
    assertThat(Command.run("params", put + "'{\"a\": 1}'").out())
        .contains("base64, which it is not, and refuses it: Invalid base64");
    assertThat(Command.run("params", put + "abcd").out())
        .contains("version 2 of the CLI takes `--data` for base64;");
    assertThat(Command.run("params", put + "abcd --cli-binary-format base64").out())
        .doesNotContain("version 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "ec2 describe-instances --filters Name=a,Values=b,c 'Name=x,Value=y z'|aws ec2"
            + " describe-instances --filters Name=a,Values=b,c 'Name=x,Values=\"y z\"'",
        "s3api delete-objects --bucket b --delete"
            + " 'Objects=[{Key=a},{Ky=b}],Quiet=true'|aws s3api delete-objects --bucket b --delete"
            + " 'Objects=[{Key=a},{Key=b}],Quiet=true'",
        "dynamodb put-item --table-name t --item 'id={S=a b}' --return-valus NONE|aws dynamodb"
            + " put-item --table-name t --item 'id={S=a b}' --return-values NONE",
        "s3api put-bucket-tagging --bucket b --tagging '{\"TagSet\":[{\"Ky\":\"a\","
            + " \"Value\":\"b\"}]}'|aws s3api put-bucket-tagging --bucket b --tagging"
            + " '{\"TagSet\": [{\"Key\": \"a\", \"Value\": \"b\"}]}'",
        "s3api put-bucket-tagging --bucket b --tagging '{\"TagSet\":[{\"Key\":\"a\","
            + "\"Value\":\"b\"}]}' --buckt c|aws s3api put-bucket-tagging --bucket b --tagging"
            + " '{\"TagSet\":[{\"Key\":\"a\",\"Value\":\"b\"}]}'",
        "ec2 wait instance-running --filter Name=a,Value=b|aws ec2 wait instance-running --filters"
            + " Name=a,Values=b",
      })
  void aCorrectedCommandKeepsTheFormThatItsValuesHad(String command, String corrected) {
    assertThat(Command.run("params", "--as", "cli", "aws " + command).out())
        .isEqualTo(corrected + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "kms GenerateMac|--message 'fileb://<Message>'",
        "kinesis PutRecords|--cli-binary-format raw-in-base64-out --records '[{\"Data\":"
            + " \"<Data>\"",
        "ec2 RunInstances|--count 1",
      })
  void theSkeletonOfACommandHasWhatTheCliTakes(String operation, String part) {
    String[] words = operation.split(" ");
    assertThat(Command.run("params", "--skeleton", "--as", "cli", words[0], words[1]).out())
        .contains(part);
  }

  @Test
  void aCorrectedCommandKeepsTheOrderAndTheLinesOfItsOptions() {
    String command =
        "aws ec2 run-instances --count 2 \\\n  --query x --user-data file://u \\\n  --instance-type"
            + " T3.micro";
    assertThat(Command.run("params", "--as", "cli", command).out())
        .isEqualTo(
            """
            aws ec2 run-instances \\
                --count 2 \\
                --query x \\
                --user-data file://u \\
                --instance-type t3.micro
            """);
  }

  @Test
  void theSkeletonOfAValueOfDynamoDbHasOneType() {
    assertThat(Command.run("params", "--skeleton", "dynamodb", "PutItem").out())
        .contains("\"Item\": {\n    \"<key>\": {\"S\": \"<S>\"}\n  }");
    assertThat(Command.run("params", "--skeleton", "sts", "AssumeRole").out())
        .contains("\"RoleArn\": \"<RoleArn, 20 or more characters>\"");
  }

  @Test
  void aTemplateHasNothingThatExcludesAnotherOrIsKeptForOldPrograms() {
    assertThat(Command.run("params", "--skeleton", "dynamodb", "PutItem").out())
        .contains("\"ConditionExpression\"")
        .doesNotContain("Expected", "ConditionalOperator");
    assertThat(Command.run("params", "--skeleton", "lambda", "CreateFunction").out())
        .contains("\"ZipFile\"")
        .doesNotContain("S3Bucket", "ImageUri");
    assertThat(Command.run("params", "--skeleton", "--as", "cli", "lambda", "CreateFunction").out())
        .contains("--code '{\"S3Bucket\": \"<S3Bucket>\", ")
        .doesNotContain("ZipFile", "ImageUri");
    String create = "boto3.client('lambda').create_function(FunctionName='f', Role=role)";
    assertThat(Command.run("params", create).out()).contains("Code={'ZipFile': '<ZipFile>'}");
  }

  @Test
  void aLongValueIsWrittenInLines() {
    String call =
        "route53.change_resource_record_sets(HostedZoneId='Z', ChangeBatch={'Changes': [{'Action':"
            + " 'upsert', 'ResourceRecordSet': {'Name': 'a.example.com', 'Type': 'A', 'TTL': 300,"
            + " 'ResourceRecords': [{'Value': \"it's, (x\"}]}}]})";
    assertThat(Command.run("params", "--as", "python", call).out())
        .isEqualTo(
            """
            route53.change_resource_record_sets(
                HostedZoneId='Z',
                ChangeBatch={
                    'Changes': [
                        {
                            'Action': 'UPSERT',
                            'ResourceRecordSet': {
                                'Name': 'a.example.com',
                                'Type': 'A',
                                'TTL': 300,
                                'ResourceRecords': [{'Value': "it's, (x"}],
                            },
                        },
                    ],
                },
            )
            """);
  }
}

package awsleuth.boto.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.params.ParamValidator;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PythonText;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls as people write them. */
class CallFormsTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  private static GivenCall python(String source) {
    return ((GivenCall.Read) PythonCallReader.read(source)).call();
  }

  private static GivenCall cli(String command) {
    return ((GivenCall.Read) CliCallReader.read(CATALOG, command)).call();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.put_object(Bucket='b', Key=\"k\")|s3|put_object|{'Bucket': 'b', 'Key': 'k'}",
        "self.s3.put_object(Bucket='b',)|s3|put_object|{'Bucket': 'b'}",
        "r = boto3.client('s3',"
            + " region_name='x').get_object(Bucket='b')['Body'].read()|s3|get_object|{'Bucket':"
            + " 'b'}",
        "return await client.get_item(**{'TableName': 't'})|client|get_item|{'TableName': 't'}",
        "x.f(A=-1, B=1_000, C=0x1f, D=1e3, E=True, F=None, G=(1,), H=(1), I=[])|x|f|{'A': -1, 'B':"
            + " 1000, 'C': 31, 'D': 1000.0, 'E': True, 'F': None, 'G': (1,), 'H': 1, 'I': []}",
        "x.f(A='a' \"b\", B=b'\\x00', C=r'\\n', D='\\u00e9', E={1, 2}, F={})|x|f|{'A': 'ab', 'B':"
            + " b'\\x00', 'C': '\\\\n', 'D': 'é', 'E': {1, 2}, 'F': {}}",
        "x.f(A=datetime(2024, 1, 2, tzinfo=timezone.utc), B=Decimal('1.50'), C=date(2024, 1,"
            + " 2))|x|f|{'A': datetime.datetime(2024, 1, 2, 0, 0, tzinfo=datetime.timezone.utc),"
            + " 'B': Decimal('1.50'), 'C': datetime.date(2024, 1, 2)}",
        "x.f()|x|f|{}",
      })
  void aPythonCallIsRead(String source, String service, String operation, String params) {
    GivenCall call = python(source);
    assertThat(call.service()).isEqualTo(service);
    assertThat(call.operation()).isEqualTo(operation);
    assertThat(PythonText.repr(call.params())).isEqualTo(params);
    assertThat(call.unread()).isEmpty();
  }

  @Test
  void argumentsThatAreNoLiteralsAreNamed() {
    GivenCall call =
        python("s3.put_object(\n  Bucket=os.environ['B'],  # here\n  Key=f'{a}/k', Body='x')");
    assertThat(PythonText.repr(call.params())).isEqualTo("{'Body': 'x'}");
    assertThat(call.unread())
        .containsExactly(
            new GivenCall.Unread("Bucket", 2, "`os.environ['B']` is no literal", "os.environ['B']"),
            new GivenCall.Unread("Key", 3, "`f'{a}/k'` is no literal", "f'{a}/k'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.put_object(Bucket='b|1|22|a string that does not end: `'` is missing",
        "s3.put_object(Bucket='b'|1|25|the call does not end: `)` for the `(` of line 1, column 14"
            + " is missing",
        "s3.put_object(Bucket=x|1|23|the call does not end: `)` for the `(` of line 1, column 14 is"
            + " missing",
        "import boto3|1|8|this is no call such as s3.get_object(Bucket='b', Key='k')",
        "s3.put_object('b')|1|14|a boto3 operation takes its parameters by name",
      })
  void whatIsNoCallIsToldWithItsPlace(String source, int line, int column, String why) {
    assertThat(PythonCallReader.read(source))
        .isEqualTo(new GivenCall.Unreadable(line, column, why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "aws s3api put-object-tagging --bucket b --key 'a b' --tagging"
            + " 'TagSet=[{Key=a,Value=b}]'|s3|{'Bucket': 'b', 'Key': 'a b', 'Tagging': {'TagSet':"
            + " [{'Key': 'a', 'Value': 'b'}]}}",
        "aws --region eu-west-1 ec2 run-instances --min-count 1 --max-count 2 --dry-run"
            + " --security-group-ids a b --tag-specifications"
            + " 'ResourceType=instance,Tags=[{Key=k,Value=v}]'|ec2|{'MinCount': 1, 'MaxCount': 2,"
            + " 'DryRun': True, 'SecurityGroupIds': ['a', 'b'], 'TagSpecifications':"
            + " [{'ResourceType': 'instance', 'Tags': [{'Key': 'k', 'Value': 'v'}]}]}",
        "aws sqs create-queue --queue-name q --attributes VisibilityTimeout=5,DelaySeconds=1"
            + " --output json|sqs|{'QueueName': 'q', 'Attributes': {'VisibilityTimeout': '5',"
            + " 'DelaySeconds': '1'}}",
        "aws dynamodb get-item --table-name t --key '{\"id\": {\"N\": \"1\"}}'"
            + " --no-consistent-read|dynamodb|{'TableName': 't', 'Key': {'id': {'N': '1'}},"
            + " 'ConsistentRead': False}",
        "aws ec2 describe-instances --filters Name=tag:a,Values=x,y --cli-input-json"
            + " '{\"MaxResults\": 5}'|ec2|{'Filters': [{'Name': 'tag:a', 'Values': ['x', 'y']}],"
            + " 'MaxResults': 5}",
        "aws iam create-role --role-n r --assume-role-policy-document=p|iam|{'RoleName': 'r',"
            + " 'AssumeRolePolicyDocument': 'p'}",
      })
  void aCommandIsRead(String command, String service, String params) {
    GivenCall call = cli(command);
    assertThat(call.service()).isEqualTo(service);
    assertThat(PythonText.repr(call.params())).isEqualTo(params);
    assertThat(call.unread()).isEmpty();
  }

  @Test
  void filesAndVariablesAreNotRead() {
    GivenCall call =
        cli("aws lambda invoke --function-name \"$NAME\" \\\n --payload file://p.json out.json");
    assertThat(call.params().entries()).isEmpty();
    assertThat(call.unread())
        .containsExactly(
            new GivenCall.Unread("FunctionName", 1, "`$NAME` is put in by the shell", "\"$NAME\""),
            new GivenCall.Unread(
                "Payload", 2, "`file://p.json` is a file, which is not read", "file://p.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3.PutObject", "dynamodb.PutItem", "lambda.CreateFunction", "ec2.RunInstances"})
  void theSkeletonIsReadAgainFromPython(String name) {
    Service service = CATALOG.service(name.substring(0, name.indexOf('.'))).orElseThrow();
    Operation operation = service.operation(name.substring(name.indexOf('.') + 1)).orElseThrow();
    Dict params = Skeleton.of(service, operation);
    GivenCall read = python(CallText.python(service, operation, params));
    assertThat(read.params()).isEqualTo(params);
    assertThat(read.operation()).isEqualTo(operation.methodName());
    GivenCall command = cli(CallText.cli(CATALOG, service, operation, params));
    assertThat(command.operation()).isEqualTo(operation.commandName());
  }

  @Test
  void everySkeletonIsAcceptedByBotocore() {
    int operations = 0;
    for (String name : CATALOG.services()) {
      Service service = CATALOG.service(name).orElseThrow();
      ParamValidator validator = new ParamValidator(service, LocalDate.of(2026, 1, 31));
      for (String operation : service.operationNames()) {
        Dict skeleton = Skeleton.of(service, service.operation(operation).orElseThrow());
        service
            .input(operation)
            .ifPresent(input ->
                assertThat(validator.validate(skeleton, input).report())
                    .as(name + "." + operation)
                    .isEmpty());
        operations++;
      }
    }
    assertThat(operations).isGreaterThan(10_000);
  }

  @Test
  void noTextMakesTheReadersFail() {
    Random random = new Random(3);
    String[] parts = {
      "s3",
      ".",
      "f",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "'",
      "\"",
      "=",
      ",",
      "**",
      "\\",
      "\n",
      "#",
      "b'x'",
      "1",
      "0x",
      "e",
      "-",
      "--x",
      "$",
      "aws ",
      " ",
      "A=",
      "file://",
      "None",
      "datetime(",
      "lambda"
    };
    for (int i = 0; i < 8_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertThat(PythonCallReader.read(text.toString())).isNotNull();
      assertThat(CliCallReader.read(CATALOG, "aws sqs create-queue " + text)).isNotNull();
      assertThat(CliCallReader.read(CATALOG, text.toString())).isNotNull();
    }
  }

  @Test
  void jsonOfASkeletonKeepsItsOrder() {
    Service sqs = CATALOG.service("sqs").orElseThrow();
    Dict skeleton = Skeleton.of(sqs, sqs.operation("GetQueueUrl").orElseThrow());
    assertThat(JsonText.pretty(skeleton))
        .isEqualTo(
            "{\n  \"QueueName\": \"<QueueName>\",\n"
                + "  \"QueueOwnerAWSAccountId\": \"<QueueOwnerAWSAccountId>\"\n}");
  }
}

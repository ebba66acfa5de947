package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How other SDKs, the CLI and deployment tools print a failure. */
class ToolFormsTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  private static Failure first(String text) {
    List<Failure> failures =
        FailureReader.read(new Artifact("t", Artifact.Kind.TRACEBACK, text), AWS);
    assertThat(failures).as("failures in: %s", text).isNotEmpty();
    return failures.getFirst();
  }

  private static FailedCall call(String text) {
    return first(text).call();
  }

  @Test
  void theSdkForRubyPrintsServiceAndCodeAsAClass() {
    FailedCall call = call("Aws::DynamoDB::Errors::ResourceNotFoundException: no table orders");
    assertThat(call.service()).isEqualTo("dynamodb");
    assertThat(call.code()).isEqualTo("ResourceNotFoundException");
    assertThat(call.message()).isEqualTo("no table orders");
    FailedCall after = call("call.rb:20:in `call': gone away (Aws::S3::Errors::NoSuchBucket)");
    assertThat(after.code()).isEqualTo("NoSuchBucket");
    assertThat(after.message()).isEqualTo("gone away");
  }

  @Test
  void theSdkForPhpNamesTheOperationOrTheFields() {
    FailedCall v3 =
        call(
            "Error executing \"GetObject\" on \"https://s3.eu-west-3.amazonaws.com/b/k\"; AWS HTTP"
                + " error: Client error: `GET https://s3.eu-west-3.amazonaws.com/b/k` resulted in a"
                + " `404 Not Found` response:\n<Error>\n NoSuchKey (client): no key - <?xml");
    assertThat(v3.operation()).isEqualTo("GetObject");
    assertThat(v3.code()).isEqualTo("NoSuchKey");
    assertThat(v3.region()).isEqualTo("eu-west-3");
    assertThat(v3.httpStatus()).isEqualTo(OptionalInt.of(404));
    FailedCall v2 =
        call(
            "Aws\\Sqs\\Exception\\SqsException: AWS Error Code: InvalidAddress, Status Code: 404,"
                + " AWS Request ID: R1, AWS Error Type: client, AWS Error Message: no queue, User-Agent:"
                + " x");
    assertThat(v2.code()).isEqualTo("InvalidAddress");
    assertThat(v2.service()).isEqualTo("sqs");
    assertThat(v2.requestId()).isEqualTo("R1");
  }

  @Test
  void theSdkForRustPrintsItsFields() {
    FailedCall call =
        call("Error { code: \"NotFoundException\", message: \"no api\", aws_request_id: \"R2\" }");
    assertThat(call.code()).isEqualTo("NotFoundException");
    assertThat(call.message()).isEqualTo("no api");
    assertThat(call.requestId()).isEqualTo("R2");
  }

  @Test
  void theSdkForJavaScriptPrintsAFieldALine() {
    FailedCall call =
        call(
            """
            {
              message: 'no such stream',
              code: 'ResourceNotFoundException',
              requestId: 'R3',
              statusCode: 400,
              retryable: false
            }
            """);
    assertThat(call.code()).isEqualTo("ResourceNotFoundException");
    assertThat(call.message()).isEqualTo("no such stream");
    assertThat(call.requestId()).isEqualTo("R3");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(400));
    FailedCall json =
        call(
            "ERROR Invoke { \"code\": \"ThrottlingException\", \"message\": \"slow\", \"statusCode\":"
                + " 400, \"retryable\": true }");
    assertThat(json.code()).isEqualTo("ThrottlingException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR: S3 error: 404 (NoSuchKey): gone | s3 | NoSuchKey |",
        "Error: creating EC2 Instance: InvalidAMIID.NotFound: gone | ec2 | InvalidAMIID.NotFound |"
            + " RunInstances",
        "Error creating IAM Role app: EntityAlreadyExists: it is there | iam | EntityAlreadyExists |"
            + " CreateRole",
        "Error: error rebooting DB Instance (a-1): InvalidDBInstanceState: busy | rds |"
            + " InvalidDBInstanceState | RebootDBInstance",
        "Error creating Security Group: InvalidGroup.Duplicate: it is there | ec2 |"
            + " InvalidGroup.Duplicate | CreateSecurityGroup",
        "request error: SQS.getQueueUrl QueueDoesNotExist: gone | sqs | QueueDoesNotExist |"
            + " GetQueueUrl"
      })
  void whatAToolWasDoingTellsTheCall(String line, String service, String code, String operation) {
    FailedCall call = call(line + "\n\tstatus code: 400, request id: R4");
    assertThat(call.service()).isEqualTo(service);
    assertThat(call.code()).isEqualTo(code);
    assertThat(call.operation()).isEqualTo(operation == null ? "" : operation);
  }

  @Test
  void cloudFormationNamesTheCodeOfItsHandler() {
    FailedCall call =
        call(
            "12:01 | CREATE_FAILED | AWS::SQS::Queue | Jobs Resource handler returned message: \"the"
                + " queue is there\" (RequestToken: 1-2, HandlerErrorCode: AlreadyExists)");
    assertThat(call.code()).isEqualTo("AlreadyExists");
    assertThat(call.service()).isEqualTo("sqs");
    assertThat(call.message()).isEqualTo("the queue is there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws: error: argument operation: Invalid choice, valid choices are: | choice | ''",
        "aws ec2: error: argument operation: invalid choice: 'start' (choose from 'a') | choice |"
            + " start",
        "Unknown options: --colour, red | option | --colour",
        "Error parsing parameter '--tags': Unknown key 'name', valid choices are: Key | option |"
            + " name",
        "aws: error: the following arguments are required: --bucket, --key | missing | --bucket",
        "Error parsing parameter '--item': Invalid JSON: x | value | --item"
      })
  void theCliTellsWhichArgumentIsWrong(String line, String usage, String subject) {
    Failure failure = first(line);
    assertThat(failure.captures()).containsEntry("usage", usage).containsEntry("subject", subject);
  }

  @Test
  void usageAfterAFailedCallIsItsConsequence() {
    String text =
        """
        An error occurred (AccessDenied) when calling the GetObject operation: no
        aws: error: argument --key: expected one argument
        """;
    assertThat(FailureReader.read(new Artifact("t", Artifact.Kind.TRACEBACK, text), AWS))
        .extracting(f -> f.call().code())
        .containsExactly("AccessDenied");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UnexpectedParameter: Unexpected key 'Foo' found in params | Unknown parameter in input:"
            + " \"Foo\"",
        "ArgumentError: missing required parameter params[:bucket] | Missing required parameter in"
            + " input: \"bucket\"",
        "- missing required field, PutObjectInput.Key. | Missing required parameter in input: \"Key\""
      })
  void otherSdksValidationIsReadAsAReport(String line, String report) {
    assertThat(first(line).captures().get("report")).startsWith(report.strip());
  }

  @Test
  void aServicesConstraintIsReadWithoutItsCode() {
    FailedCall call =
        call(
            " 1 validation error\n detected: Value 'a.b' at 'stackName'\n failed to satisfy"
                + " constraint: Member must satisfy regular\n expression pattern: [a-z]*\n");
    assertThat(call.message()).startsWith("1 validation error detected: Value 'a.b'");
    assertThat(call.service()).isEqualTo("cloudformation");
  }

  @Test
  void aConstraintsParameterTellsWhichServiceIsMeant() {
    FailedCall call =
        call(
            "An error occurred (ValidationException) when calling the CreateModel operation: 1"
                + " validation error detected: Value 'a_b' at 'modelName' failed to satisfy"
                + " constraint: Member must satisfy regular expression pattern: x");
    assertThat(call.service()).isEqualTo("sagemaker");
  }

  @Test
  void theParametersOfAReportTellTheCall() {
    FailedCall unknown =
        call(
            "Unknown parameter in input: \"KeyPolicy\", must be one of: FunctionName, Runtime, Role,"
                + " Handler, Code, Description, Timeout, MemorySize, Publish, VpcConfig");
    assertThat(unknown.exception()).isEqualTo("ParamValidationError");
    assertThat(unknown.operation()).isEqualTo("CreateFunction");
    assertThat(unknown.service()).isEqualTo("lambda");
    FailedCall length =
        call(
            "ParamValidationError: Parameter validation failed:\n"
                + "Invalid length for parameter ChangeBatch.Changes, value: 0, valid min length: 1");
    assertThat(length.operation()).isEqualTo("ChangeResourceRecordSets");
    assertThat(
            call("Unknown parameter in input: \"X\", must be one of: Name, Tags, MaxResults")
                .operation())
        .isEmpty();
  }

  @Test
  void waitersTellTheOperationThatTheyAsk() {
    FailedCall call = call("msg: Waiter ClusterRunning failed: Max attempts exceeded");
    assertThat(call.exception()).isEqualTo("WaiterError");
    assertThat(call.service()).isEqualTo("emr");
    assertThat(call.operation()).isEqualTo("DescribeCluster");
  }

  @Test
  void theClassOfAClientNamesItsService() {
    Failure failure = first("AttributeError: 'ECS' object has no attribute 'make_task'");
    assertThat(failure.call().service()).isEqualTo("ecs");
    assertThat(failure.captures()).containsEntry("attribute", "make_task");
    assertThat(
            FailureReader.read(
                new Artifact(
                    "t",
                    Artifact.Kind.TRACEBACK,
                    "AttributeError: 'Basket' object has no attribute 'total'"),
                AWS))
        .isEmpty();
  }

  @Test
  void pythonErrorsAreReadBehindPrefixesAndBeforeTheirTraceback() {
    FailedCall prefixed =
        call(
            """
            web_1  | Traceback (most recent call last):
            web_1  |   File "/app/up.py", line 3, in <module>
            web_1  |     s3.upload_file("a", "b", "c")
            web_1  |   File "/usr/lib/python3/site-packages/s3transfer/futures.py", line 4, in submit
            web_1  |     raise RuntimeError('no')
            web_1  | RuntimeError: no
            """);
    assertThat(prefixed.exception()).isEqualTo("RuntimeError");
    assertThat(prefixed.service()).isEqualTo("s3");
    FailedCall lambda =
        call(
            """
            {"errorMessage": "bad ciphers", "errorType": "TypeError", "stackTrace": [
              "  File \\"/opt/python/botocore/httpsession.py\\", line 9, in make\\n    x(y)\\n"]}
            """);
    assertThat(lambda.exception()).isEqualTo("TypeError");
    FailedCall flat =
        call(
            """
            Traceback (most recent call last):
            File "/app/a.py", line 3, in run
            client.batch_enable_standards(StandardsSubscriptionRequests=[])
            File "/usr/lib/python3/site-packages/botocore/validate.py", line 2, in serialize
            raise ParamValidationError(report=report.generate_report())
            ParamValidationError: Parameter validation failed:
            Invalid type for parameter Tags, value: 1, type: <class 'int'>, valid types: <class 'list'>
            """);
    assertThat(flat.operation()).isEqualTo("BatchEnableStandards");
  }

  @Test
  void aTextThatIsACloudTrailEventIsOne() {
    Artifact event =
        new Artifact(
            "t",
            Artifact.Kind.TRACEBACK,
            "{\n\"eventVersion\": \"1.08\", \"eventSource\": \"rds.amazonaws.com\", \"eventName\":"
                + " \"ModifyDBInstance\",\n\"errorCode\": \"InvalidDBInstanceStateFault\"}");
    assertThat(Readers.read(event, AWS)).hasSize(1).doesNotHaveAnyElementsOfTypes(Failure.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[error] [output:s3:s3.0] PutObject API responded with error='AccessDenied', message='Access"
            + " Denied' | s3 | PutObject | AccessDenied | Access Denied",
        "[error] [output:cloudwatch_logs:cw.1] CreateLogStream API responded with"
            + " error='ResourceNotFoundException', message='It's gone' | logs | CreateLogStream |"
            + " ResourceNotFoundException | It's gone",
        "[error] [output:kinesis_firehose:f.0] PutRecordBatch API responded with"
            + " error='ServiceUnavailableException' | firehose | PutRecordBatch |"
            + " ServiceUnavailableException |"
      })
  void fluentBitNamesPluginOperationAndCode(
      String line, String service, String operation, String code, String message) {
    FailedCall call = call(line);
    assertThat(call.service()).isEqualTo(service);
    assertThat(call.operation()).isEqualTo(operation);
    assertThat(call.code()).isEqualTo(code);
    assertThat(call.message()).isEqualTo(message == null ? "" : message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "org.jets3t.service.S3ServiceException: S3 HEAD request failed for '/a' - ResponseCode=403,"
            + " ResponseMessage=Forbidden | S3ServiceException | '' | Forbidden | 403",
        "org.jets3t.service.ServiceException: Request Error. HEAD '/a' on Host"
            + " 'b.s3.amazonaws.com' -- ResponseCode: 404, ResponseStatus: Not Found, RequestId: R |"
            + " ServiceException | '' | Not Found | 404",
        "org.jets3t.service.S3ServiceException: Service Error Message. -- ResponseCode: 400,"
            + " ResponseStatus: Bad Request, XML Error Message: <?xml version=\"1.0\"?><Error>"
            + "<Code>ExpiredToken</Code><Message>it expired</Message></Error> | S3ServiceException |"
            + " ExpiredToken | it expired | 400"
      })
  void jets3tTellsTheStatusAndTheBody(
      String line, String exception, String code, String message, int status) {
    FailedCall call = call(line);
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.exception()).isEqualTo(exception);
    assertThat(call.code()).isEqualTo(code);
    assertThat(call.message()).isEqualTo(message);
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(status));
  }

  @Test
  void aResponseThatDidNotFailInS3IsNone() {
    assertThat(all("GET /health - ResponseCode: 500, ResponseStatus: Internal Server Error"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Rate exceeded", "2026-01-02 ERROR worker: Rate exceeded", "Error('Rate exceeded')"})
  void theSentenceOfAThrottleIsReadAlone(String line) {
    assertThat(call(line).message()).isEqualTo("Rate exceeded");
  }

  @ParameterizedTest
  @CsvSource({"Rate exceeded the plan by 3 %", "Sample Rate exceeded"})
  void otherRatesAreNoThrottle(String line) {
    assertThat(all(line)).isEmpty();
  }

  @Test
  void aColumnThatIsFoldedOverLinesIsReadAsOneReason() {
    String text =
        """
        ------------------------------------------------------------------------------------
        ResourceStatus       ResourceType         LogicalResourceId    ResourceStatusReason
        ------------------------------------------------------------------------------------
        CREATE_IN_PROGRESS   AWS::CloudFormation: orders-app           User Initiated
                             :Stack
        CREATE_FAILED        AWS::SQS::Queue      Jobs                 Resource handler
                                                                       returned message:
                                                                       "the queue is there"
                                                                       (RequestToken: 1111-
                                                                       2222,
                                                                       HandlerErrorCode:
                                                                       AlreadyExists)
        ------------------------------------------------------------------------------------
        """;
    FailedCall call = call(text);
    assertThat(call.code()).isEqualTo("AlreadyExists");
    assertThat(call.service()).isEqualTo("sqs");
    assertThat(call.message()).isEqualTo("the queue is there");
    assertThat(call.source().line()).isEqualTo(6);
  }

  private static List<Failure> all(String text) {
    return FailureReader.read(new Artifact("t", Artifact.Kind.TRACEBACK, text), AWS);
  }
}

package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first answer says to do, and what it must not say. */
class FittingFixesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static String first(String code, String operation, String message) {
    String text =
        "An error occurred (%s) when calling the %s operation: %s"
            .formatted(code, operation, message);
    return diagnosed(text);
  }

  private static String diagnosed(String text) {
    return DIAGNOSER
        .diagnose(List.of(new Artifact("t", Kind.TRACEBACK, text)))
        .failures()
        .getFirst()
        .verdicts()
        .getFirst()
        .toString();
  }

  @ParameterizedTest
  @CsvSource({
    "DependencyViolation,DeleteSecurityGroup,waiting does not help,get_waiter",
    "DeleteConflict,DeleteRole,waiting does not help,get_waiter",
    "BucketNotEmpty,DeleteBucket,other things still belong to it,get_waiter",
    "VolumeInUse,AttachVolume,describe-volumes,describe-instances",
    "IncorrectInstanceState,StartInstances,get_waiter,delete or detach",
    "InvalidChangeBatch,ChangeResourceRecordSets,UPSERT,except botocore",
    "EntityAlreadyExists,CreateRole,except botocore,take or change it instead"
  })
  void theFixFitsTheFault(String code, String operation, String said, String unsaid) {
    String message =
        operation.startsWith("Delete")
            ? "must detach it first"
            : code.startsWith("Volume") ? "vol-1 is attached to an instance" : "it already exists";
    assertThat(first(code, operation, message)).contains(said).doesNotContain(unsaid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "InvalidParameterCombination|DeleteDBInstance|Cannot delete protected DB Instance, please"
            + " disable deletion protection and try again.|aws rds modify-db-instance"
            + " --db-instance-identifier <db instance> --no-deletion-protection",
        "OperationNotPermitted|TerminateInstances|The instance `i-0123456789abcdef0` may not be"
            + " terminated. Modify its `disableApiTermination` instance attribute and try"
            + " again.|--instance-id i-0123456789abcdef0 --no-disable-api-termination",
        "ValidationError|DeleteStack|Stack [shop] cannot be deleted while TerminationProtection is"
            + " enabled|--no-enable-termination-protection",
        "InvalidParameterException|DeleteUserPool|The user pool cannot be deleted because deletion"
            + " protection is activated.|--deletion-protection INACTIVE",
        "ValidationException|DeleteTable|Resource cannot be deleted as it is currently protected"
            + " against deletion.|--no-deletion-protection-enabled",
        "OperationNotPermitted|DeleteLoadBalancer|Load balancer cannot be deleted because deletion"
            + " protection is enabled|Value=false",
      })
  void whatIsProtectedFromDeletionIsFreedFirst(
      String code, String operation, String message, String command) {
    assertThat(first(code, operation, message))
        .contains("resource/wrong-state", "it is protected from being deleted", command);
  }

  @Test
  void theRunsOfAJobOfGlueHaveALimitOfTheirOwn() {
    assertThat(
            first(
                "ConcurrentRunsExceededException",
                "StartJobRun",
                "Concurrent runs exceeded for nightly"))
        .contains("throttling/concurrency", "MaxConcurrentRuns");
  }

  @Test
  void anOptionOfTheCliWithValuesIsGivenOneOfThem() {
    String usage =
        """
        aws: error: argument --output: Invalid choice, valid choices are:

        json                                     | text
        table
        """;
    assertThat(diagnosed(usage))
        .contains(
            "parameters/wrong-type", "give `--output` one of its values", "<json|text|table>");
  }

  @Test
  void theVariablesOfTheProxyAreThoseThatCount() {
    String text =
        "botocore.exceptions.ProxyConnectionError: Failed to connect to proxy URL: \"http://p:1\"";
    String env = "HTTPS_PROXY=http://q:1\nhttps_proxy=http://p:1\nno_proxy=localhost,10.0.0.0/8\n";
    String said =
        DIAGNOSER
            .diagnose(
                List.of(new Artifact("t", Kind.TRACEBACK, text), new Artifact("e", Kind.ENV, env)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .toString();
    assertThat(said)
        .contains(
            "https_proxy names the proxy, which goes before HTTPS_PROXY",
            "Python makes nothing of `10.0.0.0/8` in no_proxy",
            "export no_proxy=$no_proxy,169.254.169.254",
            "export https_proxy=http://<host>:<port>")
        .doesNotContain("env | grep");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8000,http://localhost:8000",
    "minio,http://minio",
    "//10.0.0.5:9000/,http://10.0.0.5:9000",
    "sqs.eu-west-1.amazonaws.com,https://sqs.eu-west-1.amazonaws.com",
    "http//x,https://<host>:<port>"
  })
  void anEndpointWithoutASchemeIsGivenTheOneThatIsMeant(String given, String url) {
    String text =
        """
        Traceback (most recent call last):
          File "a.py", line 4, in <module>
            ddb = boto3.client('dynamodb', endpoint_url=URL)
        ValueError: Invalid endpoint: %s
        """
            .formatted(given);
    assertThat(diagnosed(text))
        .contains("network/wrong-endpoint-url", "boto3.client(\"dynamodb\", endpoint_url=\"" + url)
        .doesNotContain("grep");
  }

  @Test
  void theClockIsSetAsTheProgramsSystemDoesIt() {
    String frame =
        """
          File "C:\\Users\\b\\botocore\\client.py", line 1, in _make_api_call
            raise error
        """;
    String error =
        "botocore.exceptions.ClientError: An error occurred (RequestTimeTooSkewed) when calling the"
            + " PutObject operation: x";
    assertThat(diagnosed("Traceback (most recent call last):\n" + frame + error))
        .contains("w32tm /resync")
        .doesNotContain("timedatectl");
    assertThat(diagnosed(error)).contains("timedatectl").doesNotContain("w32tm");
  }

  @ParameterizedTest
  @CsvSource({
    "PutRecords,AWS/Kinesis --metric-name WriteProvisionedThroughputExceeded",
    "GetRecords,AWS/Kinesis --metric-name ReadProvisionedThroughputExceeded",
    "PutItem,AWS/DynamoDB --metric-name WriteThrottleEvents",
    "Query,AWS/DynamoDB --metric-name ReadThrottleEvents"
  })
  void theMetricThatIsLookedAtIsOfTheServiceAndTheKindOfCall(String operation, String metric) {
    String code = "ProvisionedThroughputExceededException";
    String message = operation.endsWith("Records") ? "Rate exceeded for shard" : "throughput";
    assertThat(first(code, operation, message)).contains(metric);
  }

  @Test
  void anOperationThatTheEndpointDoesNotKnowIsNoRefusedValue() {
    assertThat(first("UnknownOperationException", "ListSchemas", ""))
        .contains("parameters/unknown-service", "client.meta.endpoint_url", "meta.endpoint_url)")
        .doesNotContain("correct what the message names", "except client.exceptions");
  }

  @Test
  void whatHasToBeThereBeforeIsMadeFirst() {
    assertThat(
            first(
                "NoAvailableConfigurationRecorderException",
                "PutDeliveryChannel",
                "Configuration recorder is not available to put delivery channel."))
        .contains("resource/not-found", "client.put_configuration_recorder(");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Launch Configuration creation operation is not available in your account. Use launch"
            + " templates to create them.|create-launch-template",
        "The functionality you requested is not available in this"
            + " region.|/aws/service/global-infrastructure/services/",
      })
  void anUnsupportedOperationIsNotAWrongState(String message, String command) {
    assertThat(
            diagnosed(
                "Error: creating Auto Scaling Launch Configuration (web): UnsupportedOperation: "
                    + message
                    + "\n\tstatus code: 400, request id: 1a"))
        .contains("parameters/rejected-by-service", command)
        .doesNotContain("its present state forbids the call");
  }

  @Test
  void anUnsupportedOperationOfAStateIsAWrongState() {
    assertThat(
            first(
                "UnsupportedOperation",
                "StopInstances",
                "The instance `i-0123456789abcdef0` cannot be stopped in its current state"))
        .contains("resource/wrong-state");
  }

  @Test
  void theTimesOfPyarrowAreSetInPyarrow() {
    assertThat(
            diagnosed(
                "OSError: AWS Error NETWORK_CONNECTION during GetObject operation: curlCode: 28,"
                    + " Timeout was reached"))
        .contains("connect_timeout=10, request_timeout=60")
        .doesNotContain("read_timeout=900");
  }

  @Test
  void aPoolThatIsUsedUpIsNoNetworkFault() {
    assertThat(
            diagnosed(
                "com.amazonaws.SdkClientException: Unable to execute HTTP request: Timeout waiting"
                    + " for connection from pool\n"
                    + "\tat com.amazonaws.services.s3.AmazonS3Client.getObject(AmazonS3Client.java:1)"))
        .contains("client/resources-exhausted", "maxConnections");
  }

  @Test
  void aFaultInsideALibraryNamesTheLibrary() {
    assertThat(
            diagnosed(
                """
                Traceback (most recent call last):
                  File "/srv/app.py", line 5, in test_it
                    client.complete_multipart_upload(Bucket="b", Key="k", UploadId="u")
                  File "/venv/lib/python3.9/site-packages/botocore/client.py", line 386, in _api_call
                    return self._make_api_call(operation_name, kwargs)
                  File "/venv/lib/python3.9/site-packages/moto/s3/models.py", line 400, in complete
                    etag = parts[number].etag
                AttributeError: 'NoneType' object has no attribute 'etag'
                """))
        .contains("client/library-bug", "moto itself failed", "boto3 botocore moto");
  }

  @Test
  void aValueOutsideAnEnumerationIsGivenItsChoices() {
    assertThat(
            first(
                "ValidationError",
                "CreateChangeSet",
                "1 validation error detected: Value '[CAPABILTY_IAM]' at 'capabilities' failed to"
                    + " satisfy constraint: Member must satisfy constraint: [Member must satisfy"
                    + " enum value set: [CAPABILITY_NAMED_IAM, CAPABILITY_IAM]]"))
        .contains("give `Capabilities` a value among CAPABILITY_NAMED_IAM, CAPABILITY_IAM")
        .doesNotContain("correct what the message names");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CreateRole|Value at 'maxSessionDuration' failed to satisfy constraint: Member must have"
            + " value less than or equal to 43200|give `MaxSessionDuration` a value of at most"
            + " 43200",
        "CreateLogGroup|Value '' at 'logGroupName' failed to satisfy constraint: Member must have"
            + " length greater than or equal to 1|give `logGroupName` a value of length at least 1",
        "CreateStack|Value 'web.-dev' at 'stackName' failed to satisfy constraint: Member must"
            + " satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|give `StackName` a value"
            + " that matches [a-zA-Z][-a-zA-Z0-9]*",
      })
  void aValueOutsideALimitIsGivenTheLimit(String operation, String message, String fix) {
    assertThat(first("ValidationException", operation, "1 validation error detected: " + message))
        .contains(fix);
  }

  @Test
  void anInstanceProfileThatEc2DoesNotKnowIsLookedFor() {
    assertThat(
            first(
                "InvalidParameterValue",
                "RunInstances",
                "Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance"
                    + " Profile name"))
        .contains("or does not know it yet", "aws iam list-instance-profiles")
        .doesNotContain("correct what the message names");
  }

  @Test
  void dataThatIsNotThereIsLookedForWhereTheMessageSays() {
    assertThat(
            first(
                "ValidationException",
                "CreateTrainingJob",
                "No S3 objects found under S3 URL \"s3://acme-lake/train\" given in input data"
                    + " source."))
        .contains("aws s3 ls s3://acme-lake/train")
        .doesNotContain("correct what the message names");
  }
}

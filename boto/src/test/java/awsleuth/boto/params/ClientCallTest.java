package awsleuth.boto.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.TypedJson;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls come to before anything is sent, each row as boto3 1.43 gives it. */
class ClientCallTest {

  private static final Boto BOTO = Boto.of(AwsCatalog.embedded(), LocalDate.of(2026, 1, 31));

  private static Optional<Raised> call(String service, String operation, String json) {
    Service known = BOTO.catalog().service(service).orElseThrow();
    PyValue params = ((TypedJson.Value) TypedJson.read(json)).value();
    return BOTO.client(known)
        .refusal(known.operation(operation).orElseThrow(), (PyValue.Dict) params);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.GetObject|{\"Bucket\": 5, \"Key\": \"k\"}|TypeError|expected string or bytes-like"
            + " object, got 'int'",
        "s3.GetObject|{\"Bucket\": {\"$bytes\": \"eA==\"}, \"Key\": \"k\"}|TypeError|cannot use a"
            + " string pattern on a bytes-like object",
        "s3.PutObject|{\"Bucket\": \"b\", \"Key\": \"k\", \"Metadata\": {\"a\":"
            + " 1}}|AttributeError|'int' object has no attribute 'encode'",
        "s3.PutObject|{\"Bucket\": \"b\", \"Key\": \"k\", \"SSECustomerKey\": 5}|TypeError|object"
            + " supporting the buffer API required",
        "s3.PutObject|{\"Bucket\": \"b\", \"Key\": \"k\", \"ChecksumAlgorithm\":"
            + " \"CRC64NVME\"}|botocore.exceptions.MissingDependencyException|Missing Dependency:"
            + " Using CRC64NVME requires an additional dependency. You will need to pip install"
            + " botocore[crt] before proceeding.",
        "s3.PutObject|{\"Bucket\": \"b\", \"Key\": \"k\", \"ChecksumAlgorithm\":"
            + " \"rot13\"}|botocore.exceptions.FlexibleChecksumError|Unsupported checksum"
            + " algorithm: rot13",
        "ec2.DescribeInstances|{\"Filter\": [], \"Filters\":"
            + " []}|botocore.exceptions.ParamValidationError|",
        "ec2.DescribeHosts|{\"Filters\": [], \"Filter\":"
            + " []}|botocore.exceptions.AliasConflictParameterError|Parameter 'Filter' and its"
            + " alias 'Filters' were provided for operation DescribeHosts.  Only one of them may be"
            + " used.",
        "ec2.RunInstances|{\"MinCount\": 1, \"MaxCount\": 1, \"UserData\": 5}|TypeError|a"
            + " bytes-like object is required, not 'int'",
        "route53.GetChange|{\"Id\": 5}|AttributeError|'int' object has no attribute 'split'",
        "timestream-write.CreateTable|{\"DatabaseName\": \"dbd\", \"TableName\": \"ttt\","
            + " \"MagneticStoreWriteProperties\": 1.5}|TypeError|argument of type 'float' is not"
            + " iterable",
        "controltower.UpdateEnabledControl|{\"enabledControlIdentifier\":"
            + " \"arn:aws:sns:eu-west-1:123456789012:t\", \"parameters\": {\"$tuple\": [{\"key\":"
            + " \"k\", \"value\": {\"$dict\": [[{\"$bytes\": \"Yg==\"}, 2]]}}]}}|TypeError|keys"
            + " must be str, int, float, bool or None, not bytes",
        "glacier.UploadArchive|{\"vaultName\": \"v\", \"body\": {\"$bytearray\":"
            + " \"eA==\"}}|AttributeError|'bytearray' object has no attribute 'tell'",
      })
  void theExceptionIsBotocores(String call, String json, String exception, String message) {
    String[] names = call.split("\\.");
    Raised raised = call(names[0], names[1], json).orElseThrow();
    assertThat(raised.exception()).isEqualTo(exception);
    if (message != null) {
      assertThat(raised.message()).isEqualTo(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "glacier.DescribeVault|{\"vaultName\": \"v\"}",
        "route53.GetHostedZone|{\"Id\": \"/hostedzone/Z1\"}",
        "s3.PutObject|{\"Bucket\": \"b\", \"Key\": \"k\", \"SSECustomerKey\": {\"$bytes\":"
            + " \"eA==\"}}",
        "s3.CopyObject|{\"Bucket\": \"b\", \"Key\": \"k\", \"CopySource\": {\"Bucket\": \"a\","
            + " \"Key\": \"ü\"}}",
        "s3.GetObject|{\"Bucket\": \"name\\n\", \"Key\": \"k\"}",
        "s3.GetObject|{\"Bucket\": \"A..b_\", \"Key\": \"k\"}",
        "logs.CreateExportTask|{\"logGroupName\": \"g\", \"fromTime\": 1, \"to\": 2,"
            + " \"destination\": \"b\"}",
        "lookoutequipment.CreateDataset|{\"DatasetName\": \"d\"}",
        "sts.GetCallerIdentity|{\"Anything\": 1}",
      })
  void whatHandlersPutRightIsSent(String call, String json) {
    String[] names = call.split("\\.");
    Optional<Raised> raised = call(names[0], names[1], json);
    if (names[0].equals("sts")) {
      assertThat(raised.orElseThrow().message()).contains("Unknown parameter in input");
    } else {
      assertThat(raised).isEmpty();
    }
  }

  @Test
  void aBucketsNameIsLookedAtBeforeAllElse() {
    Raised raised = call("s3", "GetObject", "{\"Bucket\": \"a b\", \"Kye\": 1}").orElseThrow();
    assertThat(raised.message())
        .startsWith(
            "Parameter validation failed:\nInvalid bucket name \"a b\": Bucket name must match the"
                + " regex \"^[a-zA-Z0-9.\\-_]{1,255}$\" or be an ARN matching the regex \"^arn:");
  }

  @Test
  void metadataIsAscii() {
    String json = "{\"Bucket\": \"b\", \"Key\": \"k\", \"Metadata\": {\"k\": \"ü\"}}";
    assertThat(call("s3", "PutObject", json).orElseThrow().message())
        .isEqualTo(
            "Parameter validation failed:\nNon ascii characters found in S3 metadata for key"
                + " \"k\", value: \"ü\".  \nS3 metadata can only contain ASCII characters. ");
  }

  @Test
  void aCopySourceNeedsBothParts() {
    String json = "{\"Bucket\": \"b\", \"Key\": \"k\", \"CopySource\": {\"Bucket\": \"a\"}}";
    assertThat(call("s3", "CopyObject", json).orElseThrow().message())
        .isEqualTo("Parameter validation failed:\nMissing required parameter: 'Key'");
  }

  @Test
  void hostLabelsAreLetters() {
    String json =
        "{\"graphIdentifier\": \"g_1\", \"queryString\": \"q\", \"language\": \"OPEN_CYPHER\"}";
    assertThat(call("neptune-graph", "ExecuteQuery", json).orElseThrow().message())
        .isEqualTo(
            "Parameter validation failed:\nInvalid value for parameter(s): graphIdentifier. Must"
                + " contain only alphanumeric characters, hyphen, or period.");
  }

  @Test
  void theBatchAnswersUnderTheNamesOfItsContract() {
    ParamsBatch batch = new ParamsBatch(BOTO);
    assertThat(
            batch.answer(
                "{\"id\": \"a\", \"service\": \"sqs\", \"operation\": \"get_queue_url\","
                    + " \"params\": {}}"))
        .isEqualTo(
            "{\"id\": \"a\", \"validate\": {\"ok\": false, \"report\": \"Missing required parameter"
                + " in input: \\\"QueueName\\\"\"}, \"client\": {\"ok\": false, \"exception\":"
                + " \"botocore.exceptions.ParamValidationError\", \"message\": \"Parameter"
                + " validation failed:\\nMissing required parameter in input:"
                + " \\\"QueueName\\\"\"}}");
    assertThat(batch.answer("{\"id\": 1, \"service\": \"sqz\"}"))
        .isEqualTo("{\"id\": 1, \"error\": \"no service `sqz`\"}");
    assertThat(batch.answer("{\"id\": 1, ")).contains("\"error\": \"column 11: not valid JSON");
    assertThat(batch.answer("[]")).contains("no object");
  }
}

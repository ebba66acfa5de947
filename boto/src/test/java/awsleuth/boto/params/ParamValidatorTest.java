package awsleuth.boto.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Boto;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.TypedJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reports of botocore's validator, each row as botocore 1.43 gives it. */
class ParamValidatorTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  private static Validation validate(String service, String operation, String json) {
    Service known = CATALOG.service(service).orElseThrow();
    Shape.Structure input = known.input(operation).orElseThrow();
    PyValue params = ((TypedJson.Value) TypedJson.read(json)).value();
    return new ParamValidator(known, TODAY).validate(params, input);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "s3.PutObjectTagging|{\"Bucket\": \"b\", \"Key\": \"k\", \"Tagging\": {\"TagSet\": \"x\"}}|Invalid type for parameter Tagging.TagSet, value: x, type: <class 'str'>, valid types: <class 'list'>, <class 'tuple'>",
        "s3.GetObject|{\"Bucket\": \"b\", \"Key\": \"\"}|Invalid length for parameter Key, value: 0, valid min length: 1",
        "s3.GetObject|{\"Bucket\": \"b\"}|Missing required parameter in input: \"Key\"",
        "sqs.ReceiveMessage|{\"QueueUrl\": \"q\", \"MaxNumberOfMessages\": true}|",
        "sqs.ReceiveMessage|{\"QueueUrl\": \"q\", \"MaxNumberOfMessages\": 1.0}|Invalid type for parameter MaxNumberOfMessages, value: 1.0, type: <class 'float'>, valid types: <class 'int'>",
        "dynamodb.Query|{\"TableName\": \"t\", \"Limit\": 0}|Invalid value for parameter Limit, value: 0, valid min value: 1",
        "dynamodb.GetItem|{\"TableName\": \"t\", \"Key\": {\"id\": 5}}|Invalid type for parameter Key.id, value: 5, type: <class 'int'>, valid types: <class 'dict'>",
        "dynamodb.GetItem|{\"TableName\": \"t\", \"Key\": {\"$dict\": [[1, {\"S\": \"a\"}]]}}|Invalid type for parameter Key (key: 1), value: 1, type: <class 'int'>, valid types: <class 'str'>",
        "lambda.Invoke|{\"FunctionName\": \"f\", \"Payload\": {\"a\": 1}}|Invalid type for parameter Payload, value: {'a': 1}, type: <class 'dict'>, valid types: <class 'bytes'>, <class 'bytearray'>, file-like object",
        "ec2.DescribeInstances|{\"InstanceIds\": [\"i-1\", 2]}|Invalid type for parameter InstanceIds[1], value: 2, type: <class 'int'>, valid types: <class 'str'>",
        "ec2.DescribeInstances|{\"DryRun\": \"true\"}|Invalid type for parameter DryRun, value: true, type: <class 'str'>, valid types: <class 'bool'>",
        "cloudwatch.PutMetricData|{\"Namespace\": \"n\", \"MetricData\": [{\"MetricName\": \"m\", \"Timestamp\": \"soon\"}]}|Invalid type for parameter MetricData[0].Timestamp, value: soon, type: <class 'str'>, valid types: <class 'datetime.datetime'>, timestamp-string",
        "cloudwatch.PutMetricData|{\"Namespace\": \"n\", \"MetricData\": [{\"MetricName\": \"m\", \"Value\": \"1\"}]}|Invalid type for parameter MetricData[0].Value, value: 1, type: <class 'str'>, valid types: <class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
        "lex-runtime.PostContent|{\"botName\": \"b\", \"botAlias\": \"a\", \"userId\": \"us\", \"contentType\": \"c\", \"inputStream\": \"i\", \"sessionAttributes\": {\"$bytes\": \"eA==\"}}|Invalid parameter sessionAttributes must be json serializable: Object of type bytes is not JSON serializable",
        "sts.GetCallerIdentity|{\"Foo\": null}|Unknown parameter in input: \"Foo\", must be one of: ",
      })
  void theReportIsBotocores(String call, String json, String report) {
    String[] names = call.split("\\.");
    assertThat(validate(names[0], names[1], json).report()).isEqualTo(report == null ? "" : report);
  }

  @Test
  void theOrderIsUnionRequiredUnknownKnown() {
    Validation v =
        validate(
            "s3",
            "PutObjectTagging",
            """
            {"Tagging": {"TagSet": [{"Key": 1, "Vaule": "v"}]}, "Zeta": 1, "Key": 5, "Alpha": 2}
            """);
    assertThat(v.report().lines().map(l -> l.substring(0, Math.min(44, l.length()))))
        .containsExactly(
            "Missing required parameter in input: \"Bucket",
            "Unknown parameter in input: \"Zeta\", must be ",
            "Unknown parameter in input: \"Alpha\", must be",
            "Missing required parameter in Tagging.TagSet",
            "Unknown parameter in Tagging.TagSet[0]: \"Vau",
            "Invalid type for parameter Tagging.TagSet[0]",
            "Invalid type for parameter Key, value: 5, ty");
  }

  @Test
  void unionsKeepTheirMissingSpace() {
    String model = "{\"modelId\": \"m\", \"messages\": [{\"role\": \"user\", \"content\": [%s]}]}";
    assertThat(validate("bedrock-runtime", "Converse", model.formatted("{}")).report())
        .startsWith(
            "Must set one of the following keys for tagged unionstructure messages[0].content[0]:"
                + " text, image, ");
    assertThat(
            validate(
                    "bedrock-runtime",
                    "Converse",
                    model.formatted("{\"text\": \"a\", \"image\": {}}"))
                .report())
        .startsWith(
            "Invalid number of parameters set for tagged union structure messages[0].content[0]."
                + " Can only set one of the following keys: text, image, ");
  }

  @Test
  void documentsBeginTheirPathsAnew() {
    String json =
        """
        {"modelId": "m", "additionalModelRequestFields": {"a": {"b": [1, {"$bytes": "eA=="}]}}}
        """;
    assertThat(validate("bedrock-runtime", "Converse", json).report())
        .isEqualTo(
            "Invalid type for document parameter b[1], value: b'x', type: <class 'bytes'>, valid"
                + " types: <class 'str'>, <class 'int'>, <class 'bool'>, <class 'float'>, <class"
                + " 'list'>, <class 'dict'>");
  }

  @Test
  void anErrorOfPythonsComesOutWhereItDoesOfBotocore() {
    assertThat(validate("cloudwatch", "GetMetricStatistics", "{\"StartTime\": 1e20}").leak())
        .hasValueSatisfying(l ->
            assertThat(l.message())
                .isEqualTo("Unable to calculate correct timezone offset for \"1e+20\""));
  }

  @Test
  void itNeverThrowsWhateverIsGiven() {
    Random random = new Random(31);
    List<String> services = CATALOG.services();
    for (int i = 0; i < 50; i++) {
      Service service =
          CATALOG.service(services.get(random.nextInt(services.size()))).orElseThrow();
      ParamValidator validator = new ParamValidator(service, TODAY);
      ClientCall client = Boto.of(CATALOG, TODAY).client(service);
      for (String operation : service.operationNames()) {
        Optional<Shape.Structure> input = service.input(operation);
        if (input.isPresent()) {
          PyValue.Dict params = some(random, input.get());
          Validation first = validator.validate(params, input.get());
          assertThat(validator.validate(params, input.get())).isEqualTo(first);
          assertThat(first.report().lines().count()).isGreaterThanOrEqualTo(first.errors().size());
          assertThat(client.refusal(service.operation(operation).orElseThrow(), params))
              .isNotNull();
        }
      }
    }
  }

  private static PyValue.Dict some(Random random, Shape.Structure input) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    for (Shape.Member member : input.members()) {
      if (random.nextInt(3) > 0) {
        entries.put(new PyValue.Str(member.name()), any(random, 3));
      }
    }
    return new PyValue.Dict(entries);
  }

  private static PyValue any(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 11)) {
      case 0 -> new PyValue.None();
      case 1 -> new PyValue.Bool(random.nextBoolean());
      case 2 -> PyValue.Int.of(random.nextLong());
      case 3 -> new PyValue.Real(random.nextGaussian() * 1e20);
      case 4 -> new PyValue.Str("x".repeat(random.nextInt(40)));
      case 5 -> new PyValue.Bytes("\u0000ÿ'", random.nextBoolean());
      case 6 -> new PyValue.Dec("NaN");
      case 7 -> new PyValue.Date(TODAY);
      case 8 -> {
        List<PyValue> items = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
          items.add(any(random, depth - 1));
        }
        yield random.nextBoolean() ? new PyValue.PyList(items) : new PyValue.Tuple(items);
      }
      case 9 -> new PyValue.PySet(List.of(any(random, 0)));
      default -> {
        LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
        for (int n = random.nextInt(3); n > 0; n--) {
          entries.put(any(random, 0), any(random, depth - 1));
        }
        yield new PyValue.Dict(entries);
      }
    };
  }
}

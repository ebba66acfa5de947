package awsleuth.boto.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.TypedJson;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of parameters beyond botocore's report, and how they are corrected. */
class ReviewerTest {

  private static final Boto BOTO = Boto.of(AwsCatalog.embedded(), LocalDate.of(2026, 1, 31));

  private static Review review(String call, String json, String... unread) {
    Service service = BOTO.catalog().service(call.substring(0, call.indexOf('.'))).orElseThrow();
    Dict params = (Dict) ((TypedJson.Value) TypedJson.read(json)).value();
    return BOTO.reviewer(
            service, service.operation(call.substring(call.indexOf('.') + 1)).orElseThrow())
        .review(params, Set.of(unread));
  }

  @Test
  void aParameterOfAWrongNameIsToldThoughItsValueIsNotKnown() {
    Review review = review("s3.GetObject", "{}", "bucket", "Key", "Nothing");
    assertThat(review.validation().report())
        .contains("Missing required parameter in input: \"Bucket\"")
        .contains("Unknown parameter in input: \"bucket\"")
        .contains("Unknown parameter in input: \"Nothing\"")
        .doesNotContain("\"Key\"");
    assertThat(review.renamed()).containsExactly(Map.entry("bucket", "Bucket"));
    assertThat(review.placeholders()).isEmpty();
    assertThat(review.valid()).isTrue();
  }

  @Test
  void theLastWordOfAMissingNameIsThatName() {
    Review review = review("sqs.SendMessage", "{\"QueueUrl\": \"u\", \"Body\": \"b\"}");
    assertThat(review.shown().has("MessageBody")).isTrue();
    assertThat(review.valid()).isTrue();
    Review optional = review("sqs.SendMessage", "{\"QueueUrl\": \"u\", \"Seconds\": 3}");
    assertThat(optional.shown().has("DelaySeconds")).isFalse();
    assertThat(optional.valid()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "FilterLogEvents,'\"2024-01-01\"',1704067200000,milliseconds",
    "FilterLogEvents,'\"2024-01-01 10:30\"',1704105000000,milliseconds",
    "FilterLogEvents,'\"2024-01-01T10:30:00+02:00\"',1704097800000,milliseconds",
    "StartQuery,'{\"$datetime\": \"2024-01-01T00:00:00+01:00\"}',1704063600,seconds",
  })
  void aTimeIsCorrectedToTheNumberThatIsWanted(
      String operation, String value, long number, String unit) {
    Review review = review("logs." + operation, "{\"startTime\": " + value + "}");
    assertThat(review.shown().entries().get(new Str("startTime")))
        .isEqualTo(PyValue.Int.of(number));
    assertThat(review.advice())
        .extracting(Advice::text)
        .contains("a time is a number of %s here, from 1970 in UTC".formatted(unit));
  }

  @Test
  void whereTheUnitIsNotKnownBothNumbersAreTold() {
    assertThat(
            review("logs.CreateScheduledQuery", "{\"scheduleStartTime\": \"2024-01-01\"}").advice())
        .extracting(Advice::text)
        .contains(
            "a time is a number here, from 1970 in UTC: 1704067200000 in milliseconds,"
                + " 1704067200 in seconds");
  }

  @Test
  void secondsWhereMillisecondsAreWantedAreTold() {
    assertThat(review("logs.FilterLogEvents", "{\"startTime\": 1767225600}").advice())
        .extracting(Advice::text)
        .containsExactly(
            "it counts in milliseconds from 1970, and that is 1970-01-21; in seconds it is"
                + " 2026-01-01: multiply by 1000");
    assertThat(review("logs.FilterLogEvents", "{\"startTime\": 1767225600000}").advice()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARDIA,STANDARD_IA,CHANGED",
    "glacier,GLACIER,CHANGED",
    "INTELIGENT_TIERING,INTELLIGENT_TIERING,CHANGED",
    "GLACIER_I,GLACIER_IR,CHOSEN",
  })
  void aValueOfAnEnumerationIsPutRight(String value, String right, Advice.Kind kind) {
    Review review =
        review(
            "s3.PutObject",
            "{\"Bucket\": \"b\", \"Key\": \"k\", \"StorageClass\": \"" + value + "\"}");
    assertThat(review.shown().entries().get(new Str("StorageClass"))).isEqualTo(new Str(right));
    assertThat(review.advice()).extracting(Advice::kind).contains(kind);
    assertThat(review.complete()).isEqualTo(kind == Advice.Kind.CHANGED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "iam.CreateUser|UserName|[\"alice\"]|alice",
        "autoscaling.UpdateAutoScalingGroup|VPCZoneIdentifier|[\"a\", \"b\"]|a,b",
      })
  void aListWhoseElementsMakeTheTextIsNoJson(String of, String name, String list, String text) {
    Review review = review(of, "{\"" + name + "\": " + list + "}");
    assertThat(review.shown().get(name)).isEqualTo(new Str(text));
    String call = "f(" + name + "='" + text + "')";
    assertThat(review.dumping(call)).isEqualTo(call);
  }

  @Test
  void aDictThatJsonDumpsTakesIsWrittenSo() {
    Review review =
        review("sqs.SendMessage", "{\"QueueUrl\": \"q\", \"MessageBody\": {\"a\": true}}");
    assertThat(review.dumping("f(MessageBody='{\"a\": true}')"))
        .isEqualTo("f(MessageBody=json.dumps({'a': True}))");
    Review raises =
        review(
            "sqs.SendMessage",
            "{\"QueueUrl\": \"q\", \"MessageBody\": {\"a\": {\"$date\": \"2026-01-02\"}}}");
    assertThat(raises.dumped()).isEmpty();
    assertThat(raises.advice())
        .extracting(Advice::text)
        .anyMatch(t -> t.endsWith("which raises: Object of type date is not JSON serializable"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "sqs.ReceiveMessage|{\"QueueUrl\": \"q\", \"MaxNumberOfMessages\": \"5\"}|{\"QueueUrl\":"
            + " \"q\", \"MaxNumberOfMessages\": 5}",
        "sqs.ReceiveMessage|{\"QueueURL\": \"q\", \"AttributeNames\": \"All\"}|{\"QueueUrl\":"
            + " \"q\", \"AttributeNames\": [\"All\"]}",
        "sqs.ReceiveMessage|{\"QueueUrl\": \"q\", \"WaitTimeSeconds\": null}|{\"QueueUrl\": \"q\"}",
        "ec2.DescribeInstances|{\"Filters\": [{\"Name\": \"n\", \"Values\": \"x\"}], \"DryRun\":"
            + " \"true\"}|{\"Filters\": [{\"Name\": \"n\", \"Values\": [\"x\"]}], \"DryRun\":"
            + " true}",
        "lambda.TagResource|{\"Resource\": \"arn:aws:lambda:eu-west-1:111122223333:function:f\","
            + " \"Tags\": [{\"Key\": \"a\", \"Value\": \"b\"}]}|{\"Resource\":"
            + " \"arn:aws:lambda:eu-west-1:111122223333:function:f\", \"Tags\": {\"a\": \"b\"}}",
        "ec2.CreateTags|{\"Resources\": [\"i-1\"], \"Tags\": {\"a\": \"b\"}}|{\"Resources\":"
            + " [\"i-1\"], \"Tags\": [{\"Key\": \"a\", \"Value\": \"b\"}]}",
        "iam.CreatePolicy|{\"PolicyName\": \"p\", \"PolicyDocument\": {\"Version\":"
            + " \"2012-10-17\"}}|{\"PolicyName\": \"p\", \"PolicyDocument\": \"{\\\"Version\\\":"
            + " \\\"2012-10-17\\\"}\"}",
        "dynamodb.GetItem|{\"TableName\": \"ttt\", \"Key\": {\"id\": 5, \"on\":"
            + " true}}|{\"TableName\": \"ttt\", \"Key\": {\"id\": {\"N\": \"5\"}, \"on\":"
            + " {\"BOOL\": true}}}",
        "s3.PutBucketVersioning|{\"Bucket\": \"b\", \"VersioningConfiguration\": {\"Status\":"
            + " \"enabled\"}}|{\"Bucket\": \"b\", \"VersioningConfiguration\": {\"Status\":"
            + " \"Enabled\"}}",
      })
  void parametersAreCorrected(String call, String json, String corrected) {
    Review review = review(call, json);
    assertThat(review.wrong()).isTrue();
    assertThat(JsonText.line(review.corrected())).isEqualTo(corrected);
    assertThat(review.valid()).isTrue();
    assertThat(review.placeholders()).isEmpty();
    assertThat(review(call, corrected).wrong()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "cloudwatch.GetMetricStatistics|{\"StartTime\": \"20240102\"}|SENT_OTHERWISE|it is read as"
            + " 1970-08-23T06:15:02Z, seconds since 1970: a text of digits alone is a number",
        "cloudwatch.GetMetricStatistics|{\"StartTime\": \"02/01/2024\"}|SENT_OTHERWISE|it is read"
            + " as 2024-02-01T00:00:00Z: the month is taken to stand first",
        "cloudwatch.GetMetricStatistics|{\"StartTime\": \"10:00\"}|SENT_OTHERWISE|it is read as"
            + " 2026-01-31T10:00:00Z: what the text leaves out is taken from today",
        "cloudwatch.GetMetricStatistics|{\"StartTime\": 1700000000000}|CHANGED|numbers are"
            + " seconds since 1970; milliseconds are divided by 1000",
        "cloudwatch.GetMetricStatistics|{\"StartTime\": \"2024-01-02 10:00"
            + " CEST\"}|SENT_OTHERWISE|it is read as 2024-01-02T10:00:00Z: the time zone `CEST` is"
            + " not known and ignored",
        "kms.Decrypt|{\"CiphertextBlob\": \"AQICAHhV8mxSXy5mZ0E9PQ==\"}|SENT_OTHERWISE|it looks"
            + " like base64; boto3 takes the bytes themselves and encodes them where it is needed",
        "lambda.CreateFunction|{\"MemorySize\": 200000}|REFUSED_BY_SERVICE|200000 is above 32768,"
            + " the most in the model",
        "iam.CreateRole|{\"RoleName\": \"a b\"}|SENT_OTHERWISE|the model's pattern `[\\w+=,.@-]+`"
            + " fits only a part of it",
        "sqs.SendMessage|{\"Qeue\": 1, \"QueueUrl\": \"q\"}|MEANT|no parameter of"
            + " `SendMessageRequest` has a name near `Qeue`",
        "s3.PutObjectTagging|{\"Tagging\": {\"TagSet\": \"x\"}}|MEANT|a list of dicts with Key,"
            + " Value is wanted",
      })
  void whatBotocoreDoesNotSayIsSaid(String call, String json, Advice.Kind kind, String text) {
    assertThat(review(call, json).advice())
        .anySatisfy(a -> {
          assertThat(a.kind()).isEqualTo(kind);
          assertThat(a.text()).isEqualTo(text);
        });
  }

  @Test
  void whatIsMissingIsAPlaceToFill() {
    Review review = review("s3.PutObject", "{\"Key\": \"k\"}");
    assertThat(JsonText.line(review.corrected()))
        .isEqualTo("{\"Key\": \"k\", \"Bucket\": \"<Bucket>\"}");
    assertThat(review.placeholders()).hasSize(1);
  }

  @Test
  void whatIsGivenButNotReadIsNotMissing() {
    Review review = review("s3.GetObject", "{\"Key\": \"k\"}", "Bucket");
    assertThat(review.validation().ok()).isTrue();
    assertThat(review.wrong()).isFalse();
  }

  /** Values of a wrong type, in sensitive lists and maps, and those that handlers take. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "rds.ModifyOptionGroup|{\"OptionGroupName\": \"g\", \"OptionsToInclude\": {\"OptionName\":"
            + " \"o\", \"OptionSettings\": [{\"Name\": \"n\", \"Value\": \"HUNTER\"}]}}",
        "ec2.RunInstances|{\"MinCount\": 1, \"MaxCount\": \"1\", \"UserData\": {\"$bytes\":"
            + " \"SFVOVEVS\"}}",
        "lambda.UpdateFunctionConfiguration|{\"FunctionName\": \"f\", \"Environment\":"
            + " {\"Variables\": [{\"Key\": \"k\", \"Value\": \"HUNTER\"}]}}",
        "lambda.UpdateFunctionConfiguration|{\"FunctionName\": \"f\", \"Environment\":"
            + " {\"Variables\": \"k=HUNTER\"}}",
        "ecs.RunTask|{\"taskDefinition\": \"t\", \"overrides\": {\"containerOverrides\":"
            + " [{\"name\": \"c\", \"environment\": {\"k\": \"HUNTER\"}}]}}",
        "cognito-idp.InitiateAuth|{\"AuthFlow\": \"CUSTOM_AUTH\", \"ClientId\": \"c\","
            + " \"AuthParameters\": {\"k\": \"HUNTER\"}}",
        "cognito-idp.ChangePassword|{\"PreviousPassword\": \"p\", \"ProposedPassword\":"
            + " [\"HUNTER\", 1], \"AccessToken\": \"t\"}",
      })
  void whatAwsAsksNotToShowIsNotShown(String call, String json) {
    Review review = review(call, json);
    assertThat(JsonText.line(review.shown())).doesNotContain("HUNTER").doesNotContain("SFVOVEVS");
    assertThat(review.validation().errors())
        .allSatisfy(e -> assertThat(Hidden.text(e, review.withheld())).doesNotContain("HUNTER"));
    assertThat(review.advice()).extracting(Advice::text).noneMatch(t -> t.contains("HUNTER"));
  }

  @Test
  void theMaskStandsForTheValueAlone() {
    Review review = review("geo-places.SearchNearby", "{\"QueryPosition\": [\"\", 2]}");
    assertThat(review.validation().errors())
        .map(e -> Hidden.text(e, review.withheld()))
        .containsExactly(
            "Invalid type for parameter QueryPosition[0], value: (secret), type: <class 'str'>,"
                + " valid types: <class 'float'>, <class 'decimal.Decimal'>, <class 'int'>");
  }

  @Test
  void sensitiveValuesAreHidden() {
    Review review =
        review("iam.CreateLoginProfile", "{\"UserName\": \"u\", \"Password\": 12345678}");
    assertThat(JsonText.line(Hidden.of(review.corrected(), review.sensitive())))
        .doesNotContain("12345678");
    review
        .validation()
        .errors()
        .forEach(e -> assertThat(Hidden.text(e, review.withheld())).doesNotContain("12345678"));
  }

  @Test
  void aValueOfMetadataIsHidden() {
    assertThat(
            Hidden.text(
                new Raised(
                    "ParamValidationError",
                    "Non ascii characters found in S3 metadata for key \"password\", value:"
                        + " \"g\"é\".  \nS3 metadata can only contain ASCII characters. ")))
        .startsWith("Non ascii characters found in S3 metadata for key \"password\", value:")
        .contains("value: \"(secret)\".")
        .doesNotContain("é");
    assertThat(Hidden.text(new Raised("ParamValidationError", "Invalid bucket name \"A\"")))
        .isEqualTo("Invalid bucket name \"A\"");
  }

  @Test
  void aCorrectCallIsLeftAlone() {
    Review review = review("sqs.SendMessage", "{\"QueueUrl\": \"q\", \"MessageBody\": \"m\"}");
    assertThat(review.wrong()).isFalse();
    assertThat(review.changed()).isFalse();
    assertThat(review.advice()).isEmpty();
  }

  @Test
  void aPatternThatTakesTooLongDecidesNothing() {
    assertThat(ModelPatterns.fit("(.*a){12}b", "a".repeat(60))).isEmpty();
    assertThat(ModelPatterns.fit("[", "a")).isEmpty();
  }
}

package awsleuth.boto.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.boto.Boto;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.TypedJson;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is put in the place of values that are refused, and which are left as they are. */
class CorrectionTest {

  private static final Boto BOTO = Boto.of(AwsCatalog.embedded(), LocalDate.of(2026, 1, 31));

  private static Review review(String call, String json) {
    Service service = BOTO.catalog().service(call.substring(0, call.indexOf('.'))).orElseThrow();
    Dict params = (Dict) ((TypedJson.Value) TypedJson.read(json)).value();
    return BOTO.reviewer(
            service, service.operation(call.substring(call.indexOf('.') + 1)).orElseThrow())
        .review(params, Set.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.CopyObject|{\"Bucket\": \"b\", \"Key\": \"k\", \"CopySource\": {\"Bucket\": \"c\","
            + " \"Key\": \"x\", \"VersionId\": \"v\"}}",
        "s3.PutObject|{\"Bucket\": \"b\", \"Key\": \"k\", \"SSECustomerAlgorithm\": \"AES256\","
            + " \"SSECustomerKey\": {\"$bytes\":"
            + " \"MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=\"}}",
        "ec2.RunInstances|{\"ImageId\": \"ami-1\", \"MinCount\": 1, \"MaxCount\": 1, \"UserData\":"
            + " {\"$bytes\": \"IyEvYmluL3No\"}}",
      })
  void whatBotocoreMakesTextsOfIsLeftAsItIs(String call, String json) {
    Review review = review(call, json);
    assertThat(review.wrong()).isFalse();
    assertThat(review.changed()).isFalse();
    assertThat(review.corrected()).isEqualTo(((TypedJson.Value) TypedJson.read(json)).value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.CopyObject|{\"Bucket\":\"b\",\"Key\":\"k\",\"CopySource\":{\"Bucket\":\"c\",\"Ky\":"
            + "\"x\"}}|{\"Bucket\": \"b\", \"Key\": \"k\", \"CopySource\": {\"Bucket\": \"c\","
            + " \"Key\": \"x\"}}",
        "s3.CopyObject|{\"Bucket\":\"b\",\"Key\":\"k\",\"CopySource\":{\"Key\":\"x\"}}|{\"Bucket\":"
            + " \"b\", \"Key\": \"k\", \"CopySource\": {\"Key\": \"x\", \"Bucket\": \"<Bucket>\"}}",
        "ecs.RunTask|{\"taskDefinition\":\"t\",\"networkConfiguration\":{\"awsvpcConfiguration\":"
            + "{\"subnets\":[],\"assignPublicIp\":false}}}|{\"taskDefinition\": \"t\","
            + " \"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\": [],"
            + " \"assignPublicIp\": \"DISABLED\"}}}",
        "sqs.SendMessage|{\"QueueUrl\":\"q\",\"MessageBody\":\"b\",\"MessageAttributes\":{\"a\":"
            + "\"x\",\"n\":5}}|{\"QueueUrl\": \"q\", \"MessageBody\": \"b\", \"MessageAttributes\":"
            + " {\"a\": {\"DataType\": \"String\", \"StringValue\": \"x\"}, \"n\": {\"DataType\":"
            + " \"Number\", \"StringValue\": \"5\"}}}",
        "cloudwatch.GetMetricStatistics|{\"Namespace\":\"n\",\"MetricName\":\"m\",\"Period\":60,"
            + "\"StartTime\":1700000000000,\"EndTime\":1700000000250}|{\"Namespace\": \"n\","
            + " \"MetricName\": \"m\", \"Period\": 60, \"StartTime\": 1700000000, \"EndTime\":"
            + " 1700000000.25}",
        "logs.PutLogEvents|{\"logGroupName\":\"g\",\"logStreamName\":\"s\",\"logEvents\":"
            + "[{\"timestamp\":1700000000.25,\"message\":\"m\"}]}|{\"logGroupName\": \"g\","
            + " \"logStreamName\": \"s\", \"logEvents\": [{\"timestamp\": 1700000000250,"
            + " \"message\": \"m\"}]}",
        "autoscaling.UpdateAutoScalingGroup|{\"AutoScalingGroupName\":\"a\","
            + "\"VPCZoneIdentifier\":[\"s-1\",\"s-2\"],\"LaunchConfigurationName\":[\"l\"]}|"
            + "{\"AutoScalingGroupName\": \"a\", \"VPCZoneIdentifier\": \"s-1,s-2\","
            + " \"LaunchConfigurationName\": \"l\"}",
        "athena.StartQueryExecution|{\"QueryString\":\"q\",\"ResultConfiguration\":\"s3://b/\"}|{\"QueryString\":"
            + " \"q\", \"ResultConfiguration\": {\"OutputLocation\": \"s3://b/\"}}",
        "bedrock-runtime.Converse|{\"modelId\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":"
            + "[{\"text\":\"a\",\"cachePoint\":{\"type\":\"default\"}}]}]}|{\"modelId\": \"m\","
            + " \"messages\": [{\"role\": \"user\", \"content\": [{\"text\": \"a\"},"
            + " {\"cachePoint\": {\"type\": \"default\"}}]}]}",
      })
  void aValueIsPutInTheFormThatIsWanted(String call, String json, String corrected) {
    Review review = review(call, json);
    assertThat(JsonText.line(review.corrected())).isEqualTo(corrected);
    assertThat(review.valid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "sqs.TagQueue|{\"QueueUrl\":\"q\",\"Tags\":{\"a\":null,\"b\":\"x\"}}|{\"QueueUrl\":"
            + " \"q\", \"Tags\": {\"b\": \"x\"}}",
        "ec2.DescribeInstances|{\"InstanceIds\":[\"i-0123456789abcdef0\",null]}|"
            + "{\"InstanceIds\": [\"i-0123456789abcdef0\"]}",
        "dynamodb.PutItem|{\"TableName\":\"ttt\",\"Item\":{\"a\":{\"L\":[null]}}}|{\"TableName\":"
            + " \"ttt\", \"Item\": {\"a\": {\"L\": [{\"NULL\": true}]}}}",
      })
  void noneInAMapOrAListIsLeftOutWhereItCanBeNoValue(String call, String json, String corrected) {
    Review review = review(call, json);
    assertThat(JsonText.line(review.corrected())).isEqualTo(corrected);
    assertThat(review.complete()).isTrue();
  }

  @Test
  void whatBotocoreWritesAsJsonItselfStaysADict() {
    Review review =
        review("iot-data.Publish", "{\"topic\": \"t\", \"userProperties\": [{\"a\": \"b\"}]}");
    assertThat(review.wrong()).isFalse();
    assertThat(review.changed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "events.PutEvents|{\"Entries\":[{\"Detail\":{\"a\":1}}]}",
        "events.PutRule|{\"Name\":\"r\",\"EventPattern\":{\"a\":1}}",
        "sqs.CreateQueue|{\"QueueName\":\"q\",\"Attributes\":{\"RedrivePolicy\":{\"a\":1}}}",
        "grafana.UpdateWorkspaceConfiguration|{\"workspaceId\":\"g-0123456789\",\"configuration\":"
            + "{\"a\":1}}",
      })
  void anObjectIsMadeATextWhereTheTextIsJson(String call, String json) {
    Review review = review(call, json);
    assertThat(JsonText.line(review.corrected())).contains("\"{\\\"a\\\": 1}\"");
    assertThat(review.complete()).isTrue();
  }

  @Test
  void noneForARequiredValueIsToBeFilledIn() {
    Review review =
        review(
            "sns.TagResource",
            "{\"ResourceArn\": \"arn:aws:sns:us-east-1:111122223333:t\", \"Tags\": [{\"Key\":"
                + " \"a\", \"Value\": null}]}");
    assertThat(review.placeholders()).extracting(Place::path).containsExactly("Tags[0].Value");
    assertThat(review.valid()).isTrue();
    assertThat(review.complete()).isFalse();
  }

  @Test
  void noAccountIsOneForGlacier() {
    Review review = review("glacier.DescribeVault", "{\"accountId\": null, \"vaultName\": \"v\"}");
    assertThat(review.wrong()).isFalse();
    assertThat(review.changed()).isFalse();
  }

  @Test
  void aNumberThatIsNoneOfTheValuesIsNotReadyAsAText() {
    Review review =
        review("s3.PutObject", "{\"Bucket\": \"b\", \"Key\": \"k\", \"StorageClass\": 5}");
    assertThat(review.valid()).isTrue();
    assertThat(review.complete()).isFalse();
  }

  @Test
  void trueIsATextToBeFilledInWhereNoValueIsMeantByIt() {
    Review review =
        review("s3.PutObject", "{\"Bucket\": \"b\", \"Key\": \"k\", \"StorageClass\": true}");
    assertThat(review.placeholders()).hasSize(1);
    assertThat(review.advice()).extracting(Advice::kind).containsExactly(Advice.Kind.MEANT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"S\": \"a\", \"N\": \"1\"}|a value has one of the types, and here it has S, N",
        "{}|a value has one of the types",
      })
  void dynamodbRefusesAValueOfSeveralTypesOrNone(String value, String text) {
    Review review =
        review("dynamodb.PutItem", "{\"TableName\": \"ttt\", \"Item\": {\"id\": " + value + "}}");
    assertThat(review.validation().ok()).isTrue();
    assertThat(review.advice())
        .containsExactly(
            new Advice(review.advice().getFirst().place(), Advice.Kind.REFUSED_BY_SERVICE, text));
  }
}

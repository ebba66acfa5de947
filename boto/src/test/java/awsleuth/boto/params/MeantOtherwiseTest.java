package awsleuth.boto.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.boto.Boto;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.TypedJson;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that botocore sends and nobody meant so. */
class MeantOtherwiseTest {

  private static final Boto BOTO = Boto.of(AwsCatalog.embedded(), LocalDate.of(2026, 1, 31));

  private static Review review(String call, String json, String... unread) {
    Service service = BOTO.catalog().service(call.substring(0, call.indexOf('.'))).orElseThrow();
    Dict params = (Dict) ((TypedJson.Value) TypedJson.read(json)).value();
    return BOTO.reviewer(
            service, service.operation(call.substring(call.indexOf('.') + 1)).orElseThrow())
        .review(params, Set.of(unread));
  }

  private static String corrected(Review review) {
    return JsonText.line(review.corrected());
  }

  private static String said(Review review) {
    return String.join("\n", review.advice().stream().map(Advice::text).toList());
  }

  @Test
  void aFilterWhoseNameAndValuesAreTwoElementsIsJoined() {
    Review review =
        review(
            "ec2.DescribeInstances",
            "{\"Filters\": [{\"Name\": \"n\"}, {\"Values\": [\"v\"]}, {\"Name\": \"x\"}]}");
    assertThat(review.wrong()).isTrue();
    assertThat(corrected(review))
        .isEqualTo("{\"Filters\": [{\"Name\": \"n\", \"Values\": [\"v\"]}, {\"Name\": \"x\"}]}");
    assertThat(
            review("ec2.CreateTags", "{\"Resources\": [\"i-1\"], \"Tags\": [{\"Key\": \"a\"}]}")
                .wrong())
        .isFalse();
  }

  @Test
  void severalIdsInOneTextAreDivided() {
    Review review = review("ec2.TerminateInstances", "{\"InstanceIds\": [\"i-1,i-2\", \"i-3\"]}");
    assertThat(review.wrong()).isTrue();
    assertThat(corrected(review)).isEqualTo("{\"InstanceIds\": [\"i-1\", \"i-2\", \"i-3\"]}");
  }

  @Test
  void aTextOfVeryManyIdsIsDivided() {
    String ids = String.join(",", Collections.nCopies(20_000, "i-1"));
    Review review = review("ec2.TerminateInstances", "{\"InstanceIds\": [\"" + ids + "\"]}");
    assertThat(corrected(review)).startsWith("{\"InstanceIds\": [\"i-1\", \"i-1\",");
    assertThat(said(review)).hasSizeLessThan(2_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ecs.RunTask|{'taskDefinition': 't', 'overrides': {'containerOverrides': [{'name': 'c',"
            + " 'command': ['run', 'job-1,job-2']}]}}",
        "ssm.StartAutomationExecution|{'DocumentName': 'AWS-StopEC2Instance', 'TargetMaps':"
            + " [{'Key': ['a']}, {'Values': ['b']}]}",
      })
  void elementsOfOtherListsStayAsTheyAre(String operation, String json) {
    Review review = review(operation, json.replace('\'', '"'));
    assertThat(review.changed()).isFalse();
    assertThat(review.wrong()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0123456789,AES256,it has 10 bytes",
    "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=,AES256,base64.b64decode of this",
    "01234567890123456789012345678901,,SSECustomerAlgorithm='AES256' beside it",
  })
  void aKeyThatS3WillNotTakeIsTold(String key, String algorithm, String said) {
    String more = algorithm == null ? "" : ", \"SSECustomerAlgorithm\": \"" + algorithm + "\"";
    String json =
        "{\"Bucket\": \"b\", \"Key\": \"k\", \"SSECustomerKey\": \"" + key + "\"" + more + "}";
    assertThat(said(review("s3.GetObject", json))).contains(said).doesNotContain(key);
    assertThat(review("s3.GetObject", json, "SSECustomerKeyMD5", "SSECustomerAlgorithm").wrong())
        .isFalse();
  }

  @Test
  void noneUnderTheTypeOfAnAttributeIsItsNull() {
    Review review =
        review(
            "dynamodb.PutItem",
            "{\"TableName\": \"t\", \"Item\": {\"a\": {\"NULL\": null}, \"b\": {\"S\": null}}}");
    assertThat(corrected(review)).endsWith("{\"a\": {\"NULL\": true}, \"b\": {\"NULL\": true}}}");
  }

  @Test
  void aMessageWithoutATargetIsNotReady() {
    Review review = review("sns.Publish", "{\"TopicArn\": null, \"Message\": \"m\"}");
    assertThat(review.complete()).isFalse();
    assertThat(said(review)).contains("one of TopicArn, TargetArn, PhoneNumber is wanted");
    assertThat(
            review("sns.Publish", "{\"TopicArn\": null, \"Message\": \"m\"}", "TargetArn")
                .complete())
        .isTrue();
  }

  @Test
  void secondsWhereMillisecondsAreWantedAreMultiplied() {
    Review review =
        review("logs.FilterLogEvents", "{\"logGroupName\": \"g\", \"endTime\": 1700000000}");
    assertThat(review.wrong()).isTrue();
    assertThat(corrected(review)).endsWith("\"endTime\": 1700000000000}");
  }

  @Test
  void whatIsWrongDoesNotStayInAReadyCall() {
    Review type =
        review("lambda.Invoke", "{\"FunctionName\": \"f\", \"InvocationType\": \"Async\"}");
    assertThat(type.complete()).isFalse();
    assertThat(corrected(type)).contains("\"<Event|RequestResponse|DryRun>\"");
    Review size =
        review(
            "lambda.UpdateFunctionConfiguration", "{\"FunctionName\": \"f\", \"MemorySize\": 64}");
    assertThat(size.complete()).isFalse();
    assertThat(size.valid()).isTrue();
    assertThat(corrected(size)).endsWith("\"MemorySize\": 128}");
  }
}

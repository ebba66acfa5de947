package awsleuth.boto.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.boto.Boto;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.TypedJson;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain values where objects are wanted. */
class WrappingTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  private static Review review(String call, String json) {
    Service service = CATALOG.service(call.substring(0, call.indexOf('.'))).orElseThrow();
    Dict params = (Dict) ((TypedJson.Value) TypedJson.read(json.replace('\'', '"'))).value();
    return Boto.of(CATALOG, LocalDate.of(2026, 1, 2))
        .reviewer(service, service.operation(call.substring(call.indexOf('.') + 1)).orElseThrow())
        .review(params, Set.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.DeleteObjects|{'Bucket': 'b', 'Delete': {'Objects': ['k']}}|{'Bucket': 'b', 'Delete':"
            + " {'Objects': [{'Key': 'k'}]}}",
        "ses.SendEmail|{'Source': 'a', 'Destination': {}, 'Message': {'Subject': 'x', 'Body':"
            + " {'Text': 'y'}}}|{'Source': 'a', 'Destination': {}, 'Message': {'Subject': {'Data':"
            + " 'x'}, 'Body': {'Text': {'Data': 'y'}}}}",
        "bedrock-runtime.Converse|{'modelId': 'm', 'messages': [{'role': 'user', 'content':"
            + " 'x'}]}|{'modelId': 'm', 'messages': [{'role': 'user', 'content': [{'text':"
            + " 'x'}]}]}",
        "cloudfront.CreateInvalidation|{'DistributionId': 'd', 'InvalidationBatch': {'Paths':"
            + " ['/a', '/b'], 'CallerReference': 'c'}}|{'DistributionId': 'd', 'InvalidationBatch':"
            + " {'Paths': {'Quantity': 2, 'Items': ['/a', '/b']}, 'CallerReference': 'c'}}",
        "cloudfront.CreateInvalidation|{'DistributionId': 'd', 'InvalidationBatch': {'Paths':"
            + " {'Items': ['/a']}, 'CallerReference': 'c'}}|{'DistributionId': 'd',"
            + " 'InvalidationBatch': {'Paths': {'Items': ['/a'], 'Quantity': 1}, 'CallerReference':"
            + " 'c'}}",
      })
  void aPlainValueIsPutIntoTheObjectThatIsWanted(String call, String given, String right) {
    Review review = review(call, given);
    assertThat(PythonText.repr(review.corrected())).isEqualTo(right);
    assertThat(review.complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "sns.Publish|{'TopicArn': 't', 'Message': 'm', 'MessageAttributes': {'a': true}}",
        "ec2.DescribeInstances|{'Filters': ['x']}",
        "bedrock-runtime.Converse|{'modelId': 'm', 'messages': [{'role': 'user', 'content': [5]}]}",
        "ses.SendEmail|{'Source': 'a', 'Destination': 'x', 'Message': {'Subject': {'Data': 'x'},"
            + " 'Body': {}}}",
      })
  void whatTheObjectIsNotToldByIsLeftToBePutIn(String call, String given) {
    assertThat(review(call, given).complete()).isFalse();
  }
}

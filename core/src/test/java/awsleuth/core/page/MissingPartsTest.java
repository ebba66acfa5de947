package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing within a thing that is there, or is asked for wrongly, is not looked for. */
class MissingPartsTest {

  private static String fixes(String code, String operation, String message) {
    return FirstAnswer.fixes(FirstAnswer.error(code, operation, message));
  }

  @ParameterizedTest
  @CsvSource({
    "NoSuchBucketPolicy,GetBucketPolicy,client.put_bucket_policy(",
    "NoSuchLifecycleConfiguration,GetBucketLifecycleConfiguration,put_bucket_lifecycle_conf",
    "ServerSideEncryptionConfigurationNotFoundError,GetBucketEncryption,put_bucket_encryption(",
    "NoSuchTagSet,GetBucketTagging,put_bucket_tagging(",
    "NoSuchUpload,CompleteMultipartUpload,list-multipart-uploads --bucket <bucket>",
    "NoSuchVersion,GetObject,list-object-versions --bucket <bucket>"
  })
  void aPartOfABucketIsSetOrLookedForInIt(String code, String operation, String fix) {
    assertThat(fixes(code, operation, "It does not exist"))
        .contains(fix)
        .doesNotContain("list-buckets")
        .doesNotContain("region_name");
  }

  @Test
  void aBatchThatIsTooLongIsSentInParts() {
    assertThat(fixes("TooManyEntriesInBatchRequest", "SendMessageBatch", "You have sent 11."))
        .contains("client.send_message_batch(Entries=entries[i : i + 10]");
    assertThat(fixes("TooManyEntriesInBatchRequest", "PublishBatch", "You have sent 11."))
        .contains("PublishBatchRequestEntries=entries[i : i + 10]")
        .doesNotContain("service-quotas");
  }

  @Test
  void oneChangeOfATableWaitsForAnother() {
    String said =
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously"
            + " per table";
    assertThat(fixes("LimitExceededException", "UpdateTable", said))
        .contains("aws dynamodb describe-table")
        .doesNotContain("service-quotas");
  }

  @Test
  void whatACodeCallsAnEntityIsNoThingOfThatName() {
    assertThat(fixes("EntityNotFoundException", "GetTable", "Entity Not Found"))
        .contains("aws glue get-databases");
  }

  @Test
  void anInstanceThatSystemsManagerDoesNotReachIsAskedForItsAgent() {
    String said = "Instances [[i-0abc1234567890def]] not in a valid state for account 111122223333";
    assertThat(fixes("InvalidInstanceId", "SendCommand", said))
        .contains("describe-instance-information --filters Key=InstanceIds,Values=i-0abc123456");
  }
}

package awsleuth.core.page;

import static awsleuth.core.page.FirstAnswer.error;
import static awsleuth.core.page.FirstAnswer.finding;
import static awsleuth.core.page.FirstAnswer.first;
import static awsleuth.core.page.FirstAnswer.fixes;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import org.junit.jupiter.api.Test;

/** What is proposed where a state or a limit forbids the call, as the message tells it. */
class StatesAndLimitsTest {

  private static final String CANCELLED =
      "Transaction cancelled, please refer cancellation reasons for specific reasons ";

  private static String cancelled(String reasons) {
    return error("TransactionCanceledException", "TransactWriteItems", CANCELLED + reasons);
  }

  @Test
  void theMostPermanentReasonOfATransactionDecidesAndTheOthersAreNamed() {
    Finding found = finding(cancelled("[TransactionConflict, None, ConditionalCheckFailed]"));
    assertThat(first(cancelled("[TransactionConflict, ConditionalCheckFailed]")).id())
        .isEqualTo("resource/condition-failed");
    assertThat(found.because().getFirst().text())
        .contains("`ConditionalCheckFailed`", "`TransactionConflict`");
  }

  @Test
  void aCancelledTransactionIsRetriedInCodeSinceBotocoreDoesNot() {
    assertThat(fixes(cancelled("[None, ThrottlingError]")))
        .contains("client.transact_write_items(**request)", "CancellationReasons")
        .doesNotContain("retry_mode");
  }

  @Test
  void aTransactionWithoutReasonsIsOnlyPossiblyACondition() {
    assertThat(
            first(error("TransactionCanceledException", "TransactWriteItems", "cancelled"))
                .outcome())
        .isInstanceOf(Outcome.Possible.class);
  }

  @Test
  void aShardIsMeasuredAndSpreadAsKinesisDoes() {
    String text =
        error(
            "ProvisionedThroughputExceededException", "PutRecords", "Rate exceeded for shard s-3");
    assertThat(finding(text).verification().command())
        .contains("AWS/Kinesis", "WriteProvisionedThroughputExceeded");
    assertThat(fixes(text)).contains("PartitionKey").doesNotContain("batch_writer");
    String reading =
        error("ProvisionedThroughputExceededException", "GetRecords", "Rate exceeded for shard");
    assertThat(finding(reading).verification().command())
        .contains(" ReadProvisionedThroughputExceeded ");
  }

  @Test
  void theQuotaOfADayIsNoRate() {
    String text = error("Throttling", "SendEmail", "Daily message quota exceeded.");
    assertThat(first(text).id()).isEqualTo("throttling/service-quota");
    assertThat(fixes(text)).contains("get-send-quota").doesNotContain("max_attempts");
    assertThat(first(error("Throttling", "SendEmail", "Maximum sending rate exceeded.")).id())
        .isEqualTo("throttling/api-rate");
  }

  @Test
  void theSizeOfAPolicyIsNotRaised() {
    assertThat(
            fixes(
                error(
                    "LimitExceeded",
                    "PutRolePolicy",
                    "Maximum policy size of 10240 bytes exceeded for role app")))
        .doesNotContain("request-service-quota-increase");
  }

  @Test
  void aConflictingUploadStartsFromItsBeginning() {
    assertThat(fixes(error("ConditionalRequestConflict", "CompleteMultipartUpload", "conflict")))
        .contains("create_multipart_upload");
    assertThat(first(error("ConditionalRequestConflict", "PutObject", "conflict")).id())
        .isEqualTo("throttling/resource-busy");
  }

  @Test
  void aQueryThatIsAtWorkIsPolled() {
    String text =
        error(
            "InvalidRequestException",
            "GetQueryResults",
            "Query has not yet finished. Current state: RUNNING");
    assertThat(first(text).id()).isEqualTo("resource/wrong-state");
    assertThat(fixes(text)).contains("get_query_execution").doesNotContain("get_waiter");
    assertThat(fixes(error("BadRequestException", "GetLatestConfiguration", "Request too early")))
        .contains("NextPollIntervalInSeconds");
  }

  @Test
  void aConflictThatIsToBeTriedAgainNeedNotBeAChangeAtWork() {
    Verdict told =
        first(error("ConflictException", "UpdateGraphqlApi", "Schema is out of date, retry it."));
    assertThat(told.outcome()).isInstanceOf(Outcome.Possible.class);
    Verdict atWork =
        first(error("ConflictException", "UpdateGraphqlApi", "A change is in progress, retry."));
    assertThat(atWork.outcome()).isInstanceOf(Outcome.Confirmed.class);
  }

  @Test
  void theThingItselfIsLookedAt() {
    assertThat(
            fixes(
                error(
                    "KMSInvalidStateException",
                    "Decrypt",
                    "arn:aws:kms:eu-west-1:111122223333:key/1234 is pending deletion.")))
        .contains("describe-key --key-id arn:aws:kms:eu-west-1:111122223333:key/1234")
        .contains("cancel-key-deletion");
    assertThat(fixes(error("TargetNotConnected", "StartSession", "i-0abc is not connected.")))
        .contains("describe-instance-information --filters Key=InstanceIds,Values=i-0abc");
    assertThat(fixes(error("InvalidObjectState", "GetObject", "storage class")))
        .contains("head-object", "restore-object");
    assertThat(fixes(error("ResourceInUseException", "UpdateTable", "Table is being updated")))
        .contains("describe-table");
  }

  @Test
  void whatHoldsAThingIsListedAndNotWaitedFor() {
    assertThat(
            fixes(
                error(
                    "DeleteConflict",
                    "DeleteRole",
                    "Cannot delete entity, must detach all policies first.")))
        .contains("list-attached-role-policies")
        .doesNotContain("get_waiter");
    assertThat(
            fixes(
                error(
                    "DependencyViolation",
                    "DeleteSecurityGroup",
                    "resource sg-0abc has a dependent object")))
        .contains("Name=group-id,Values=sg-0abc");
  }

  @Test
  void noWaiterIsNamedThatTheModelLacks() {
    assertThat(
            finding(error("IncorrectInstanceState", "StartInstances", "not in a state"))
                .fixes()
                .getLast()
                .title())
        .contains("instance_running");
    assertThat(fixes(error("InvalidStateException", "StartQueryExecution", "no")))
        .doesNotContain("get_waiter");
  }

  @Test
  void aServiceLinkedRoleThatMayBeMissingIsLookedForAndCreated() {
    Verdict found =
        first(
            error(
                "InvalidParameterException",
                "RunTask",
                "Unable to assume the service linked role. Please verify that the ECS service"
                    + " linked role exists."));
    assertThat(found.outcome()).isInstanceOf(Outcome.Possible.class);
    assertThat(found.id()).isEqualTo("resource/not-found");
  }

  @Test
  void aRecordThatIsThereIsReplaced() {
    assertThat(
            fixes(
                error(
                    "InvalidChangeBatch",
                    "ChangeResourceRecordSets",
                    "[Tried to create resource record set [name='x.', type='A'] but it already"
                        + " exists]")))
        .contains("UPSERT")
        .doesNotContain("except");
  }
}

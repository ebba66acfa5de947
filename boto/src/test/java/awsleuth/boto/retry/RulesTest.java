package awsleuth.boto.retry;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row for each line of what botocore repeats. */
class RulesTest {

  private static CalledOperation operation(String service, String name) {
    return CalledOperation.of(AwsCatalog.embedded().service(service).orElseThrow(), name);
  }

  /** See _retry.json; a status or a pair of status and code. */
  @ParameterizedTest
  @CsvSource({
    "s3, ListBuckets, 500, '', true",
    "s3, ListBuckets, 502, '', true",
    "s3, ListBuckets, 503, SlowDown, true",
    "s3, ListBuckets, 504, '', true",
    "s3, ListBuckets, 509, '', true",
    "s3, ListBuckets, 429, '', true",
    "s3, ListBuckets, 501, '', false",
    "s3, ListBuckets, 400, RequestTimeout, true",
    "s3, ListBuckets, 400, BadDigest, true",
    "s3, ListBuckets, 400, SlowDown, false",
    "s3, ListBuckets, 403, AccessDenied, false",
    "s3, HeadBucket, 400, 400, false",
    "sqs, ListQueues, 400, RequestTimeout, false",
    "sqs, ListQueues, 403, RequestThrottled, true",
    "sqs, ListQueues, 400, ThrottlingException, true",
    "sqs, ListQueues, 400, Throttling, true",
    "sqs, ListQueues, 400, ThrottledException, true",
    "sqs, ListQueues, 400, RequestThrottledException, true",
    "sqs, ListQueues, 400, ProvisionedThroughputExceededException, true",
    "sqs, ListQueues, 400, RequestLimitExceeded, false",
    "ec2, DescribeRegions, 503, RequestLimitExceeded, true",
    "ec2, DescribeRegions, 400, RequestLimitExceeded, false",
    "kinesis, ListStreams, 400, LimitExceededException, true",
    "logs, DescribeLogGroups, 400, LimitExceededException, false",
    "dynamodb, ListTables, 409, ReplicatedWriteConflictException, true",
    "dynamodb, ListTables, 400, TransactionInProgressException, true",
    "dynamodbstreams, ListStreams, 400, TransactionInProgressException, false",
    "glacier, ListVaults, 408, RequestTimeoutException, true",
    "route53, ListHostedZones, 400, PriorRequestNotComplete, true",
    "sts, GetCallerIdentity, 400, IDPCommunicationError, true",
    "organizations, ListAccounts, 400, TooManyRequestsException, true",
    "organizations, ListAccounts, 429, TooManyRequestsException, false"
  })
  void theLegacyModeRepeats(String service, String name, int status, String code, boolean repeats) {
    Answer answer = Answer.Response.of(status, code);
    assertThat(new LegacyRules(false).repeats(operation(service, name), answer)).isEqualTo(repeats);
  }

  /** See standard.py: statuses, codes whatever the status, and what the model calls retryable. */
  @ParameterizedTest
  @CsvSource({
    "sqs, ListQueues, 500, '', true",
    "sqs, ListQueues, 429, '', false",
    "sqs, ListQueues, 509, '', false",
    "sqs, ListQueues, 400, SlowDown, true",
    "sqs, ListQueues, 403, RequestLimitExceeded, true",
    "sqs, ListQueues, 400, PriorRequestNotComplete, true",
    "sqs, ListQueues, 400, RequestThrottlingException, false",
    "sqs, ListQueues, 400, IDPCommunicationError, false",
    "sts, GetCallerIdentity, 400, IDPCommunicationError, true",
    "account, GetContactInformation, 429, TooManyRequestsException, true",
    "account, GetContactInformation, 418, InternalServerException, true",
    "sqs, ListQueues, 418, InternalServerException, false"
  })
  void theStandardModeRepeats(
      String service, String name, int status, String code, boolean repeats) {
    Answer answer = Answer.Response.of(status, code);
    assertThat(StandardRules.repeats(operation(service, name), answer)).isEqualTo(repeats);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_CONNECTION, true, true",
    "CONNECT_TIMEOUT, true, true",
    "READ_TIMEOUT, true, true",
    "CONNECTION_CLOSED, true, true",
    "OTHER_TRANSPORT, false, true",
    "NOT_TRANSPORT, false, false"
  })
  void failuresWithoutResponseAreRepeated(
      Answer.Failure failure, boolean legacy, boolean standard) {
    CalledOperation any = operation("sqs", "ListQueues");
    assertThat(new LegacyRules(false).repeats(any, failure)).isEqualTo(legacy);
    assertThat(StandardRules.repeats(any, failure)).isEqualTo(standard);
  }

  /** See _retry.json and standard.py. */
  @ParameterizedTest
  @CsvSource({
    "LEGACY, PRESENT, s3, 5",
    "LEGACY, PRESENT, dynamodb, 10",
    "LEGACY, PRESENT, dynamodbstreams, 5",
    "STANDARD, PRESENT, s3, 3",
    "STANDARD, PRESENT, dynamodb, 3",
    "ADAPTIVE, PRESENT, s3, 3",
    "STANDARD, NEW, dynamodb, 4",
    "STANDARD, NEW, dynamodbstreams, 4",
    "STANDARD, NEW, s3, 3"
  })
  void theModeDecidesHowManyRequestsAreMade(
      RetryMode mode, Rules rules, String service, int requests) {
    String prefix =
        AwsCatalog.embedded().service(service).orElseThrow().metadata().endpointPrefix();
    RetrySettings settings = RetrySettings.of(mode, OptionalInt.empty(), rules);
    assertThat(settings.mostRequests(service, prefix)).isEqualTo(requests);
  }

  /** The highest delay after each attempt. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 2, 2", "5, 16, 16", "6, 32, 20", "10, 512, 20"})
  void delaysDouble(int attempt, double legacy, double standard) {
    assertThat(Backoff.legacy(1, attempt)).isEqualTo(legacy);
    assertThat(Backoff.standard(1, attempt)).isEqualTo(standard);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 1, true, false, , 0.5",
    "0.5, 1, false, false, , 0.025",
    "0.5, 1, false, true, , 0.0125",
    "0.5, 1, true, false, 1.5, 1.5",
    "0.5, 1, true, false, 60, 5.5",
    "0.5, 4, true, false, 0.1, 4"
  })
  void theServiceMayAskForLongerByTheNewRules(
      double random, int attempt, boolean throttling, boolean dynamo, Double asked, double delay) {
    OptionalDouble after = asked == null ? OptionalDouble.empty() : OptionalDouble.of(asked);
    assertThat(Backoff.renewed(random, attempt, throttling, dynamo, after)).isEqualTo(delay);
  }
}

package awsleuth.boto.retry;

import awsleuth.aws.ErrorShape;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the standard and the adaptive mode repeat.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/retries/standard.py">standard.py</a>
 */
final class StandardRules {

  private static final Set<String> TRANSIENT =
      Set.of("RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete");
  private static final Set<Integer> TRANSIENT_STATUSES = Set.of(500, 502, 503, 504);
  private static final Set<String> THROTTLED =
      Set.of(
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "RequestThrottledException",
          "TooManyRequestsException",
          "ProvisionedThroughputExceededException",
          "TransactionInProgressException",
          "RequestLimitExceeded",
          "BandwidthLimitExceeded",
          "LimitExceededException",
          "RequestThrottled",
          "SlowDown",
          "PriorRequestNotComplete",
          "EC2ThrottledException");

  private StandardRules() {}

  /** The codes that are named, whatever the service. */
  static Set<String> codes() {
    Set<String> codes = new TreeSet<>(TRANSIENT);
    codes.addAll(THROTTLED);
    codes.add("IDPCommunicationError");
    return codes;
  }

  /** Whether it is repeated while there are attempts and quota left. */
  static boolean repeats(CalledOperation operation, Answer answer) {
    return switch (answer) {
      case Answer.Failure failure ->
          switch (failure) {
            case NO_CONNECTION, CONNECT_TIMEOUT, READ_TIMEOUT, CONNECTION_CLOSED, OTHER_TRANSPORT ->
                true;
            case NOT_TRANSPORT -> false;
          };
      case Answer.Response response ->
          TRANSIENT.contains(response.code())
              || TRANSIENT_STATUSES.contains(response.status())
              || THROTTLED.contains(response.code())
              || operation.retryable(response.code()).isPresent()
              || isSpecial(operation.service(), response);
    };
  }

  /** Whether it counts as throttling: for the adaptive rate, and for delays of the new rules. */
  static boolean isThrottling(CalledOperation operation, Answer answer) {
    return answer instanceof Answer.Response response
        && (THROTTLED.contains(response.code())
            || operation.retryable(response.code()).filter(ErrorShape::throttling).isPresent());
  }

  private static boolean isSpecial(String service, Answer.Response response) {
    return switch (service) {
      case "sts" -> response.code().equals("IDPCommunicationError");
      case "dynamodb" -> response.wrongChecksum();
      default -> false;
    };
  }
}

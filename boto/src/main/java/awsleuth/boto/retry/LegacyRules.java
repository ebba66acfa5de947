package awsleuth.boto.retry;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the legacy mode repeats.
 *
 * @param afterOrganizations whether a client of {@code organizations} was made before in the same
 *     session in legacy mode: botocore then replaces the rule for status 429 in data that all
 *     clients share
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/data/_retry.json">_retry.json</a>
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/translate.py">translate.py</a>
 */
record LegacyRules(boolean afterOrganizations) {

  private static final Set<Integer> STATUSES = Set.of(500, 502, 503, 504, 509);
  private static final Set<String> THROTTLED =
      Set.of(
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "RequestThrottledException",
          "ProvisionedThroughputExceededException");

  /** By endpoint prefix: status and code that are repeated beside those of all services. */
  private static final Map<String, Set<String>> OF_SERVICE =
      Map.of(
          "dynamodb",
          Set.of("409 ReplicatedWriteConflictException", "400 TransactionInProgressException"),
          "kinesis",
          Set.of("400 LimitExceededException"),
          "sqs",
          Set.of("403 RequestThrottled"),
          "s3",
          Set.of("400 RequestTimeout", "400 BadDigest"),
          "glacier",
          Set.of("408 RequestTimeoutException"),
          "route53",
          Set.of("400 PriorRequestNotComplete"),
          "sts",
          Set.of("400 IDPCommunicationError"));

  /** The codes that are named, for any service. */
  static Set<String> codes() {
    Set<String> codes = new TreeSet<>(THROTTLED);
    codes.add("TooManyRequestsException");
    OF_SERVICE.values().forEach(of -> of.forEach(c -> codes.add(c.substring(c.indexOf(' ') + 1))));
    return codes;
  }

  /** Whether it is repeated while there are attempts left. */
  boolean repeats(CalledOperation operation, Answer answer) {
    return switch (answer) {
      case Answer.Failure failure ->
          switch (failure) {
            case NO_CONNECTION, CONNECT_TIMEOUT, READ_TIMEOUT, CONNECTION_CLOSED -> true;
            case OTHER_TRANSPORT, NOT_TRANSPORT -> false;
          };
      case Answer.Response response ->
          isListed(operation.endpointPrefix(), response) || raisesChecksum(operation, response);
    };
  }

  /** Whether botocore raises ChecksumError for it, and returns it no more in the last attempt. */
  boolean raisesChecksum(CalledOperation operation, Answer.Response response) {
    return response.wrongChecksum()
        && operation.endpointPrefix().equals("dynamodb")
        && !isListed("dynamodb", response);
  }

  private boolean isListed(String prefix, Answer.Response response) {
    int status = response.status();
    String code = response.code();
    return STATUSES.contains(status)
        || isTooMany(prefix, status, code)
        || (status == 400 && THROTTLED.contains(code))
        || OF_SERVICE.getOrDefault(prefix, Set.of()).contains(status + " " + code);
  }

  private boolean isTooMany(String prefix, int status, String code) {
    return (afterOrganizations || prefix.equals("organizations"))
        ? status == 400 && code.equals("TooManyRequestsException")
        : status == 429;
  }
}

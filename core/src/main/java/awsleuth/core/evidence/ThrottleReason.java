package awsleuth.core.evidence;

import java.util.Optional;

/**
 * Which limit Lambda says was hit: the {@code Reason} of a TooManyRequestsException, which no other
 * service's error has (botocore/data/lambda/2015-03-31/service-2.json, shape ThrottleReason).
 */
public enum ThrottleReason {
  /** The account's concurrent executions. */
  CONCURRENT_INVOCATION_LIMIT_EXCEEDED("ConcurrentInvocationLimitExceeded", true),
  /** Ten requests a second for each concurrent execution of the account. */
  FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED("FunctionInvocationRateLimitExceeded", false),
  /** The function's reserved concurrency. */
  RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED(
      "ReservedFunctionConcurrentInvocationLimitExceeded", true),
  /** Ten requests a second for each of the function's reserved concurrent executions. */
  RESERVED_FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED(
      "ReservedFunctionInvocationRateLimitExceeded", false),
  /** The rate of the API's requests. */
  CALLER_RATE_LIMIT_EXCEEDED("CallerRateLimitExceeded", false),
  /** SnapStart's snapshots that are made at the same time. */
  CONCURRENT_SNAPSHOT_CREATE_LIMIT_EXCEEDED("ConcurrentSnapshotCreateLimitExceeded", true);

  private final String text;
  private final boolean concurrency;

  ThrottleReason(String text, boolean concurrency) {
    this.text = text;
    this.concurrency = concurrency;
  }

  /** As Lambda writes it. */
  public String text() {
    return text;
  }

  /** Whether the limit is one on what runs at the same time, not on a rate. */
  public boolean isConcurrency() {
    return concurrency;
  }

  /** The reason that Lambda writes so; empty for any other text. */
  public static Optional<ThrottleReason> of(String text) {
    for (ThrottleReason reason : values()) {
      if (reason.text.equals(text)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}

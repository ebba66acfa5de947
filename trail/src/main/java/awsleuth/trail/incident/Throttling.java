package awsleuth.trail.incident;

import awsleuth.core.fact.CodeFamily;
import java.util.Set;

/** Which codes say that requests come too fast. */
final class Throttling {

  private static final Set<String> CODES =
      Set.of(
          "RequestLimitExceeded",
          "BandwidthLimitExceeded",
          "LimitExceededException",
          "PriorRequestNotComplete",
          "EC2ThrottledException",
          "ProvisionedThroughputExceededException",
          "TransactionInProgressException",
          "RequestThrottled");

  private Throttling() {}

  static boolean isCode(String code) {
    CodeFamily family = CodeFamily.of(code);
    return CODES.contains(code) || family == CodeFamily.RATE || family == CodeFamily.CAPACITY;
  }
}

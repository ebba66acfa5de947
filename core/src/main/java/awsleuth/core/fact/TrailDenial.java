package awsleuth.core.fact;

import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.TrailEvent;
import java.util.List;
import java.util.Optional;

/**
 * The access-denied sentence as CloudTrail has it: for S3 and others the event's {@code
 * errorMessage} says more than the response did.
 */
final class TrailDenial {

  private TrailDenial() {}

  /** The sentence of the event of a call; empty where there is none or the event says no more. */
  static Optional<Fact<Denial>> of(FailedCall call, List<TrailEvent> trail) {
    for (TrailEvent e : trail) {
      if (isOf(e, call)) {
        Optional<Denial> denial = DenialReader.read(e.field("errorMessage"));
        if (denial.isPresent()) {
          return Optional.of(Fact.known(denial.get(), e.source()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an event is of a failed call: by request id, else by its operation. */
  static boolean isOf(TrailEvent e, FailedCall call) {
    if (e.errorCode().isEmpty()) {
      return false;
    }
    if (!call.requestId().isEmpty() && !e.field("requestID").isEmpty()) {
      return call.requestId().equals(e.field("requestID"));
    }
    String operation = call.operation();
    String plain =
        operation.endsWith("V2") ? operation.substring(0, operation.length() - 2) : operation;
    return !operation.isEmpty() && (e.eventName().equals(operation) || e.eventName().equals(plain));
  }
}

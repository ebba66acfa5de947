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
    return event(call, "", trail)
        .flatMap(
            e -> DenialReader.read(e.field("errorMessage")).map(d -> Fact.known(d, e.source())));
  }

  /**
   * The event of a failed call: the one with its request id, else the last failed one of its
   * operation and caller. Empty where the caller is not known and several made such calls.
   */
  static Optional<TrailEvent> event(FailedCall call, String caller, List<TrailEvent> trail) {
    Optional<TrailEvent> found = Optional.empty();
    for (TrailEvent e : trail) {
      if (!e.errorCode().isEmpty() && hasId(e, call)) {
        return Optional.of(e);
      }
      if (isOf(e, call) && (caller.isEmpty() || isBy(e, caller))) {
        if (found.isPresent() && !found.get().principal().equals(e.principal())) {
          return Optional.empty();
        }
        found = Optional.of(e);
      }
    }
    return found;
  }

  private static boolean hasId(TrailEvent e, FailedCall call) {
    return !call.requestId().isEmpty() && call.requestId().equals(e.field("requestID"));
  }

  private static boolean isBy(TrailEvent e, String caller) {
    return e.principal().isEmpty() || e.principal().equals(caller);
  }

  /** Whether a failed event is of the call's operation; ListObjectsV2 is ListObjects there. */
  private static boolean isOf(TrailEvent e, FailedCall call) {
    if (e.errorCode().isEmpty()) {
      return false;
    }
    String operation = call.operation();
    String plain =
        operation.endsWith("V2") ? operation.substring(0, operation.length() - 2) : operation;
    return !operation.isEmpty() && (e.eventName().equals(operation) || e.eventName().equals(plain));
  }
}

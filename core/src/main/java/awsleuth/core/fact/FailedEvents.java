package awsleuth.core.fact;

import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.TrailEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The failed events of a trail, found by request id or by operation and caller. */
final class FailedEvents {

  /** An event and its place in the order of time. */
  private record Placed(int place, TrailEvent event) {}

  /** The last events of one caller: of a refusal, and of another failure. */
  private static final class Last {
    private @Nullable Placed refused;
    private @Nullable Placed other;

    void take(Placed event) {
      if (RefusalCode.is(event.event.errorCode())) {
        refused = event;
      } else {
        other = event;
      }
    }

    /** The last one that may be of a call whose failure is a refusal or not. */
    @Nullable Placed of(Optional<Boolean> refusal) {
      if (refusal.isPresent()) {
        return refusal.get() ? refused : other;
      }
      return other == null || (refused != null && refused.place > other.place) ? refused : other;
    }
  }

  private final Map<String, TrailEvent> byRequest = new HashMap<>();

  /** By event name and then by caller: the last event, and the last one of a refusal. */
  private final Map<String, Map<String, Last>> byName = new HashMap<>();

  /** The failed ones among events that are in the order of their time. */
  FailedEvents(List<TrailEvent> trail) {
    for (int i = 0; i < trail.size(); i++) {
      TrailEvent e = trail.get(i);
      if (!e.errorCode().isEmpty()) {
        byRequest.putIfAbsent(e.field("requestID"), e);
        byName
            .computeIfAbsent(e.operation(), n -> new HashMap<>())
            .computeIfAbsent(e.principal(), p -> new Last())
            .take(new Placed(i, e));
      }
    }
  }

  /**
   * The event of a failed call: the one with its request id, else the last failed one of its
   * operation and caller that is a refusal where it is one. Empty where the caller is not known and
   * several made such calls.
   *
   * @param caller the caller's ARN; empty where it is not known
   * @param refusal whether the call was refused; empty where nothing tells
   */
  Optional<TrailEvent> of(FailedCall call, String caller, Optional<Boolean> refusal) {
    TrailEvent same = call.requestId().isEmpty() ? null : byRequest.get(call.requestId());
    if (same != null) {
      return Optional.of(same);
    }
    Map<String, Placed> found = new HashMap<>();
    for (String name : names(call)) {
      Map<String, Last> callers = byName.getOrDefault(name, Map.of());
      if (caller.isEmpty() && callers.size() > 1) {
        return Optional.empty();
      }
      for (String principal : caller.isEmpty() ? callers.keySet() : Set.of(caller, "")) {
        Last all = callers.get(principal);
        Placed last = all == null ? null : all.of(refusal);
        if (last != null) {
          found.merge(principal, last, (a, b) -> a.place > b.place ? a : b);
        }
      }
    }
    return found.size() == 1
        ? Optional.of(found.values().iterator().next().event)
        : Optional.empty();
  }

  /**
   * What CloudTrail calls an operation: ListObjectsV2 is ListObjects there, and some of a bucket's
   * are called as their actions are (Amazon S3 user guide, "Amazon S3 bucket-level actions that are
   * tracked by CloudTrail logging").
   */
  private static Set<String> names(FailedCall call) {
    String operation = call.operation();
    if (operation.isEmpty()) {
      return Set.of();
    }
    if (operation.endsWith("V2")) {
      return Set.of(operation, operation.substring(0, operation.length() - 2));
    }
    if (!call.service().equals("s3")) {
      return Set.of(operation);
    }
    String other =
        switch (operation) {
          case "PutBucketNotificationConfiguration",
              "GetBucketNotificationConfiguration",
              "PutBucketLifecycleConfiguration",
              "GetBucketLifecycleConfiguration" ->
              operation.substring(0, operation.length() - "Configuration".length());
          case "PutPublicAccessBlock", "GetPublicAccessBlock", "DeletePublicAccessBlock" ->
              operation.replace("Public", "BucketPublic");
          default -> operation;
        };
    return other.equals(operation) ? Set.of(operation) : Set.of(operation, other);
  }
}

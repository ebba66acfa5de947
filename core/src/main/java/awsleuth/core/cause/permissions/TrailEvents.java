package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import org.jspecify.annotations.Nullable;

/** What CloudTrail tells of the failed call. */
final class TrailEvents {

  private TrailEvents() {}

  /** The event of the failed call: by request id, else the last refused one of its operation. */
  static @Nullable TrailEvent ofCall(Facts facts) {
    FailedCall call = facts.call();
    TrailEvent found = null;
    for (TrailEvent e : facts.trail()) {
      if (!e.errorCode().isEmpty()) {
        if (!call.requestId().isEmpty() && call.requestId().equals(e.field("requestID"))) {
          return e;
        }
        found = isOperation(e, call.operation()) ? e : found;
      }
    }
    return found;
  }

  /** Whether an event is of an operation; CloudTrail writes ListObjectsV2 as ListObjects. */
  static boolean isOperation(TrailEvent e, String operation) {
    String plain =
        operation.endsWith("V2") ? operation.substring(0, operation.length() - 2) : operation;
    return !operation.isEmpty() && (e.eventName().equals(operation) || e.eventName().equals(plain));
  }

  /** The ARN that the action was for; empty where the event does not tell. */
  static String resource(TrailEvent e, String action) {
    String bucket = e.field("requestParameters.bucketName");
    String key = e.field("requestParameters.key");
    if (!bucket.isEmpty()) {
      boolean object = action.contains("Object") && !key.isEmpty();
      return "arn:aws:s3:::" + bucket + (object ? "/" + key : "");
    }
    String role = e.field("requestParameters.roleArn");
    return role.isEmpty() ? e.field("resources.0.ARN") : role;
  }
}

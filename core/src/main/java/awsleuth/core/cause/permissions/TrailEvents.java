package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;

/** What CloudTrail tells of the failed call. */
final class TrailEvents {

  private TrailEvents() {}

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

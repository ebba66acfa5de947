package awsleuth.core.fact;

import awsleuth.core.evidence.TrailEvent;
import java.util.Map;
import java.util.Optional;

/** The resource that a CloudTrail event was about. */
final class EventResource {

  private EventResource() {}

  /** Its ARN: the one that AWS refused, else what the event's parameters and resources name. */
  static String of(TrailEvent event, Optional<Denial> denial, String action) {
    String told = denial.map(Denial::resource).orElse("");
    if (told.startsWith("arn:") || told.equals("*")) {
      return told;
    }
    String bucket = event.field("requestParameters.bucketName");
    if (!bucket.isEmpty() && action.regionMatches(true, 0, "s3:", 0, 3)) {
      return bucket(event, bucket, action);
    }
    String role = event.field("requestParameters.roleArn");
    if (!role.isEmpty()) {
      return role;
    }
    return firstArn(event);
  }

  private static String bucket(TrailEvent event, String bucket, String action) {
    String key = event.field("requestParameters.key");
    String partition = partition(event.field("awsRegion"));
    boolean object = action.contains("Object") && !key.isEmpty();
    return "arn:" + partition + ":s3:::" + bucket + (object ? "/" + key : "");
  }

  private static String partition(String region) {
    return region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  private static String firstArn(TrailEvent event) {
    String listed = event.field("resources.0.ARN");
    if (!listed.isEmpty() && event.field("resources.1.ARN").isEmpty()) {
      return listed;
    }
    String found = "";
    for (Map.Entry<String, String> e : event.fields().entrySet()) {
      if (e.getKey().startsWith("requestParameters.") && e.getValue().startsWith("arn:")) {
        if (!found.isEmpty() && !found.equals(e.getValue())) {
          return "";
        }
        found = e.getValue();
      }
    }
    return found;
  }

  /** The account that owns a resource: as the event lists it; empty where it does not. */
  static String account(TrailEvent event, String resource) {
    for (int i = 0; !event.field("resources." + i + ".accountId").isEmpty() || i < 2; i++) {
      String arn = event.field("resources." + i + ".ARN");
      String account = event.field("resources." + i + ".accountId");
      if (!arn.isEmpty() && !account.isEmpty() && resource.startsWith(arn)) {
        return account;
      }
    }
    return "";
  }
}

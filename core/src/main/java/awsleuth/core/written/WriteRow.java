package awsleuth.core.written;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.written.PolicyWrite.Effect;
import awsleuth.core.written.PolicyWrite.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation does to which kind of policy.
 *
 * @param owner the parameter that names what has the policy
 * @param document the parameter that has the policy's text; empty where none has
 */
record WriteRow(Kind kind, Effect effect, String owner, String document) {

  private static final String HOST = ".amazonaws.com";
  private static final Map<String, WriteRow> ROWS = rows();

  private static Map<String, WriteRow> rows() {
    Map<String, WriteRow> rows = new HashMap<>();
    resources(rows);
    String trust = "assumeRolePolicyDocument";
    String policy = "policyDocument";
    rows.put("iam CreateRole", new WriteRow(Kind.TRUST, Effect.WRITES, "roleName", trust));
    rows.put(
        "iam UpdateAssumeRolePolicy", new WriteRow(Kind.TRUST, Effect.WRITES, "roleName", policy));
    rows.put("iam DeleteRole", new WriteRow(Kind.TRUST, Effect.REMOVES, "roleName", ""));
    rows.put("iam DeleteUser", new WriteRow(Kind.INLINE, Effect.REMOVES, "userName", ""));
    for (String of : new String[] {"Role", "User", "Group"}) {
      String owner = of.toLowerCase(java.util.Locale.ROOT) + "Name";
      rows.put("iam Put" + of + "Policy", new WriteRow(Kind.INLINE, Effect.WRITES, owner, policy));
      rows.put("iam Delete" + of + "Policy", new WriteRow(Kind.INLINE, Effect.REMOVES, owner, ""));
      rows.put(
          "iam Attach" + of + "Policy", new WriteRow(Kind.ATTACHED, Effect.CHANGES, owner, ""));
      rows.put(
          "iam Detach" + of + "Policy", new WriteRow(Kind.ATTACHED, Effect.REMOVES, owner, ""));
      if (!of.equals("Group")) {
        String boundary = of + "PermissionsBoundary";
        rows.put("iam Put" + boundary, new WriteRow(Kind.BOUNDARY, Effect.CHANGES, owner, ""));
        rows.put("iam Delete" + boundary, new WriteRow(Kind.BOUNDARY, Effect.REMOVES, owner, ""));
      }
    }
    rows.put("iam AddUserToGroup", new WriteRow(Kind.MEMBER, Effect.CHANGES, "userName", ""));
    rows.put("iam RemoveUserFromGroup", new WriteRow(Kind.MEMBER, Effect.REMOVES, "userName", ""));
    Kind managed = Kind.MANAGED;
    String arn = "policyArn";
    rows.put("iam CreatePolicy", new WriteRow(managed, Effect.WRITES, arn, policy));
    rows.put("iam CreatePolicyVersion", new WriteRow(managed, Effect.WRITES, arn, policy));
    rows.put("iam SetDefaultPolicyVersion", new WriteRow(managed, Effect.CHANGES, arn, ""));
    rows.put("iam DeletePolicy", new WriteRow(managed, Effect.REMOVES, arn, ""));
    Kind organization = Kind.ORGANIZATION;
    String target = "targetId";
    rows.put("organizations AttachPolicy", new WriteRow(organization, Effect.CHANGES, target, ""));
    rows.put("organizations DetachPolicy", new WriteRow(organization, Effect.REMOVES, target, ""));
    rows.put(
        "organizations UpdatePolicy", new WriteRow(organization, Effect.CHANGES, "policyId", ""));
    return Map.copyOf(rows);
  }

  private static void resources(Map<String, WriteRow> rows) {
    WriteRow noBucket = new WriteRow(Kind.BUCKET, Effect.REMOVES, "bucketName", "");
    rows.put(
        "s3 PutBucketPolicy",
        new WriteRow(Kind.BUCKET, Effect.WRITES, "bucketName", "bucketPolicy"));
    rows.put("s3 DeleteBucketPolicy", noBucket);
    // In us-east-1 it succeeds for a bucket that one has already, whose policy it leaves.
    rows.put("s3 CreateBucket", new WriteRow(Kind.BUCKET, Effect.CHANGES, "bucketName", ""));
    rows.put("s3 DeleteBucket", noBucket);
    rows.put("kms PutKeyPolicy", new WriteRow(Kind.KEY, Effect.WRITES, "keyId", "policy"));
    String attribute = "attributes.Policy";
    rows.put(
        "sqs SetQueueAttributes", new WriteRow(Kind.QUEUE, Effect.WRITES, "queueUrl", attribute));
    rows.put("sqs AddPermission", new WriteRow(Kind.QUEUE, Effect.CHANGES, "queueUrl", ""));
    rows.put("sqs RemovePermission", new WriteRow(Kind.QUEUE, Effect.CHANGES, "queueUrl", ""));
    rows.put("sqs DeleteQueue", new WriteRow(Kind.QUEUE, Effect.REMOVES, "queueUrl", ""));
    String value = "attributeValue";
    rows.put("sns SetTopicAttributes", new WriteRow(Kind.TOPIC, Effect.WRITES, "topicArn", value));
    rows.put("sns AddPermission", new WriteRow(Kind.TOPIC, Effect.CHANGES, "topicArn", ""));
    rows.put("sns RemovePermission", new WriteRow(Kind.TOPIC, Effect.CHANGES, "topicArn", ""));
    rows.put("sns DeleteTopic", new WriteRow(Kind.TOPIC, Effect.REMOVES, "topicArn", ""));
  }

  /** That of an event's operation; empty where it is none that does something to policies. */
  static Optional<WriteRow> of(TrailEvent e) {
    String source = e.eventSource();
    String service =
        source.endsWith(HOST) ? source.substring(0, source.length() - HOST.length()) : source;
    return Optional.ofNullable(ROWS.get(service + " " + e.eventName()));
  }

  /** {@code role/}, {@code user/} or {@code group/}; empty where it is of no such. */
  String holder() {
    return switch (owner) {
      case "roleName" -> "role/";
      case "userName" -> "user/";
      case "groupName" -> "group/";
      default -> "";
    };
  }
}

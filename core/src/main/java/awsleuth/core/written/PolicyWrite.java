package awsleuth.core.written;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An event that wrote a policy, or took one away (IAM, S3, KMS, SQS and SNS API references).
 *
 * @param event which succeeded
 * @param kind what it wrote
 * @param effect what became of it
 * @param owner the name, URL, id or ARN of what has the policy, as the event has it
 * @param document the path of the policy's text; empty where there is none
 */
public record PolicyWrite(
    TrailEvent event, Kind kind, Effect effect, String owner, String document) {

  /** Until a change holds everywhere ("usually within seconds", IAM user guide, "Troubleshoot"). */
  public static final Duration HOLDS_WITHIN = Duration.ofMinutes(5);

  private static final String PARAMETERS = "requestParameters.";
  private static final String HOST = ".amazonaws.com";

  /** What has as many fields, or a field as long, may have been more when it was read. */
  private static final int MOST_FIELDS = 2000;

  private static final int LONGEST = 4000;

  /** What policies are of. */
  public enum Kind {
    /** A bucket's policy. */
    BUCKET(PolicyDocument.Type.RESOURCE),
    /** A KMS key's policy. */
    KEY(PolicyDocument.Type.RESOURCE),
    /** A queue's policy. */
    QUEUE(PolicyDocument.Type.RESOURCE),
    /** A topic's policy. */
    TOPIC(PolicyDocument.Type.RESOURCE),
    /** A role's trust policy. */
    TRUST(PolicyDocument.Type.TRUST),
    /** A policy within a role or user. */
    INLINE(PolicyDocument.Type.IDENTITY),
    /** That a role or user has a managed policy. */
    ATTACHED(PolicyDocument.Type.IDENTITY),
    /** A managed policy's default version. */
    MANAGED(PolicyDocument.Type.IDENTITY);

    private final PolicyDocument.Type type;

    Kind(PolicyDocument.Type type) {
      this.type = type;
    }

    /** The type of the policy. */
    public PolicyDocument.Type type() {
      return type;
    }
  }

  /** What becomes of a policy. */
  public enum Effect {
    /** The event has it whole. */
    WRITES,
    /** It is no more. */
    REMOVES,
    /** It is another, which the event does not tell. */
    CHANGES
  }

  private record Row(Kind kind, Effect effect, String owner, String document) {}

  private static final Map<String, Row> ROWS = rows();

  private static Map<String, Row> rows() {
    Map<String, Row> rows = new HashMap<>();
    Row noBucket = new Row(Kind.BUCKET, Effect.REMOVES, "bucketName", "");
    rows.put(
        "s3 PutBucketPolicy", new Row(Kind.BUCKET, Effect.WRITES, "bucketName", "bucketPolicy"));
    rows.put("s3 DeleteBucketPolicy", noBucket);
    // In us-east-1 it succeeds for a bucket that one has already, whose policy it leaves.
    rows.put("s3 CreateBucket", new Row(Kind.BUCKET, Effect.CHANGES, "bucketName", ""));
    rows.put("s3 DeleteBucket", noBucket);
    rows.put("kms PutKeyPolicy", new Row(Kind.KEY, Effect.WRITES, "keyId", "policy"));
    String attribute = "attributes.Policy";
    rows.put("sqs SetQueueAttributes", new Row(Kind.QUEUE, Effect.WRITES, "queueUrl", attribute));
    rows.put("sqs AddPermission", new Row(Kind.QUEUE, Effect.CHANGES, "queueUrl", ""));
    rows.put("sqs RemovePermission", new Row(Kind.QUEUE, Effect.CHANGES, "queueUrl", ""));
    rows.put("sqs DeleteQueue", new Row(Kind.QUEUE, Effect.REMOVES, "queueUrl", ""));
    String value = "attributeValue";
    rows.put("sns SetTopicAttributes", new Row(Kind.TOPIC, Effect.WRITES, "topicArn", value));
    rows.put("sns AddPermission", new Row(Kind.TOPIC, Effect.CHANGES, "topicArn", ""));
    rows.put("sns RemovePermission", new Row(Kind.TOPIC, Effect.CHANGES, "topicArn", ""));
    rows.put("sns DeleteTopic", new Row(Kind.TOPIC, Effect.REMOVES, "topicArn", ""));
    String trust = "assumeRolePolicyDocument";
    String policy = "policyDocument";
    rows.put("iam CreateRole", new Row(Kind.TRUST, Effect.WRITES, "roleName", trust));
    rows.put("iam UpdateAssumeRolePolicy", new Row(Kind.TRUST, Effect.WRITES, "roleName", policy));
    rows.put("iam DeleteRole", new Row(Kind.TRUST, Effect.REMOVES, "roleName", ""));
    for (String of : new String[] {"Role", "User"}) {
      String owner = of.equals("Role") ? "roleName" : "userName";
      rows.put("iam Put" + of + "Policy", new Row(Kind.INLINE, Effect.WRITES, owner, policy));
      rows.put("iam Delete" + of + "Policy", new Row(Kind.INLINE, Effect.REMOVES, owner, ""));
      rows.put("iam Attach" + of + "Policy", new Row(Kind.ATTACHED, Effect.CHANGES, owner, ""));
      rows.put("iam Detach" + of + "Policy", new Row(Kind.ATTACHED, Effect.REMOVES, owner, ""));
    }
    rows.put("iam CreatePolicy", new Row(Kind.MANAGED, Effect.WRITES, "policyArn", policy));
    rows.put("iam CreatePolicyVersion", new Row(Kind.MANAGED, Effect.WRITES, "policyArn", policy));
    rows.put("iam SetDefaultPolicyVersion", new Row(Kind.MANAGED, Effect.CHANGES, "policyArn", ""));
    rows.put("iam DeletePolicy", new Row(Kind.MANAGED, Effect.REMOVES, "policyArn", ""));
    return Map.copyOf(rows);
  }

  /** Empty where an event is none, or failed. */
  public static Optional<PolicyWrite> of(TrailEvent e) {
    String source = e.eventSource();
    String service =
        source.endsWith(HOST) ? source.substring(0, source.length() - HOST.length()) : source;
    Row row = ROWS.get(service + " " + e.eventName());
    return row == null || !e.errorCode().isEmpty() || isOther(e)
        ? Optional.empty()
        : Optional.of(new PolicyWrite(e, row.kind, effect(e, row), owner(e, row), document(row)));
  }

  /** Events of these names that leave the policy as it is. */
  private static boolean isOther(TrailEvent e) {
    return switch (e.eventName()) {
      case "CreatePolicyVersion" -> !e.field(PARAMETERS + "setAsDefault").equals("true");
      case "SetTopicAttributes" -> !e.field(PARAMETERS + "attributeName").equals("Policy");
      case "SetQueueAttributes" ->
          e.fields().keySet().stream()
              .noneMatch(f -> f.startsWith(PARAMETERS + "attributes.Policy"));
      default -> false;
    };
  }

  /** A queue or topic has no policy any more once an empty one was set. */
  private static Effect effect(TrailEvent e, Row row) {
    boolean set = row.kind == Kind.QUEUE || row.kind == Kind.TOPIC;
    boolean empty = row.effect == Effect.WRITES && e.field(PARAMETERS + row.document).isBlank();
    return set && empty ? Effect.CHANGES : row.effect;
  }

  private static String owner(TrailEvent e, Row row) {
    String owner = e.field(PARAMETERS + row.owner);
    return owner.isEmpty() && row.kind == Kind.MANAGED
        ? e.field("responseElements.policy.arn")
        : owner;
  }

  private static String document(Row row) {
    return row.document.isEmpty() ? "" : PARAMETERS + row.document;
  }

  /** The type of the policy. */
  public PolicyDocument.Type type() {
    return kind.type();
  }

  /** Whether the policy is no more. */
  public boolean deletes() {
    return effect == Effect.REMOVES;
  }

  /** Whether what has the policy is no more either. */
  public boolean endsOwner() {
    return switch (event.eventName()) {
      case "DeleteBucket", "DeleteQueue", "DeleteTopic", "DeleteRole" -> true;
      default -> false;
    };
  }

  /** The name or ARN of a policy of a role or user; empty where it has none of its own. */
  public String policy() {
    String name = event.field(PARAMETERS + "policyName");
    return name.isEmpty() ? event.field(PARAMETERS + "policyArn") : name;
  }

  /** The policy's text; empty where the event does not have it whole. */
  public String text() {
    if (effect != Effect.WRITES || !isWhole()) {
      return "";
    }
    return Optional.of(event.field(document))
        .filter(t -> !t.isEmpty())
        .or(() -> NestedText.of(event, document))
        .orElse("");
  }

  /** Whether nothing of an event was left out or cut for its length. */
  private boolean isWhole() {
    return event.fields().size() < MOST_FIELDS
        && event.fields().values().stream().allMatch(v -> v.length() < LONGEST);
  }

  /** Where the event has it. */
  public Source at() {
    return Stream.of(document, PARAMETERS + "bucketName")
        .filter(path -> !event.field(path).isEmpty())
        .findFirst()
        .map(event::at)
        .orElse(event.source());
  }
}

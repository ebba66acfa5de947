package awsleuth.core.written;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Literal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An event that wrote a policy, or took one away (IAM, S3, KMS, SQS, SNS and Organizations API
 * references).
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

  private static final String REGION = "awsRegion";

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
    /** A policy within a role, user or group. */
    INLINE(PolicyDocument.Type.IDENTITY),
    /** That a role, user or group has a managed policy. */
    ATTACHED(PolicyDocument.Type.IDENTITY),
    /** That a user is in a group, and so has its policies. */
    MEMBER(PolicyDocument.Type.IDENTITY),
    /** That a role or user has a managed policy as its permissions boundary. */
    BOUNDARY(PolicyDocument.Type.BOUNDARY),
    /** That a root, unit or account of an organization has a policy, or what that says. */
    ORGANIZATION(PolicyDocument.Type.SCP),
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

  /** Empty where an event is none, or failed. */
  public static Optional<PolicyWrite> of(TrailEvent e) {
    return WriteRow.of(e)
        .filter(row -> e.errorCode().isEmpty() && !isOther(e))
        .map(row -> new PolicyWrite(e, row.kind(), effect(e, row), owner(e, row), document(row)));
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
  private static Effect effect(TrailEvent e, WriteRow row) {
    boolean set = row.kind() == Kind.QUEUE || row.kind() == Kind.TOPIC;
    boolean empty = row.effect() == Effect.WRITES && e.field(PARAMETERS + row.document()).isBlank();
    return set && empty ? Effect.CHANGES : row.effect();
  }

  private static String owner(TrailEvent e, WriteRow row) {
    String owner = e.field(PARAMETERS + row.owner());
    return owner.isEmpty() && row.kind() == Kind.MANAGED
        ? e.field("responseElements.policy.arn")
        : owner;
  }

  private static String document(WriteRow row) {
    return row.document().isEmpty() ? "" : PARAMETERS + row.document();
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
      case "DeleteBucket", "DeleteQueue", "DeleteTopic", "DeleteRole", "DeleteUser" -> true;
      default -> false;
    };
  }

  /**
   * The name or ARN of a policy of a role, user or group, the name of the group that a user is in,
   * the id of a policy of an organization; empty where it has none of its own.
   */
  public String policy() {
    return Stream.of("policyName", "policyArn", "permissionsBoundary", "groupName", "policyId")
        .map(name -> event.field(PARAMETERS + name))
        .filter(f -> !f.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** {@code role/NAME}, {@code user/NAME} or {@code group/NAME}; empty where it is of no such. */
  public String holder() {
    return switch (kind) {
      case INLINE, ATTACHED, MEMBER, BOUNDARY, TRUST ->
          owner.isEmpty() ? "" : WriteRow.of(event).map(WriteRow::holder).orElse("") + owner;
      case BUCKET, KEY, QUEUE, TOPIC, MANAGED, ORGANIZATION -> "";
    };
  }

  /** Whether it is in an account, which has names of its own, or the event does not tell. */
  public boolean isIn(String account) {
    String own = event.field("recipientAccountId");
    return own.isEmpty() || account.isEmpty() || own.equals(account);
  }

  /** Whether another event wrote the same policy, as far as both tell. */
  public boolean isOfSame(PolicyWrite other) {
    return kind == other.kind
        && ownersId().equals(other.ownersId())
        && holder().equals(other.holder())
        && (!isOneOfSeveral() || policy().equals(other.policy()))
        && isIn(other.event.field("recipientAccountId"))
        && isInRegion(other.event.field(REGION));
  }

  /** A key is told by its id or by its ARN. */
  private String ownersId() {
    return kind == Kind.KEY ? owner.substring(owner.lastIndexOf('/') + 1) : owner;
  }

  private boolean isOneOfSeveral() {
    return switch (kind) {
      case INLINE, ATTACHED, MEMBER, ORGANIZATION -> true;
      case BUCKET, KEY, QUEUE, TOPIC, TRUST, BOUNDARY, MANAGED -> false;
    };
  }

  /** Whether it is in a Region, where that matters: each replica of a key has its own policy. */
  boolean isInRegion(String region) {
    String own = region();
    return own.isEmpty() || region.isEmpty() || own.equals(region);
  }

  /** The Region of a policy that has one; empty where the event does not tell it too. */
  private String region() {
    return switch (kind) {
      case KEY, QUEUE, TOPIC -> event.field(REGION);
      case BUCKET, TRUST, INLINE, ATTACHED, MEMBER, BOUNDARY, ORGANIZATION, MANAGED -> "";
    };
  }

  /** What a command needs to go to the policy's Region; empty where that is not known to matter. */
  public String regionOption() {
    return region().isEmpty() ? "" : " --region " + Literal.shell(region());
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

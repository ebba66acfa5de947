package awsleuth.core;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.cause.permissions.WrittenName;
import awsleuth.core.conflict.NestedText;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that CloudTrail saw written last before a failed call, of the call's own resource:
 * that of a bucket or a key, and a role's trust policy (S3, KMS and IAM API references). There is
 * but one of each, so that what was written last is what held.
 *
 * @param writes the events that wrote such a policy or took it away, in the order of their time
 */
record WrittenPolicies(List<TrailEvent> writes) {

  private static final String PARAMETERS = "requestParameters.";

  /** A trail of more events than this is not looked through for each refused call. */
  private static final int MOST_EVENTS = 20_000;

  /** What has as many fields, or a field as long, may have been more when it was read. */
  private static final int MOST_FIELDS = 2000;

  private static final int LONGEST = 4000;

  /** What events write, or take away. */
  private enum Kind {
    BUCKET("bucketName", PolicyDocument.Type.RESOURCE, "bucketPolicy"),
    KEY("keyId", PolicyDocument.Type.RESOURCE, "policy"),
    ROLE("roleName", PolicyDocument.Type.TRUST, "policyDocument");

    private final String named;
    private final PolicyDocument.Type type;
    private final String document;

    Kind(String named, PolicyDocument.Type type, String document) {
      this.named = named;
      this.type = type;
      this.document = document;
    }
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "PutBucketPolicy", Kind.BUCKET,
          "DeleteBucketPolicy", Kind.BUCKET,
          "CreateBucket", Kind.BUCKET,
          "DeleteBucket", Kind.BUCKET,
          "PutKeyPolicy", Kind.KEY,
          "UpdateAssumeRolePolicy", Kind.ROLE,
          "CreateRole", Kind.ROLE,
          "DeleteRole", Kind.ROLE);

  /** Those among some evidence. */
  static WrittenPolicies of(List<TrailEvent> trail) {
    return trail.size() > MOST_EVENTS
        ? new WrittenPolicies(List.of())
        : new WrittenPolicies(
            trail.stream()
                .filter(e -> KINDS.containsKey(e.eventName()) && e.errorCode().isEmpty())
                .toList());
  }

  /**
   * The policies that held when a call failed, as far as they are not given otherwise. None where
   * its event is not there, where one was written within the same second, and where the event that
   * wrote it does not have it whole.
   */
  List<PolicyDocument> before(Facts facts, AwsCatalog catalog) {
    Optional<TrailEvent> event = writes.isEmpty() ? Optional.empty() : facts.event();
    return event.isEmpty() || event.get().time().isEmpty()
        ? List.of()
        : before(event.get(), EventRequest.of(event.get(), catalog), facts);
  }

  private List<PolicyDocument> before(TrailEvent call, EventRequest request, Facts facts) {
    List<String> resources =
        request.resources().values().stream().flatMap(List::stream).distinct().toList();
    Map<Kind, TrailEvent> last = new LinkedHashMap<>();
    for (TrailEvent write : writes) {
      Kind kind = KINDS.get(write.eventName());
      boolean earlier = write.time().compareTo(call.time()) <= 0;
      if (kind != null && earlier && resources.stream().anyMatch(r -> isOn(write, kind, r))) {
        last.put(kind, write);
      }
    }
    List<PolicyDocument> found = new ArrayList<>();
    last.forEach((kind, write) -> {
      if (write.time().compareTo(call.time()) < 0 && facts.policies(kind.type).isEmpty()) {
        document(write, kind).ifPresent(found::add);
      }
    });
    return List.copyOf(found);
  }

  private static boolean isOn(TrailEvent write, Kind kind, String resource) {
    String name = write.field(PARAMETERS + kind.named);
    if (name.isEmpty()) {
      return false;
    }
    String[] arn = resource.split(":", 6);
    String id = name.substring(name.lastIndexOf('/') + 1);
    return arn.length == 6
        && switch (kind) {
          case BUCKET -> arn[2].equals("s3") && (arn[5] + "/").startsWith(name + "/");
          case KEY -> isOf(write, arn) && arn[5].equals("key/" + id);
          case ROLE -> isOf(write, arn) && isRole(arn[5], id);
        };
  }

  /** Roles have paths in their ARNs, which their names do not have. */
  private static boolean isRole(String resource, String name) {
    return resource.startsWith("role/") && resource.endsWith("/" + name);
  }

  private static boolean isOf(TrailEvent write, String[] arn) {
    String account = write.field("recipientAccountId");
    return account.isEmpty() || account.equals(arn[4]);
  }

  /** The policy where the event wrote one whole. */
  private static Optional<PolicyDocument> document(TrailEvent write, Kind kind) {
    String member =
        write.eventName().equals("CreateRole") ? "assumeRolePolicyDocument" : kind.document;
    String path = PARAMETERS + member;
    String text =
        Optional.of(write.field(path))
            .filter(t -> !t.isEmpty())
            .or(() -> NestedText.of(write, path))
            .orElse("");
    boolean writes = write.eventName().startsWith("Put") || kind == Kind.ROLE;
    return text.isEmpty() || !writes || !isWhole(write)
        ? Optional.empty()
        : Readers.policy(kind.type, name(write, kind), text, write.at(path));
  }

  /** Whether nothing of an event was left out or cut for its length. */
  private static boolean isWhole(TrailEvent write) {
    return write.fields().size() < MOST_FIELDS
        && write.fields().values().stream().allMatch(v -> v.length() < LONGEST);
  }

  private static String name(TrailEvent write, Kind kind) {
    String name = write.field(PARAMETERS + kind.named);
    return WrittenName.of(kind.name().toLowerCase(Locale.ROOT), name);
  }
}

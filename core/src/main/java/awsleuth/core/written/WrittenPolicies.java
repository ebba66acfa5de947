package awsleuth.core.written;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that CloudTrail saw written last before a failed call: those of the call's own
 * resource, a bucket, key, queue or topic, a role's trust policy, of each of which there is but
 * one, so that what was written last is what held; and of the caller's own those that tell
 * something.
 *
 * @param writes the events that wrote a policy or took one away, in the order of their time
 */
public record WrittenPolicies(List<PolicyWrite> writes) {

  /** Those among some evidence. */
  public static WrittenPolicies of(List<TrailEvent> trail) {
    return trail.size() > Facts.MOST_EVENTS
        ? new WrittenPolicies(List.of())
        : new WrittenPolicies(trail.stream().flatMap(e -> PolicyWrite.of(e).stream()).toList());
  }

  /**
   * The policies that held when a call failed, as far as they are not given otherwise. None where
   * its event is not there, where one was written within the same second, and where the event that
   * wrote it does not have it whole.
   */
  public List<PolicyDocument> before(Facts facts, AwsCatalog catalog) {
    Optional<TrailEvent> event = writes.isEmpty() ? Optional.empty() : facts.event();
    if (event.isEmpty() || event.get().time().isEmpty()) {
      return List.of();
    }
    EventRequest request = EventRequest.of(event.get(), catalog);
    List<PolicyDocument> found = new ArrayList<>(before(event.get(), request, facts));
    if (facts.policies(PolicyDocument.Type.IDENTITY).isEmpty()) {
      found.addAll(new HeldPolicies(writes).of(event.get(), request));
    }
    return List.copyOf(found);
  }

  private List<PolicyDocument> before(TrailEvent call, EventRequest request, Facts facts) {
    List<String> resources =
        request.resources().values().stream().flatMap(List::stream).distinct().toList();
    Map<PolicyWrite.Kind, PolicyWrite> last = new LinkedHashMap<>();
    for (PolicyWrite write : writes) {
      boolean earlier = write.event().time().compareTo(call.time()) <= 0;
      if (earlier && resources.stream().anyMatch(r -> isOn(write, r))) {
        last.put(write.kind(), write);
      }
    }
    List<PolicyDocument> found = new ArrayList<>();
    last.forEach((kind, write) -> {
      boolean same = write.event().time().compareTo(call.time()) == 0;
      if (!same && facts.policies(kind.type()).isEmpty()) {
        document(write).ifPresent(found::add);
      }
    });
    return found;
  }

  /** Whether an event wrote the policy of a resource, by ARN, or of what it is in. */
  public static boolean isOn(PolicyWrite write, String resource) {
    String name = write.owner();
    String[] arn = resource.split(":", 6);
    if (name.isEmpty() || arn.length < 6) {
      return false;
    }
    String id = name.substring(name.lastIndexOf('/') + 1);
    return switch (write.kind()) {
      case BUCKET -> arn[2].equals("s3") && (arn[5] + "/").startsWith(name + "/");
      case KEY -> isIn(write, arn) && arn[5].equals("key/" + id);
      case QUEUE -> arn[2].equals("sqs") && isIn(write, arn) && arn[5].equals(id);
      case TOPIC -> resource.equals(name);
      case TRUST -> isOf(write, arn) && isRole(arn[5], id);
      case INLINE, ATTACHED, MANAGED, MEMBER, BOUNDARY, ORGANIZATION -> false;
    };
  }

  /** Roles have paths in their ARNs, which their names do not have. */
  private static boolean isRole(String resource, String name) {
    return resource.startsWith("role/") && resource.endsWith("/" + name);
  }

  private static boolean isOf(PolicyWrite write, String[] arn) {
    String account = write.event().field("recipientAccountId");
    return account.isEmpty() || account.equals(arn[4]);
  }

  private static boolean isIn(PolicyWrite write, String[] arn) {
    return isOf(write, arn) && write.isInRegion(arn[3]);
  }

  /** The policy where the event wrote one whole, as one that its owner had from then on. */
  public static Optional<PolicyDocument> held(PolicyWrite write) {
    return write.kind() == PolicyWrite.Kind.INLINE ? HeldPolicies.document(write) : document(write);
  }

  /** The policy where the event wrote one whole. */
  public static Optional<PolicyDocument> document(PolicyWrite write) {
    String text = write.text();
    String name = write.owner();
    String thing =
        switch (write.kind()) {
          case QUEUE -> name.substring(name.lastIndexOf('/') + 1);
          case TOPIC -> name.substring(name.lastIndexOf(':') + 1);
          case BUCKET, KEY, TRUST, INLINE, ATTACHED, MANAGED, MEMBER, BOUNDARY, ORGANIZATION ->
              name;
        };
    return text.isEmpty()
        ? Optional.empty()
        : Readers.policy(write.type(), WrittenName.of(write.kind(), thing), text, write.at());
  }
}

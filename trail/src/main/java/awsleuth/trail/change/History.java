package awsleuth.trail.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The versions of what was changed, as far as an archive has them. */
public final class History {

  private static final Versions NONE = new Versions();

  private final Map<String, Versions> bySubject = new HashMap<>();

  /**
   * Of changes in the order of their time.
   *
   * @param changes all of them; those that failed are left out
   */
  public History(List<Change> changes) {
    for (Change change : changes) {
      if (!change.event().isFailed()) {
        bySubject.computeIfAbsent(change.subject(), k -> new Versions()).add(change);
      }
    }
  }

  /**
   * The document that holds since a change: the one that it wrote, or of a managed policy the
   * version that it made the default. Empty where it wrote none, where what it wrote does not hold,
   * and where the archive does not have the version.
   */
  public String document(Change change) {
    if (change.event().name().equals("SetDefaultPolicyVersion")) {
      return of(change.subject()).version(change.part(), change).map(Change::document).orElse("");
    }
    return change.holds() ? change.document() : "";
  }

  /**
   * The change since which the document held that held until this one, so that {@link #document}
   * tells it; of a managed policy that is attached or detached what it says. Empty where the
   * archive does not have it.
   */
  public Optional<Change> former(Change change) {
    if (change.isAttachment()) {
      return managed(change.part(), change)
          .or(() -> change.removes() ? Optional.empty() : attached(change));
    }
    return change.topic() == Topic.ORGANISATION
        ? written(change)
        : holding(change.subject(), change);
  }

  /**
   * The last change that wrote a document of what a change is about, as it was then; empty where
   * the archive has none. Of an organization's policy that is attached or detached in between,
   * which keeps its document.
   */
  public Optional<Change> written(Change change) {
    return of(change.subject()).written(change);
  }

  /**
   * To what an organization's policy is attached after a change of it, as far as the archive tells:
   * accounts, organizational units, roots.
   */
  public Set<String> targets(Change change) {
    return of(change.subject()).targets(change);
  }

  /**
   * What an organization's policies say that are attached to an account, organizational unit or
   * root at a change, as far as the archive tells.
   */
  public List<Change> attachedTo(String target, Change at) {
    return bySubject.entrySet().stream()
        .filter(e -> e.getKey().startsWith(Topic.ORGANISATION + " "))
        .map(Map.Entry::getValue)
        .filter(v -> v.targets(at).contains(target))
        .flatMap(v -> v.written(at).stream())
        .sorted()
        .toList();
  }

  /** What the policies of a user's group say at a change of who is in it, as far as is known. */
  public List<Change> ofGroup(Change membership) {
    Thing group = new Thing("group", membership.thing().account(), "", membership.part());
    String subject = Topic.IDENTITY + " " + group + " ";
    return bySubject.entrySet().stream()
        .filter(e -> e.getKey().startsWith(subject))
        .flatMap(e -> e.getValue().holding(membership).stream())
        .filter(c -> !c.removes())
        .flatMap(c -> (c.isAttachment() ? managed(c.part(), membership) : Optional.of(c)).stream())
        .filter(c -> !document(c).isEmpty())
        .sorted()
        .toList();
  }

  /** What made the grant of a key that a change takes away; empty where the archive does not. */
  public Optional<Change> grant(Change taken) {
    return of(taken.subject())
        .last(taken, c -> !taken.part().isEmpty() && Grant.isOf(c.status(), taken.part()));
  }

  /** The change since which a managed policy says what it says at another change. */
  public Optional<Change> managed(String policyArn, Change at) {
    return holding(Topic.MANAGED + " " + Thing.policy(policyArn), at);
  }

  /** Likewise at a moment, in milliseconds since 1970 UTC. */
  public Optional<Change> managedAt(String policyArn, long time) {
    return of(Topic.MANAGED + " " + Thing.policy(policyArn))
        .holdingAt(time)
        .filter(c -> !document(c).isEmpty());
  }

  /** Of a policy that is made and attached within a second. */
  private Optional<Change> attached(Change change) {
    return managedAt(change.part(), change.event().time());
  }

  private Optional<Change> holding(String subject, Change at) {
    return of(subject).holding(at).filter(c -> !document(c).isEmpty());
  }

  private Versions of(String subject) {
    return bySubject.getOrDefault(subject, NONE);
  }
}

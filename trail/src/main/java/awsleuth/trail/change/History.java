package awsleuth.trail.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of what was changed, as far as an archive has them. */
public final class History {

  private final Map<String, List<Change>> bySubject = new HashMap<>();

  /**
   * Of changes in the order of their time.
   *
   * @param changes all of them; those that failed are left out
   */
  public History(List<Change> changes) {
    for (Change change : changes) {
      if (!change.event().isFailed()) {
        bySubject.computeIfAbsent(change.subject(), k -> new ArrayList<>()).add(change);
      }
    }
  }

  /** The last change of the same before this one; empty where the archive has none. */
  public Optional<Change> before(Change change) {
    return last(change.subject(), change);
  }

  /** The document that held until this change; empty where the archive does not tell. */
  public Optional<Change> former(Change change) {
    if (change.isAttachment()) {
      return document(change.part(), change);
    }
    return change.topic() == Topic.ORGANISATION
        ? written(change)
        : before(change).filter(c -> !c.document().isEmpty());
  }

  /**
   * The last document of what a change is about, as it was then; empty where the archive has none.
   * Of an organization's policy that is attached or detached in between, which keeps its document.
   */
  public Optional<Change> written(Change change) {
    Change last = null;
    for (Change c : bySubject.getOrDefault(change.subject(), List.of())) {
      if (c.compareTo(change) >= 0) {
        break;
      }
      last = c.document().isEmpty() ? last : c;
    }
    return Optional.ofNullable(last);
  }

  /**
   * The document of a managed policy as it was at a change; empty where the archive does not tell.
   */
  public Optional<Change> document(String policyArn, Change at) {
    return last(managed(policyArn), at).filter(c -> !c.document().isEmpty());
  }

  /** The changes of a managed policy, in the order of their time. */
  public List<Change> versions(String policyArn) {
    return bySubject.getOrDefault(managed(policyArn), List.of());
  }

  private static String managed(String policyArn) {
    return Topic.MANAGED + " " + Thing.of("policy", "", policyArn);
  }

  private Optional<Change> last(String subject, Change until) {
    Change last = null;
    for (Change c : bySubject.getOrDefault(subject, List.of())) {
      if (c.compareTo(until) >= 0) {
        break;
      }
      last = c;
    }
    return Optional.ofNullable(last);
  }
}

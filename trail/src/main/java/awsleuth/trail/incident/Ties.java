package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import awsleuth.trail.change.Topic;
import java.util.Collection;
import java.util.List;

/**
 * What ties policies to a caller: attachments, memberships of groups, its permissions boundary. A
 * policy that was tied to it later than a call, or is not any more, had no say in that call.
 *
 * @param ties the last change of each
 */
record Ties(List<Change> ties) {

  /**
   * Of a caller.
   *
   * @param held the last change of each policy, and of what ties it, that a call surely meets
   */
  static Ties of(Collection<Change> held) {
    return new Ties(held.stream().filter(Ties::isTie).toList());
  }

  private static boolean isTie(Change change) {
    return change.isAttachment() || change.isMembership() || change.topic() == Topic.BOUNDARY;
  }

  /**
   * Whether a policy held for the caller at a time as far as is known: nothing that ties it was
   * changed since, or something else ties it that was not.
   */
  boolean heldAt(long time, Change policy) {
    List<Change> own = ties.stream().filter(t -> !t.equals(policy) && ties(t, policy)).toList();
    return own.stream().allMatch(t -> isEarly(t, time))
        || own.stream().anyMatch(t -> isEarly(t, time) && !t.removes() && isDirect(t));
  }

  private boolean ties(Change tie, Change policy) {
    String name = policy.thing().name();
    if (policy.topic() != Topic.MANAGED) {
      return policy.thing().kind().equals("group") && tie.isMembership() && tie.part().equals(name);
    }
    return tie.topic() == Topic.BOUNDARY
        || (tie.isAttachment() && tie.part().equals(name))
        || (tie.isMembership() && ties.stream().anyMatch(t -> isOfGroup(t, tie.part(), name)));
  }

  /** Whether it attaches a policy to a group. */
  private static boolean isOfGroup(Change tie, String group, String policy) {
    return tie.isAttachment()
        && tie.part().equals(policy)
        && tie.thing().kind().equals("group")
        && tie.thing().name().equals(group);
  }

  /** Whether it alone ties the policy: what is attached to a group needs the membership too. */
  private static boolean isDirect(Change tie) {
    return tie.isAttachment() && !tie.thing().kind().equals("group");
  }

  private static boolean isEarly(Change tie, long time) {
    return tie.event().time() < time - Judge.HOLDS_WITHIN;
  }
}

package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The identity-based policies that a caller is known to have when its call fails, by name or ARN:
 * one of them that allows the call shows that another that does not is not why.
 */
final class Beside {

  /** So many are decided on: a role has 10 managed policies, or 20. */
  private static final int MOST = 30;

  private final Map<String, Change> held = new LinkedHashMap<>();

  /** Whether the archive has the caller from its making on, so that no policy is unseen. */
  private boolean whole;

  /** What the caller has by name, with or without a known document. */
  private final Set<String> present = new HashSet<>();

  /** What was taken from the caller by name. */
  private final Set<String> taken = new HashSet<>();

  /** Since when the caller has what it did not have before, by name. */
  private final Map<String, Change> came = new HashMap<>();

  /** Takes in the next change of the caller's own policies, in the order of time. */
  void note(Change change) {
    String name = change.event().name();
    if (name.equals("CreateRole") || name.equals("CreateUser")) {
      held.clear();
      present.clear();
      came.clear();
      whole = true;
    }
    if (name.equals("AddUserToGroup")) {
      whole = false;
    }
    if (change.topic() == Topic.IDENTITY && !change.part().isEmpty()) {
      noteName(change);
      if (change.removes()) {
        held.remove(change.part());
      } else if (change.isAttachment() || !change.document().isEmpty()) {
        held.put(change.part(), change);
      }
    }
  }

  private void noteName(Change change) {
    String part = change.part();
    if (change.removes()) {
      present.remove(part);
      taken.add(part);
    } else if (present.add(part)) {
      if (whole || taken.contains(part)) {
        came.put(part, change);
      } else {
        came.remove(part);
      }
    }
  }

  /**
   * The change since which the caller has a policy that surely it did not have before; empty where
   * it may have had it: a policy may be written again, and be attached when it is.
   */
  Optional<Change> cameBy(Change change) {
    return Optional.ofNullable(came.get(part(change)))
        .filter(c -> c.event().time() <= change.event().time());
  }

  /**
   * The ruling of a change after which no statement is about a call, with what stands beside it.
   */
  Ruling of(Change change, Ruling ruling, Refused call, History history) {
    boolean told = call.denial().policyType() == PolicyDocument.Type.IDENTITY;
    Request request = call.request().orElse(null);
    if (ruling.certainty().compareTo(Certainty.POSSIBLE) > 0 || request == null) {
      return ruling;
    }
    List<String> unknown = new ArrayList<>();
    for (Change other : others(change)) {
      Change written = written(other, call, history);
      Verdict verdict = verdict(written, request, history);
      if (verdict == Verdict.ALLOWS) {
        return allowed(other, written, ruling, call, told);
      }
      if (verdict == Verdict.OPEN) {
        unknown.add(other.part());
      }
    }
    if (told || ruling.certainty() != Certainty.CONFIRMED || (whole && unknown.isEmpty())) {
      return ruling;
    }
    return new Ruling(
        Certainty.POSSIBLE,
        ruling.why(),
        unknown.isEmpty()
            ? "whether a policy of the caller allows it too: the archive does not have all of them"
                + command(call)
            : "whether another policy of the caller allows it, `" + unknown.getFirst() + "`");
  }

  /** What lists the policies of a role or user. */
  private static String command(Refused call) {
    String principal = call.caller();
    String name = principal.substring(principal.lastIndexOf('/') + 1);
    String kind = principal.contains(":role/") ? "role" : "user";
    return ": aws iam list-attached-" + kind + "-policies --" + kind + "-name " + name;
  }

  private List<Change> others(Change change) {
    String own = part(change);
    return held.values().stream().filter(c -> !c.part().equals(own)).limit(MOST).toList();
  }

  /** The name that the caller has a policy by. */
  private static String part(Change change) {
    return change.topic() == Topic.MANAGED ? change.thing().name() : change.part();
  }

  /** The changes that wrote what the caller's policies say when a call fails. */
  List<Change> written(Refused call, History history) {
    return held.values().stream().limit(MOST).map(c -> written(c, call, history)).toList();
  }

  /** The change that wrote what a policy says when the call fails. */
  private static Change written(Change held, Refused call, History history) {
    return held.isAttachment() ? history.managedAt(held.part(), call.time()).orElse(held) : held;
  }

  private static Verdict verdict(Change written, Request request, History history) {
    String document = history.document(written);
    return document.isEmpty()
        ? Verdict.OPEN
        : Decided.of(PolicyType.IDENTITY, Layer.IDENTITY, document, request).verdict();
  }

  /** Where it may not hold yet, or AWS says that none allows, that is not certain. */
  private static Ruling allowed(
      Change other, Change written, Ruling ruling, Refused call, boolean told) {
    long since = Math.max(other.event().time(), written.event().time());
    String named =
        "`"
            + other.part()
            + "` allows it too ("
            + written.event().name()
            + " of "
            + Event.moment(written.event().time())
            + ")";
    return told || since > call.time() - Judge.HOLDS_WITHIN
        ? new Ruling(
            Certainty.POSSIBLE,
            ruling.why(),
            "why the caller's policy " + named + " does not count")
        : Ruling.ruledOut("the caller's policy " + named);
  }
}

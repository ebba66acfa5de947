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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Takes in the next change of the caller's own policies, in the order of time. */
  void note(Change change) {
    String name = change.event().name();
    if (name.equals("CreateRole") || name.equals("CreateUser")) {
      held.clear();
      whole = true;
    }
    if (change.topic() == Topic.IDENTITY && !change.part().isEmpty()) {
      if (change.removes()) {
        held.remove(change.part());
      } else if (change.isAttachment() || !change.document().isEmpty()) {
        held.put(change.part(), change);
      }
    }
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
    return unknown.isEmpty() || told || ruling.certainty() != Certainty.CONFIRMED
        ? ruling
        : new Ruling(
            Certainty.POSSIBLE,
            ruling.why(),
            "whether another policy of the caller allows it, `" + unknown.getFirst() + "`");
  }

  /**
   * The ruling of a change after which another's policy does not let the caller in any more, with
   * what its own may say.
   */
  Ruling alone(Change change, Ruling ruling, Refused call, History history) {
    Ruling known = of(change, ruling, call, history);
    boolean told = call.denial().policyType() == PolicyDocument.Type.IDENTITY;
    return told || whole || known.certainty() != Certainty.CONFIRMED
        ? known
        : new Ruling(
            Certainty.POSSIBLE,
            known.why(),
            "whether a policy of the caller allows it too: the archive does not have all of them");
  }

  private List<Change> others(Change change) {
    String own = change.topic() == Topic.MANAGED ? change.thing().name() : change.part();
    return held.values().stream().filter(c -> !c.part().equals(own)).limit(MOST).toList();
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

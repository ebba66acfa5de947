package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that stood long before calls came another way, as far as the archive has them: which
 * of them refuses the way of now and not that of before.
 *
 * @param call the refused call
 * @param touches what it has to do with
 * @param history what policies say
 */
record Standing(Refused call, Touches touches, History history) {

  /** So many are decided on: a call meets few policies. */
  private static final int MOST = 30;

  /**
   * The policy that wants the way of before, in a sentence; empty where none is known.
   *
   * @param changes all changes, in the order of time
   * @param success the call that came the way of before
   */
  Optional<String> wants(List<Change> changes, Sampled success) {
    Optional<Request> now = call.request();
    Optional<Request> then = now.flatMap(r -> Before.requestOnOwn(success, r, call));
    if (then.isEmpty()) {
      return Optional.empty();
    }
    Collection<Change> held = held(changes).values();
    Ties ties = Ties.of(held);
    return held.stream()
        .filter(c -> ties.heldAt(success.event().time(), c))
        .filter(c -> c.event().time() < success.event().time())
        .limit(MOST)
        .filter(c -> isAlike(c, success))
        .flatMap(c -> wants(c, now.get(), then.get()).stream())
        .findFirst();
  }

  /** Whether a policy tells nothing of the resources apart, where the success was on another. */
  private boolean isAlike(Change change, Sampled success) {
    return !Before.isOnOther(success, call)
        || new Documents(call, history)
            .areAlike(Before.resource(success, call), change, Optional.empty());
  }

  /** The last change of each policy that the call surely meets. */
  Map<String, Change> held(List<Change> changes) {
    Map<String, Change> held = new LinkedHashMap<>();
    for (Change c : changes) {
      if (c.event().time() > call.time()) {
        break;
      }
      if (c.holds() && c.topic().type().isPresent() && isMet(c)) {
        held.put(c.subject(), c);
      }
    }
    return held;
  }

  private boolean isMet(Change change) {
    return isSaid(change.topic())
        && touches.of(change).filter(t -> t != Touch.MAYBE && t != Touch.ORGANISATION).isPresent();
  }

  /** Whether AWS's word on what refused leaves room for a policy of such a kind. */
  private boolean isSaid(Topic topic) {
    return switch (call.denial().policyType()) {
      case UNKNOWN -> true;
      case IDENTITY -> topic == Topic.IDENTITY || topic == Topic.MANAGED;
      case RESOURCE -> topic == Topic.RESOURCE;
      case TRUST -> topic == Topic.TRUST;
      case VPC_ENDPOINT -> topic == Topic.ENDPOINT;
      case BOUNDARY, SESSION, SCP, RCP -> false;
    };
  }

  private Optional<String> wants(Change change, Request now, Request then) {
    String document = history.document(change);
    PolicyType type = change.topic().type().orElse(PolicyType.IDENTITY);
    Layer layer = change.topic().layer().orElse(Layer.IDENTITY);
    if (document.isEmpty() || change.topic() == Topic.BOUNDARY) {
      return Optional.empty();
    }
    Both both =
        new Both(Decided.of(type, layer, document, then), Decided.of(type, layer, document, now));
    return both.denies(call) || (both.lacks(call) && isSure(layer))
        ? Optional.of(words(change, both.now()))
        : Optional.empty();
  }

  /** Whether it is this type of policy that lacks an allow: another may allow the call. */
  private boolean isSure(Layer layer) {
    return layer == Layer.VPC_ENDPOINT || call.denial().policyType() != PolicyDocument.Type.UNKNOWN;
  }

  private static String words(Change change, Decided is) {
    return "the "
        + change.what()
        + " ("
        + change.event().name()
        + " of "
        + Event.moment(change.event().time())
        + ") refuses that way, not the way of before: "
        + is.words();
  }
}

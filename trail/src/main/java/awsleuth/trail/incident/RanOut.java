package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Request;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A policy that nobody changed and that refuses since a moment that it names: it let the same call
 * pass at the time of the last success, and at the time of the failure does not ({@code
 * aws:CurrentTime} and {@code aws:EpochTime}, IAM user guide, "Global condition context keys").
 *
 * @param call the refused call
 * @param before the calls that succeeded
 * @param touches what it has to do with
 * @param history what policies say
 */
record RanOut(Refused call, Before before, Touches touches, History history) {

  /** So many are decided on: a call meets few policies. */
  private static final int MOST = 30;

  /**
   * The one of some policies whose time ran out, or came; empty for none.
   *
   * @param held the last change of each policy that the call surely meets, and of what ties it
   */
  Optional<Suspect> suspect(Collection<Change> held) {
    Optional<Sampled> success = before.last().filter(_ -> before.sure() && States.isDenial(call));
    if (success.isEmpty() || call.request().isEmpty()) {
      return Optional.empty();
    }
    Event last = success.get().event();
    Request now = call.request().get();
    Request then = at(last.time(), now);
    Ties ties = Ties.of(held);
    return held.stream()
        .filter(c -> ties.heldAt(last.time(), c))
        .filter(c -> c.event().time() < last.time() && isOfTime(history.document(c)))
        .limit(MOST)
        .flatMap(c -> suspect(c, last, then, now).stream())
        .findFirst();
  }

  /** The same request at another time. */
  private static Request at(long time, Request request) {
    Context context = request.context().with("aws:CurrentTime", Event.moment(time));
    return request.in(context.with("aws:EpochTime", Long.toString(Math.floorDiv(time, 1000L))));
  }

  /** The changes that wrote conditions on the time. */
  static List<Change> timed(List<Change> changes) {
    return changes.stream().filter(c -> isOfTime(c.document())).toList();
  }

  private static boolean isOfTime(String text) {
    String document = text.toLowerCase(Locale.ROOT);
    return document.contains("aws:currenttime") || document.contains("aws:epochtime");
  }

  private Optional<Suspect> suspect(Change change, Event success, Request then, Request now) {
    PolicyType type = change.topic().type().orElse(PolicyType.IDENTITY);
    Layer layer = change.topic().layer().orElse(Layer.IDENTITY);
    String document = history.document(change);
    Both both =
        new Both(Decided.of(type, layer, document, then), Decided.of(type, layer, document, now));
    return change.topic() == Topic.BOUNDARY || !(both.denies(call) || both.lacks(call))
        ? Optional.empty()
        : touches.of(change).map(t -> suspect(change, t, ruling(change, both, success)));
  }

  private Ruling ruling(Change change, Both both, Event success) {
    Ruling ruling =
        Ruling.confirmed(
            List.of(
                "nobody changed it since, but it has a condition on the time: at "
                    + Event.moment(success.time())
                    + (both.then().verdict() == Verdict.SILENT
                        ? " nothing in it denied the call"
                        : " " + both.then().words()),
                "when the call failed " + both.now().words()));
    if (both.now().verdict() == Verdict.DENIES || mustAllow(change)) {
      return ruling;
    }
    return change.topic() == Topic.RESOURCE
        ? new Ruling(
            Certainty.POSSIBLE, ruling.why(), "whether the caller's own policies allow the call")
        : touches.beside().of(change, ruling, call, history);
  }

  /** Whether what it does not allow is refused, whatever other policies say. */
  private boolean mustAllow(Change change) {
    boolean told = call.denial().policyType() != PolicyDocument.Type.UNKNOWN;
    return told
        || change.topic() == Topic.TRUST
        || change.topic() == Topic.ENDPOINT
        || (change.topic() == Topic.RESOURCE && call.isOfOthers());
  }

  private static Suspect suspect(Change change, Touch touch, Ruling ruling) {
    return new Suspect(
        change,
        touch,
        ruling.certainty(),
        ruling.why(),
        ruling.missing(),
        List.of(),
        Optional.empty());
  }
}

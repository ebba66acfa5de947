package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tag of EC2 that was deleted by its value, and by which a policy of the caller allowed the call:
 * a tag of another value would have stayed (EC2 API reference, "DeleteTags").
 *
 * @param call the refused call
 * @param before the calls that succeeded
 * @param history what policies say
 * @param around the changes that have to do with the call
 * @param beside the policies that the caller has
 */
record Untagged(Refused call, Before before, History history, Around around, Beside beside) {

  /** The keys of tags of what is called, that of all services and EC2's own. */
  private static final List<String> KEYS = List.of("aws:ResourceTag/", "ec2:ResourceTag/");

  /** Empty where it is no such tag, or it is not known to be so. */
  Optional<Ruling> ruling(Change change) {
    boolean told =
        call.denial().policyType() == PolicyDocument.Type.IDENTITY
            && call.denial().kind() != Denial.Kind.EXPLICIT;
    Request request = call.request().orElse(null);
    if (!told
        || request == null
        || change.untagged().isEmpty()
        || !before.sure()
        || !isLatest(change)) {
      return Optional.empty();
    }
    Request then = with(request, change.part(), ContextValue.Present.of(change.untagged()));
    Request now = with(request, change.part(), ContextValue.ABSENT);
    return before
        .last()
        .flatMap(s ->
            beside.written(call, history).stream()
                .filter(c -> c.event().time() < s.event().time())
                .filter(c -> decided(c, then).verdict() == Verdict.ALLOWS)
                .filter(c -> decided(c, now).verdict() == Verdict.SILENT)
                .findFirst())
        .map(c -> ruling(change, c, decided(c, now)));
  }

  private static Request with(Request request, String tag, ContextValue value) {
    Context context = request.context();
    for (String key : KEYS) {
      context = context.with(key + tag, value);
    }
    return request.in(context);
  }

  private Decided decided(Change written, Request request) {
    return Decided.of(PolicyType.IDENTITY, Layer.IDENTITY, history.document(written), request);
  }

  /** Whether nothing changed tags of the same thing after it. */
  private boolean isLatest(Change change) {
    return around.near().stream()
        .filter(c -> c.topic() == Topic.TAGS && c.thing().equals(change.thing()))
        .noneMatch(c -> c.compareTo(change) > 0);
  }

  private Ruling ruling(Change change, Change written, Decided now) {
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add(
        "by the tag `%s` of `%s` the caller's %s allowed the call (%s of %s)"
            .formatted(
                change.part(),
                change.untagged(),
                written.what(),
                written.event().name(),
                Event.moment(written.event().time())));
    why.add("since " + change.event().name() + " " + now.words());
    return Ruling.confirmed(why);
  }
}

package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The concurrency that was reserved for a function: none, and Lambda throttles every call (Lambda
 * developer guide, "Configuring reserved concurrency for a function").
 *
 * @param call the throttled call
 * @param before the calls that succeeded
 * @param around the changes that have to do with the call
 */
record Reserved(Refused call, Before before, Around around) {

  private static final String CODE = "TooManyRequestsException";
  private static final String OF_INVOCATION = "Invoke";

  /** The ruling of a change; empty where it did not reserve none, or the call is another. */
  Optional<Ruling> ruling(Change change, Touch touch) {
    boolean invoked =
        touch == Touch.RESOURCE
            && call.sampled().event().service().equals("lambda")
            && call.sampled().event().name().startsWith(OF_INVOCATION)
            && call.sampled().event().code().equals(CODE);
    return invoked && change.reservesNone() && isLatest(change)
        ? Optional.of(ruling(change))
        : Optional.empty();
  }

  private boolean isLatest(Change change) {
    return around.near().stream()
        .filter(c -> c.operation().endsWith("functionconcurrency"))
        .filter(c -> c.thing().equals(change.thing()))
        .noneMatch(c -> c.compareTo(change) > 0);
  }

  private Ruling ruling(Change change) {
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add(
        "since then the concurrency reserved for the function is 0, so that every call is throttled");
    Ruling ruling = Ruling.confirmed(why);
    return before.last().isPresent()
        ? ruling
        : new Ruling(
            Certainty.POSSIBLE,
            ruling.why(),
            "whether calls went through before: no success is known");
  }
}

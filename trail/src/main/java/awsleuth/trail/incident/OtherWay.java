package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Topic;
import java.util.Optional;

/**
 * Calls that come another way since a moment: through another VPC endpoint, or from another
 * address. What made them do so may be why a policy that was there already refuses them.
 *
 * @param call the refused call
 * @param before the calls that succeeded
 */
record OtherWay(Refused call, Before before) {

  /** How a change of the network, which no policy names, has to do with the call. */
  Optional<Touch> touch(Change change) {
    boolean network = change.topic() == Topic.NETWORK || change.topic() == Topic.ENDPOINT;
    return network && isSince(change) && isThere(change)
        ? Optional.of(Touch.PATH)
        : Optional.empty();
  }

  /** A ruling of a change, where calls come another way. */
  Optional<Ruling> ruling(Change change) {
    Optional<Sampled> other = before.elsewhere().filter(_ -> States.isDenial(call));
    boolean network = change.topic() == Topic.NETWORK || change.topic() == Topic.ENDPOINT;
    if (network && isSince(change)) {
      return other.map(s -> Ruling.possible(moved(s), "whether a policy wants the way of before"));
    }
    return other
        .filter(s -> !network && s.event().time() > change.event().time() + Judge.HOLDS_WITHIN)
        .map(s -> Ruling.remote("since then the same call succeeded another way: " + moved(s)));
  }

  private String moved(Sampled success) {
    return "the calls come another way: until "
        + Event.moment(success.event().time())
        + " "
        + Before.way(success)
        + ", since then "
        + Before.way(call.sampled());
  }

  private boolean isSince(Change change) {
    return States.isDenial(call)
        && before
            .elsewhere()
            .filter(s -> change.event().time() >= s.event().time() - Judge.HOLDS_WITHIN)
            .isPresent();
  }

  private boolean isThere(Change change) {
    Event event = call.sampled().event();
    return change.event().account().equals(event.account())
        && change.event().region().equals(event.region());
  }
}

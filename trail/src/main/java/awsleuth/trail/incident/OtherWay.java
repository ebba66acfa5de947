package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that come another way since a moment: through another VPC endpoint, or from another
 * address. What made them do so may be why a policy that was there already refuses them.
 *
 * @param call the refused call
 * @param before the calls that succeeded
 * @param wants which policy it is that wants the way of before, in a sentence; empty where the
 *     archive does not tell
 */
record OtherWay(Refused call, Before before, Optional<String> wants) {

  /** What lets through or stops, and sends nothing another way (VPC user guide). */
  private static final Set<String> FILTERS = Set.of("security group", "network ACL");

  /** How a change of the network, which no policy names, has to do with the call. */
  Optional<Touch> touch(Change change) {
    return isNetwork(change) && isSince(change) && isThere(change)
        ? Optional.of(Touch.PATH)
        : Optional.empty();
  }

  /** A ruling of a change, where calls come another way. */
  Optional<Ruling> ruling(Change change) {
    Optional<Sampled> other = before.elsewhere().filter(_ -> States.isDenial(call));
    if (isNetwork(change) && isSince(change)) {
      return other.map(s -> moved(change, s));
    }
    return other
        .filter(s -> change.topic() != Topic.NETWORK && change.topic() != Topic.ENDPOINT)
        .filter(s -> s.event().time() > change.event().time() + Judge.HOLDS_WITHIN)
        .map(s -> Ruling.remote("since then the same call succeeded another way: " + moved(s)));
  }

  private static boolean isNetwork(Change change) {
    return change.topic() == Topic.ENDPOINT
        || (change.topic() == Topic.NETWORK && !FILTERS.contains(change.thing().kind()));
  }

  private Ruling moved(Change change, Sampled success) {
    if (wants.isEmpty()) {
      return Ruling.possible(moved(success), "whether a policy wants the way of before");
    }
    List<String> why = List.of(moved(success), wants.get());
    boolean gone =
        change.removes()
            && !change.thing().name().isEmpty()
            && change.thing().name().equals(Ways.endpoint(success));
    return gone
        ? Ruling.confirmed(why)
        : new Ruling(
            Certainty.POSSIBLE, why, "whether it is this change that sends the calls another way");
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

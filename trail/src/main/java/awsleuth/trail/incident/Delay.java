package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import awsleuth.trail.change.Topic;
import java.util.List;
import java.util.Optional;

/**
 * Calls that were refused moments after what they need was made, and then succeeded without another
 * change (IAM user guide, "Changes that I make are not always immediately visible").
 */
final class Delay {

  private static final long BEFORE = 120_000;
  private static final long AFTER = 600_000;

  private Delay() {}

  static Optional<Cause> of(Sample sample, Refused call, Touches touches, List<Change> changes) {
    Optional<Sampled> success =
        sample.after().stream()
            .filter(s -> s.event().time() > call.time() && Before.isSame(s, call))
            .findFirst();
    boolean known = sample.isBeforeOver() || Before.of(sample, call).last().isPresent();
    if (!States.isDenial(call) || success.isEmpty() || known) {
      return Optional.empty();
    }
    long until = success.get().event().time();
    if (until - call.time() > AFTER) {
      return Optional.empty();
    }
    Change last = null;
    for (Change c : changes) {
      long time = c.event().time();
      if (time > until) {
        break;
      }
      if (time >= call.time() - BEFORE && gives(c) && touches(c, touches)) {
        if (time > call.time()) {
          return Optional.empty();
        }
        last = c;
      }
    }
    return last == null
        ? Optional.empty()
        : Optional.of(new Cause.Propagation(last, call.sampled().event(), success.get().event()));
  }

  /** Of a role that is to be assumed its trust policy counts, not what it may do itself. */
  private static boolean touches(Change change, Touches touches) {
    boolean own = change.topic() == Topic.IDENTITY || change.topic() == Topic.MANAGED;
    return touches
        .of(change)
        .filter(t -> t == Touch.PRINCIPAL || (t == Touch.RESOURCE && !own))
        .isPresent();
  }

  private static boolean gives(Change c) {
    Topic topic = c.topic();
    boolean policy =
        topic == Topic.IDENTITY
            || topic == Topic.MANAGED
            || topic == Topic.TRUST
            || topic == Topic.OWNER
            || topic == Topic.RESOURCE
            || topic == Topic.GRANT;
    return policy && !c.removes();
  }
}

package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import java.util.List;
import java.util.Optional;

/**
 * Buckets that nobody but their account gets into any more by what is public (S3 user guide,
 * "Blocking public access to your Amazon S3 storage").
 *
 * @param call the call
 * @param before the calls that succeeded
 */
record PublicBlock(Refused call, Before before) {

  /** The ruling of a change; empty where it blocks nothing that the call may depend on. */
  Optional<Ruling> ruling(Change change) {
    boolean blocks =
        change.status().equals(Change.NOT_PUBLIC)
            || change.status().equals(Change.NO_PUBLIC_POLICY);
    if (!blocks || !States.isDenial(call) || isOwn(change)) {
      return Optional.empty();
    }
    String why = "it lets nobody of outside in by a public policy any more";
    boolean sure = isAnonymous() && change.status().equals(Change.NOT_PUBLIC) && before.sure();
    return Optional.of(
        sure
            ? before
                .last()
                .map(s -> Ruling.confirmed(List.of(success(s), why + ", nor by an access list")))
                .orElse(open(why))
            : open(why));
  }

  private static Ruling open(String why) {
    return Ruling.possible(why, "whether it was a public policy that let the caller in");
  }

  private static String success(Sampled s) {
    return "before, the same call succeeded, without credentials, last at "
        + Event.moment(s.event().time());
  }

  private boolean isAnonymous() {
    return call.sampled().event().principal().equalsIgnoreCase("anonymous");
  }

  private boolean isOwn(Change change) {
    return Touches.account(call.sampled().event().principal()).equals(change.event().account());
  }
}

package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bucket that takes no access lists any more (S3 user guide, "Controlling ownership of objects
 * and disabling ACLs for your bucket").
 *
 * @param call the call
 * @param before the calls that succeeded
 */
record NoAccessLists(Refused call, Before before) {

  private static final String CODE = "AccessControlListNotSupported";

  /** The ruling of a change; empty where it is not of that, or AWS says otherwise. */
  Optional<Ruling> ruling(Change change, Touch touch) {
    boolean said = call.sampled().event().code().equals(CODE) && touch == Touch.RESOURCE;
    return said && change.event().name().equals("PutBucketOwnershipControls")
        ? Optional.of(ruling(change))
        : Optional.empty();
  }

  private Ruling ruling(Change change) {
    if (!change.status().equals("BucketOwnerEnforced")) {
      return change.status().isEmpty()
          ? Ruling.possible(
              "it changed whose the bucket's objects are", "what it set: its event does not tell")
          : Ruling.ruledOut("with `" + change.status() + "` a bucket takes access lists");
    }
    String why = "since then the bucket takes no access lists (BucketOwnerEnforced)";
    Optional<Sampled> success =
        before.last().filter(s -> s.event().time() <= change.event().time() + Judge.HOLDS_WITHIN);
    if (success.isEmpty()) {
      return Ruling.possible(why, "whether it was so before: no success is known");
    }
    if (!success
        .flatMap(Sampled::whole)
        .filter(e -> AccessList.of(e).equals(AccessList.of(call.event())))
        .isPresent()) {
      return Ruling.possible(why, "whether the calls that succeeded had the same access list");
    }
    List<String> all = new ArrayList<>();
    before.words(change.event().time()).ifPresent(all::add);
    all.add(why);
    return Ruling.confirmed(all);
  }
}

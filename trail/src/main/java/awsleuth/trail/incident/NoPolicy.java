package awsleuth.trail.incident;

import awsleuth.core.fact.CodeFamily;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.List;
import java.util.Optional;

/**
 * What is no policy may be why where it took something away, or is what AWS speaks of.
 *
 * @param call the call
 * @param before the calls that succeeded
 * @param seen those of them that tell of the change
 * @param successes all of the same operation and principal that are known
 * @param history what policies say
 * @param around the changes that have to do with the call
 * @param beside the policies that the caller has
 */
record NoPolicy(
    Refused call,
    Before before,
    Before seen,
    List<Sampled> successes,
    History history,
    Around around,
    Beside beside) {

  Ruling ruling(Change change, Touch touch) {
    return new Stated(call)
        .ruling(change, new LetThrough(call, seen, successes), around)
        .or(() -> new Reserved(call, seen, around).ruling(change, touch))
        .or(() -> new LinkedRole(call).ruling(change, seen, around))
        .or(() -> new Gone(call, seen).ruling(change, touch))
        .or(() -> new GoneCaller(call, seen, around).ruling(change, touch))
        .or(() -> new PublicBlock(call, before).ruling(change))
        .or(() -> new NoAccessLists(call, seen).ruling(change, touch))
        .or(() -> new BucketList(call).ruling(change, touch))
        .or(() -> new Encrypted(call, seen, around).ruling(change))
        .or(() -> tags(change, touch))
        .or(() -> new Granted(call, seen, history).ruling(change))
        .orElseGet(() -> other(change, touch));
  }

  private Ruling other(Change change, Touch touch) {
    if (change.event().service().equals("servicequotas")) {
      return Ruling.ruledOut("it asked for a greater quota, which refuses nothing");
    }
    String code = call.sampled().event().code();
    boolean takes = change.topic() == Topic.OWNER || change.topic() == Topic.GRANT;
    boolean gone = takes && change.removes() && States.isDenial(call);
    boolean limit =
        (change.topic() == Topic.QUOTA && Throttling.isLimit(code))
            || (change.topic() == Topic.SETTING && CodeFamily.of(code) == CodeFamily.CAPACITY);
    boolean told = change.topic() == Topic.SETTING && !call.denial().setting().isEmpty();
    return gone || limit || told
        ? Ruling.blind(
            List.of("it changed " + touch.words()), "whether the call depended on what was before")
        : Ruling.remote("it changed " + touch.words() + ", but no policy that could be decided on");
  }

  private Optional<Ruling> tags(Change change, Touch touch) {
    return change.topic() == Topic.TAGS
        ? new Untagged(call, seen, history, around, beside)
            .ruling(change)
            .or(() -> new Tags(call, history, beside).ruling(change, touch))
        : Optional.empty();
  }
}

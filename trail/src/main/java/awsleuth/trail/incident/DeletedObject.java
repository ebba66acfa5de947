package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Thing;
import awsleuth.trail.change.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The object that a call names, where it was deleted before and AWS says that there is none (S3 API
 * reference, DeleteObject). Such events are no changes of what may be called, and too many to be
 * kept as those are.
 *
 * @param sample the failures
 * @param call the call
 * @param before the calls that succeeded
 */
record DeletedObject(Sample sample, Refused call, Before before) {

  /** What AWS says. */
  static final String CODE = "NoSuchKey";

  private static final String VERSION = "requestParameters.versionId";

  /** Whether an event is the deletion of an object. */
  static boolean is(Event event) {
    return event.name().equals("DeleteObject") && event.service().equals("s3") && !event.isFailed();
  }

  /** The last deletion of what the call names; empty where none is known. */
  Optional<Suspect> suspect() {
    String named = name(call.event());
    return sample.deleted().stream()
        .filter(d -> d.event().time() <= call.time() && !named.isEmpty())
        .filter(d -> isOf(d, named))
        .reduce((_, later) -> later)
        .map(d -> suspect(d, named));
  }

  private Suspect suspect(Sampled deletion, String named) {
    Event event = deletion.event();
    Thing object = new Thing("object", "", "", named);
    Change change = new Change(event, Topic.OWNER, object, "", "", "", deletion.record().line());
    Ruling ruling = ruling(event.time(), named);
    return new Suspect(
        change,
        Touch.RESOURCE,
        ruling.certainty(),
        ruling.why(),
        ruling.missing(),
        List.of(),
        Optional.empty());
  }

  private Ruling ruling(long deleted, String named) {
    List<String> why = new ArrayList<>();
    before.words(deleted).ifPresent(why::add);
    why.add("it deleted the object that the call names, and AWS says that there is none");
    boolean succeeded =
        before.sure() && before.last().filter(s -> s.event().time() <= deleted).isPresent();
    if (!succeeded) {
      return new Ruling(
          Certainty.POSSIBLE, List.copyOf(why), "whether the object was there until then");
    }
    boolean all = sample.failed().stream().allMatch(f -> isOf(f, named));
    return all
        ? Ruling.confirmed(why)
        : new Ruling(
            Certainty.POSSIBLE, List.copyOf(why), "whether the other objects were deleted too");
  }

  /** Whether a call names an object, and no version of it. */
  private static boolean isOf(Sampled other, String named) {
    return other
        .whole()
        .filter(e -> e.field(VERSION).isEmpty() && name(e).equals(named))
        .isPresent();
  }

  private static String name(TrailEvent event) {
    String bucket = event.field("requestParameters.bucketName");
    String key = event.field("requestParameters.key");
    return bucket.isEmpty() || key.isEmpty() ? "" : bucket + "/" + key;
  }
}

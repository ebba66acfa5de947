package awsleuth.trail.incident;

import awsleuth.core.fact.Literal;
import awsleuth.trail.change.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A bucket's lifecycle whose rules archive or delete objects: S3 carries them out once a day at
 * most, each when an object is old enough, so that calls succeed long after they were written (S3
 * user guide, "Managing the lifecycle of objects"). No event tells of what they do.
 *
 * @param call the call
 * @param touches what it has to do with
 */
record Aged(Refused call, Touches touches) {

  private static final String WRITES = "PutBucketLifecycle";
  private static final String ARCHIVED = "InvalidObjectState";

  /**
   * The last that archives objects, where AWS says that one is archived, or deletes them, where it
   * says that one is not there; empty for none.
   *
   * @param changes all changes, in the order of time
   */
  Optional<Suspect> suspect(List<Change> changes) {
    String code = call.sampled().event().code();
    boolean archived = code.equals(ARCHIVED);
    if (!archived && !code.equals(DeletedObject.CODE)) {
      return Optional.empty();
    }
    return changes.stream()
        .filter(c -> c.event().time() <= call.time() && c.event().name().equals(WRITES))
        .filter(c -> archived ? mayArchive(c) : does(c, Change.DELETES))
        .filter(c -> touches.of(c).filter(Touch.RESOURCE::equals).isPresent())
        .reduce((_, later) -> later)
        .map(c -> suspect(c, archived));
  }

  private boolean mayArchive(Change change) {
    return does(change, Change.ARCHIVES) || change.status().isEmpty() || change.isUnread();
  }

  /** Whether it does so to objects as the call's, as far as keys tell. */
  private boolean does(Change change, String words) {
    String key = call.event().field("requestParameters.key");
    return Arrays.stream(change.status().split(", "))
        .anyMatch(w -> w.equals(words) || (w.startsWith(words + Change.IN) && mayBeIn(w, key)));
  }

  private static boolean mayBeIn(String does, String key) {
    String prefix = does.substring(does.indexOf(Change.IN) + Change.IN.length());
    return key.isEmpty()
        || !prefix.endsWith("`")
        || key.startsWith(prefix.substring(0, prefix.length() - 1));
  }

  private Suspect suspect(Change change, boolean archived) {
    String rules =
        change.status().isEmpty() || change.isUnread()
            ? "it wrote the rules of the bucket's lifecycle"
            : "by the rules that it wrote S3 " + change.status();
    Ruling ruling =
        Ruling.possible(
            rules + ", each when it is old enough: calls may succeed long after",
            "whether it is a rule that "
                + (archived ? "archived" : "deleted")
                + " the object, which no event tells: aws s3api get-bucket-lifecycle-configuration"
                + " --bucket "
                + Literal.shell(change.thing().name(), "<bucket>"));
    return new Suspect(
        change,
        Touch.RESOURCE,
        ruling.certainty(),
        ruling.why(),
        ruling.missing(),
        List.of(),
        Optional.empty());
  }
}

package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key that a bucket encrypts with by default: a change of it asks another key of the caller (S3
 * user guide, "Setting default server-side encryption behavior").
 *
 * @param call the refused call
 * @param before the calls that succeeded
 * @param around the changes that have to do with the call
 */
record Encrypted(Refused call, Before before, Around around) {

  private static final String WRITES = "PutBucketEncryption";
  private static final String OWN_KEY =
      "requestParameters.x-amz-server-side-encryption-aws-kms-key-id";
  private static final String TO_WRITE = "kms:GenerateDataKey";
  private static final String KEY = "key/";

  /** The ruling; empty where it is no such change, or AWS does not speak of a key. */
  Optional<Ruling> ruling(Change change) {
    String refused = id(call.denial().resource());
    String set = id(change.status());
    boolean of = change.event().name().equals(WRITES) && call.denial().action().startsWith("kms:");
    if (!of || refused.isEmpty() || set.isEmpty()) {
      return Optional.empty();
    }
    if (!call.event().field(OWN_KEY).isEmpty()) {
      return Optional.of(Ruling.ruledOut("the call names its key itself"));
    }
    return Optional.of(
        set.equals(refused)
            ? ruling(change, set)
            : Ruling.ruledOut("AWS speaks of another key: " + refused));
  }

  private Ruling ruling(Change change, String set) {
    Optional<Change> former =
        around
            .since(Long.MIN_VALUE)
            .filter(c -> c.compareTo(change) < 0 && c.thing().equals(change.thing()))
            .filter(c -> c.event().name().equals(WRITES))
            .reduce((_, later) -> later);
    String old = former.map(c -> id(c.status())).orElse("");
    if (old.equals(set)) {
      return Ruling.ruledOut("the bucket had the same key before");
    }
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    former
        .filter(_ -> !old.isEmpty())
        .ifPresent(c ->
            why.add(
                "before, the bucket encrypted with the key %s (%s of %s)"
                    .formatted(old, WRITES, Event.moment(c.event().time()))));
    why.add("since then it encrypts by default with the very key that AWS refuses");
    String missing = missing(old);
    return missing.isEmpty()
        ? Ruling.confirmed(why)
        : new Ruling(Certainty.POSSIBLE, List.copyOf(why), missing);
  }

  private String missing(String old) {
    if (before.last().isEmpty()) {
      return "whether the call was allowed before: no success is known";
    }
    if (!call.denial().action().equalsIgnoreCase(TO_WRITE)) {
      return "whether what is read was written since then";
    }
    return old.isEmpty()
        ? "with which key the bucket encrypted before: the archive does not have it"
        : "";
  }

  /** The ID of a key by its ARN or by itself; empty of an alias, and where none is told. */
  private static String id(String text) {
    boolean alias = text.contains("alias/");
    int at = text.lastIndexOf(KEY);
    boolean arn = text.startsWith("arn:");
    return alias || (arn && at < 0) ? "" : at < 0 ? text : text.substring(at + KEY.length());
  }
}

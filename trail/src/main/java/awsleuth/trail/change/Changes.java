package awsleuth.trail.change;

import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The question which events changed something. The newest are kept, at most {@link #MOST}, with
 * texts of at most {@link #MOST_CHARACTERS}; the others are counted.
 */
public final class Changes implements Fold<Changes> {

  /** How many changes are kept. */
  public static final int MOST = 60_000;

  private static final long serialVersionUID = 1;

  /** How many characters the changes that are kept have. */
  public static final long MOST_CHARACTERS = 64L << 20;

  private static final long OTHER_CHARACTERS = 500;

  /** Where an event tells whose the objects of a bucket are. */
  private static final List<String> OWNERSHIP =
      List.of(
          "requestParameters.OwnershipControls.Rule.ObjectOwnership",
          "requestParameters.OwnershipControls.Rule.0.ObjectOwnership");

  /** Where an event tells the key that a bucket encrypts with. */
  private static final List<String> DEFAULT_KEY =
      Stream.of("Rule", "Rule.0")
          .map(rule ->
              "requestParameters.ServerSideEncryptionConfiguration."
                  + rule
                  + ".ApplyServerSideEncryptionByDefault.KMSMasterKeyID")
          .toList();

  /** Where events of an organization's policies tell the type. */
  private static final List<String> TYPE =
      List.of("responseElements.policy.policySummary.type", "requestParameters.type");

  private final boolean failed;
  private final int most;
  private final long mostCharacters;
  private long weight;
  private @Nullable Event floor;
  private final TreeSet<Change> kept = new TreeSet<>();
  private long dropped;

  /**
   * A part of the question.
   *
   * @param failed whether changes that were tried and refused count too
   */
  public Changes(boolean failed) {
    this(failed, MOST, MOST_CHARACTERS);
  }

  Changes(boolean failed, int most, long mostCharacters) {
    this.failed = failed;
    this.most = most;
    this.mostCharacters = mostCharacters;
  }

  @Override
  public void add(Event event, RecordText record) {
    Optional<ChangeTable.Row> row = ChangeTable.get().of(event.service(), event.name());
    if (row.isPresent() && (failed || !event.isFailed())) {
      change(row.get(), event, record).ifPresent(this::keep);
    }
  }

  /**
   * What is kept are the newest that there is room for, whatever the order: what is no newer than
   * one that found no room finds none either. An event that is told in two files stands once, by
   * the file that comes first.
   */
  private void keep(Change change) {
    if (isBelow(change)) {
      dropped++;
      return;
    }
    Change lower = kept.floor(change);
    Change higher = kept.higher(change);
    if (lower != null && change.event().isDelivered(lower.event())) {
      return;
    }
    if (higher != null && change.event().isDelivered(higher.event())) {
      remove(higher);
    }
    kept.add(change);
    weight += weight(change);
    while (kept.size() > most || weight > mostCharacters) {
      raise(kept.first().event());
    }
  }

  private boolean isBelow(Change change) {
    return floor != null && Event.ACTIONS.compare(change.event(), floor) <= 0;
  }

  /** Drops all that are no newer. */
  private void raise(Event to) {
    floor = to;
    while (!kept.isEmpty() && isBelow(kept.first())) {
      remove(kept.first());
      dropped++;
    }
  }

  private void remove(Change change) {
    kept.remove(change);
    weight -= weight(change);
  }

  private static long weight(Change change) {
    return OTHER_CHARACTERS
        + change.event().length()
        + change.thing().name().length()
        + change.thing().account().length()
        + change.part().length()
        + change.status().length()
        + change.document().length();
  }

  private static Optional<Change> change(ChangeTable.Row row, Event event, RecordText record) {
    return RecordTree.of(record.text()).map(tree -> change(row, event, record, tree));
  }

  private static Change change(
      ChangeTable.Row row, Event event, RecordText record, RecordTree tree) {
    Topic topic = topic(row, tree);
    return new Change(
        event,
        topic,
        Thing.of(row.kind(), event, tree.text(row.names())),
        part(row, topic, tree),
        topic == row.topic() && tree.isWhole() ? document(row, tree) : "",
        status(row, tree),
        record.line());
  }

  /** The row's, unless the event is one of those of its name that change no policy. */
  private static Topic topic(ChangeTable.Row row, RecordTree tree) {
    return switch (row.name()) {
      case "SetTopicAttributes" ->
          tree.text("requestParameters.attributeName").equals("Policy")
              ? row.topic()
              : Topic.SETTING;
      case "ModifyVpcEndpoint" -> document(row, tree).isEmpty() ? Topic.NETWORK : row.topic();
      case "SetQueueAttributes", "UpdateDomainConfig" ->
          tree.isWhole() && !tree.has(row.documents()) ? Topic.SETTING : row.topic();
      default -> row.topic();
    };
  }

  private static String part(ChangeTable.Row row, Topic topic, RecordTree tree) {
    if (topic == Topic.TAGS) {
      return tags(row, tree);
    }
    return switch (row.name()) {
      case "DeleteFunction" -> version(tree);
      case "DeleteParameters" ->
          String.join(", ", tree.texts(List.of("requestParameters.names.*")));
      case "DeleteServiceLinkedRole" -> linked(tree.text(row.parts()));
      default ->
          topic == Topic.ORGANISATION && row.parts().isEmpty()
              ? otherType(tree)
              : tree.text(row.parts());
    };
  }

  /** The service of {@code task/aws-service-role/ecs.amazonaws.com/…} (IAM API reference). */
  private static String linked(String task) {
    String[] parts = task.split("/", 4);
    return parts.length == 4 ? parts[2] : "";
  }

  /** The type of an organization's policy that is neither of services nor of resources. */
  private static String otherType(RecordTree tree) {
    String type = tree.text(TYPE);
    return Change.isOtherType(type) ? type : "";
  }

  /**
   * Which version of a function is deleted, beside its name or behind it; empty for all of it
   * (Lambda API reference, DeleteFunction).
   */
  private static String version(RecordTree tree) {
    String told = tree.text("requestParameters.qualifier");
    String[] name = tree.text("requestParameters.functionName").split("function:", 2);
    String[] behind = name[name.length - 1].split(":", 2);
    return !told.isEmpty() || behind.length < 2 ? told : behind[1];
  }

  private static String document(ChangeTable.Row row, RecordTree tree) {
    String written = tree.json(row.documents());
    return written.isEmpty() ? EndpointPolicy.unwritten(row.name(), tree) : written;
  }

  /** The keys of tags, the first ten; empty where they are not told one by one. */
  private static String tags(ChangeTable.Row row, RecordTree tree) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String at = ".0";
      String place = "." + i;
      String key = tree.text(row.parts().stream().map(p -> p.replace(at, place)).toList());
      if (!key.isEmpty() && !keys.contains(key)) {
        keys.add(key);
      }
    }
    return String.join(", ", keys);
  }

  /** What a thing is set to; of a policy's version whether it is another than the default. */
  private static String status(ChangeTable.Row row, RecordTree tree) {
    if (!tree.isWhole()) {
      return Change.UNREAD;
    }
    if (tree.text("requestParameters.omitted").equals("true")) {
      return Change.OMITTED;
    }
    boolean other =
        row.name().equals("CreatePolicyVersion")
            && !tree.text("requestParameters.setAsDefault").equals("true");
    return other
        ? Change.NOT_DEFAULT
        : row.name().endsWith("PublicAccessBlock")
            ? PublicAccess.status(tree)
            : switch (row.name()) {
              case "PutBucketOwnershipControls" -> tree.text(OWNERSHIP);
              case "PutBucketEncryption" -> tree.text(DEFAULT_KEY);
              case "PutBucketLifecycle" -> Lifecycle.status(tree);
              case "CreateRole", "CreateUser" -> bounded(tree);
              case "DeleteTags" -> untagged(tree);
              case "PutFunctionConcurrency" -> reserved(tree);
              case "CreateGrant" -> Grant.status(tree);
              default -> otherStatus(row, tree);
            };
  }

  private static String untagged(RecordTree tree) {
    List<String> values = tree.texts(List.of("requestParameters.tagSet.items.*.value"));
    boolean one = tree.texts(List.of("requestParameters.tagSet.items.*.key")).size() == 1;
    return one && values.size() == 1 ? Change.UNTAGGED + values.getFirst() : "";
  }

  private static String reserved(RecordTree tree) {
    String number = tree.text("requestParameters.reservedConcurrentExecutions");
    return number.isEmpty() ? "" : Change.RESERVED + number;
  }

  private static String bounded(RecordTree tree) {
    String boundary = tree.text("requestParameters.permissionsBoundary");
    return boundary.isEmpty() ? "" : Change.BOUNDED + boundary;
  }

  private static String otherStatus(ChangeTable.Row row, RecordTree tree) {
    String set = SettingTable.get().status(row.service(), row.name(), tree);
    return set.isEmpty() ? tree.text("requestParameters.status") : set;
  }

  @Override
  public void merge(Changes other) {
    dropped += other.dropped;
    if (other.floor != null && (floor == null || Event.ACTIONS.compare(other.floor, floor) > 0)) {
      raise(other.floor);
    }
    other.kept.forEach(this::keep);
  }

  /** The changes, in the order of their time. */
  public List<Change> result() {
    return List.copyOf(kept);
  }

  /**
   * How many changes older than those kept there were; those told in two files may be counted
   * twice.
   */
  public long dropped() {
    return dropped;
  }
}

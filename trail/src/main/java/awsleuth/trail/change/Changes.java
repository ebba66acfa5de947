package awsleuth.trail.change;

import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The question which events changed something. The newest are kept, at most {@link #MOST}, with
 * documents of at most {@link #MOST_CHARACTERS}; the others are counted.
 */
public final class Changes implements Fold<Changes> {

  /** How many changes are kept. */
  public static final int MOST = 60_000;

  private static final long serialVersionUID = 1;

  /** How many characters the changes that are kept have. */
  public static final long MOST_CHARACTERS = 64L << 20;

  private static final long OTHER_CHARACTERS = 500;

  private final boolean failed;
  private long weight;
  private final TreeSet<Change> kept = new TreeSet<>();
  private long dropped;

  /**
   * A part of the question.
   *
   * @param failed whether changes that were tried and refused count too
   */
  public Changes(boolean failed) {
    this.failed = failed;
  }

  @Override
  public void add(Event event, RecordText record) {
    Optional<ChangeTable.Row> row = ChangeTable.get().of(event.service(), event.name());
    if (row.isPresent() && (failed || !event.isFailed())) {
      change(row.get(), event, record).ifPresent(this::keep);
    }
  }

  private void keep(Change change) {
    if (kept.add(change)) {
      weight += weight(change);
    }
    while (kept.size() > MOST || weight > MOST_CHARACTERS) {
      Change oldest = kept.pollFirst();
      weight -= oldest == null ? weight : weight(oldest);
      dropped++;
    }
  }

  private static long weight(Change change) {
    return OTHER_CHARACTERS + change.document().length();
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
        Thing.of(row.kind(), event.account(), tree.text(row.names())),
        tree.text(row.parts()),
        topic == row.topic() ? document(row, tree) : "",
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
      default -> row.topic();
    };
  }

  private static String document(ChangeTable.Row row, RecordTree tree) {
    String written = tree.json(row.documents());
    return written.isEmpty() ? EndpointPolicy.unwritten(row.name(), tree) : written;
  }

  /** What a thing is set to; of a policy's version whether it is another than the default. */
  private static String status(ChangeTable.Row row, RecordTree tree) {
    boolean other =
        row.name().equals("CreatePolicyVersion")
            && !tree.text("requestParameters.setAsDefault").equals("true");
    return other ? Change.NOT_DEFAULT : tree.text("requestParameters.status");
  }

  @Override
  public void merge(Changes other) {
    dropped += other.dropped;
    other.kept.forEach(this::keep);
  }

  /** The changes, in the order of their time. */
  public List<Change> result() {
    return List.copyOf(kept);
  }

  /** How many changes older than those kept there were. */
  public long dropped() {
    return dropped;
  }
}

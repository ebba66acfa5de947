package awsleuth.trail.change;

import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * All events that changed something, with their records, while they have no more than {@link
 * #MOST_BYTES} together; else none: then an archive is read again for those that are asked about.
 */
public final class EveryChange implements Fold<EveryChange> {

  /** How many bytes the records have together: there may be one of these for each thread. */
  public static final long MOST_BYTES = 8L << 20;

  /** What an event takes beside its record. */
  private static final long OTHER_BYTES = 1000;

  private static final long serialVersionUID = 1;

  private final long most;
  private final List<Kept> kept = new ArrayList<>();
  private long bytes;

  private record Kept(Event event, RecordText record) implements Serializable {}

  /** None yet. */
  public EveryChange() {
    this(MOST_BYTES);
  }

  /** Of what was not read wholly: not all are there. */
  public static EveryChange none() {
    return new EveryChange(-1);
  }

  EveryChange(long most) {
    this.most = most;
  }

  /** Whether an event changed something. */
  public static boolean is(Event event) {
    return !event.isFailed()
        && event.time() != Event.UNKNOWN_TIME
        && ChangeTable.get().of(event.service(), event.name()).isPresent();
  }

  @Override
  public void add(Event event, RecordText record) {
    if (is(event)) {
      bytes += OTHER_BYTES + record.length();
      if (isWhole()) {
        kept.add(new Kept(event, record.kept()));
      } else {
        kept.clear();
      }
    }
  }

  @Override
  public void merge(EveryChange other) {
    bytes += other.bytes;
    if (isWhole()) {
      kept.addAll(other.kept);
    } else {
      kept.clear();
    }
  }

  /** Whether there are all. */
  public boolean isWhole() {
    return bytes <= most;
  }

  /** Asks a question of them, as of an archive that has nothing else. */
  public <F extends Fold<F>> F ask(F question) {
    kept.forEach(k -> question.add(k.event, k.record));
    return question;
  }
}

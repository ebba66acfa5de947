package awsleuth.trail.change;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The question which events changed what holds of some things until a moment: their records, the
 * newest, at most {@link #MOST} with at most {@link #MOST_BYTES} together.
 */
public final class ChangesOf implements Fold<ChangesOf> {

  /** How many records are kept. */
  public static final int MOST = 500;

  /** How many bytes they have together. */
  public static final long MOST_BYTES = 16L << 20;

  /** CloudTrail's records are at most so large (CloudTrail user guide, "Quotas"). */
  private static final int LARGEST = 256 << 10;

  private static final long serialVersionUID = 1;

  private final TreeSet<String> names;
  private final long until;
  private final TreeSet<Written> kept = new TreeSet<>(new InOrder());
  private long bytes;
  private @Nullable Event floor;

  /**
   * A part of the question.
   *
   * @param names of the things, as the last part of their ARNs has them
   * @param until the last moment, in milliseconds since 1970 UTC
   */
  public ChangesOf(Collection<String> names, long until) {
    this.names = new TreeSet<>(names);
    this.until = until;
  }

  /** A change of a thing; without text where its record is too large. */
  private record Written(Event event, String thing, RecordText record) implements Serializable {}

  /** By time. */
  private static final class InOrder implements Comparator<Written>, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public int compare(Written a, Written b) {
      return Event.ORDER.compare(a.event, b.event);
    }
  }

  @Override
  public void add(Event event, RecordText record) {
    if (event.isFailed() || event.time() == Event.UNKNOWN_TIME || event.time() > until) {
      return;
    }
    Optional<ChangeTable.Row> row = ChangeTable.get().of(event.service(), event.name());
    if (row.isEmpty()) {
      return;
    }
    String thing =
        RecordTree.of(record.text()).map(tree -> last(tree.text(row.get().names()))).orElse("");
    if (names.contains(thing)) {
      boolean whole = record.length() <= LARGEST;
      RecordText text = whole ? record.kept() : RecordText.of("", record.file(), record.line());
      keep(new Written(event, row.get().kind() + " " + thing, text));
    }
  }

  private static String last(String told) {
    return told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf(':')) + 1);
  }

  /**
   * An event that is told in two files is kept once, by the file that comes first. What is no newer
   * than one that found no room finds none either, so that what is kept last of a thing is the
   * last.
   */
  private void keep(Written written) {
    if (isBelow(written)) {
      return;
    }
    Written lower = kept.floor(written);
    Written higher = kept.higher(written);
    if (lower != null && written.event.isDelivered(lower.event)) {
      return;
    }
    if (higher != null && written.event.isDelivered(higher.event)) {
      kept.remove(higher);
      bytes -= higher.record.length();
    }
    kept.add(written);
    bytes += written.record.length();
    while (kept.size() > MOST || bytes > MOST_BYTES) {
      raise(kept.first().event);
    }
  }

  private boolean isBelow(Written written) {
    return floor != null && Event.ACTIONS.compare(written.event, floor) <= 0;
  }

  /** Drops all that are no newer. */
  private void raise(Event to) {
    floor = to;
    while (!kept.isEmpty() && isBelow(kept.first())) {
      bytes -= kept.first().record.length();
      kept.pollFirst();
    }
  }

  @Override
  public void merge(ChangesOf other) {
    if (other.floor != null && (floor == null || Event.ACTIONS.compare(other.floor, floor) > 0)) {
      raise(other.floor);
    }
    other.kept.forEach(this::keep);
  }

  /**
   * The events, in the order of their time. Of a thing none that is older than one whose record is
   * too large, since what that one wrote is not known.
   */
  public List<TrailEvent> events() {
    Set<String> open = new HashSet<>();
    ArrayDeque<TrailEvent> events = new ArrayDeque<>();
    for (Written written : kept.descendingSet()) {
      Optional<TrailEvent> whole = written.record.whole();
      if (whole.isEmpty()) {
        open.add(written.thing);
      } else if (!open.contains(written.thing)) {
        events.addFirst(whole.get());
      }
    }
    return List.copyOf(events);
  }
}

package awsleuth.trail.ask;

import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The events of a request: those whose request id or event id it is. The earliest are kept, at most
 * {@link #MOST}; a record of more than a megabyte is not.
 */
public final class ById implements Fold<ById> {

  private static final long serialVersionUID = 1;

  /** How many events are kept. */
  public static final int MOST = 20;

  private static final int LARGEST = 1 << 20;

  private final String id;
  private final TreeSet<Match> matches = new TreeSet<>(new InOrder());
  private long count;

  /** Of a request id, or an event id. */
  public ById(String id) {
    this.id = id;
  }

  /**
   * An event and its record.
   *
   * @param record without text where it is too large
   */
  public record Match(Event event, RecordText record) implements Serializable {}

  /** By time. */
  static final class InOrder implements Comparator<Match>, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public int compare(Match a, Match b) {
      return Event.ORDER.compare(a.event, b.event);
    }
  }

  @Override
  public void add(Event event, RecordText record) {
    if (event.requestId().equals(id) || event.eventId().equals(id)) {
      count++;
      RecordText kept =
          record.length() > LARGEST
              ? RecordText.of("", record.file(), record.line())
              : record.kept();
      keep(new Match(event, kept));
    }
  }

  private void keep(Match match) {
    matches.add(match);
    if (matches.size() > MOST) {
      matches.pollLast();
    }
  }

  @Override
  public void merge(ById other) {
    count += other.count;
    other.matches.forEach(this::keep);
  }

  /** How many events there were. */
  public long count() {
    return count;
  }

  /** The earliest of them. */
  public List<Match> matches() {
    return List.copyOf(matches);
  }
}

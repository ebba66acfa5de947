package awsleuth.trail.ask;

import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The events of a request: those whose request id or event id it is. The earliest are kept, at most
 * {@link #MOST}; a record of more than a megabyte is not. Of several requests at once {@link
 * #MOST_OF_SOME} are kept, without records of more than 64 KB.
 */
public final class ById implements Fold<ById> {

  private static final long serialVersionUID = 1;

  /** How many events are kept. */
  public static final int MOST = 20;

  /** How many are kept of several ids. */
  public static final int MOST_OF_SOME = 200;

  private static final int LARGEST = 1 << 20;
  private static final int LARGEST_OF_SOME = 64 << 10;

  private final Set<String> ids;
  private final int most;
  private final int largest;
  private final TreeSet<Match> matches = new TreeSet<>(new InOrder());
  private long count;

  /** Of a request id, or an event id. */
  public ById(String id) {
    this(Set.of(id), MOST, LARGEST);
  }

  private ById(Set<String> ids, int most, int largest) {
    this.ids = Set.copyOf(ids);
    this.most = most;
    this.largest = largest;
  }

  /** Of any of some request ids, or event ids. */
  public static ById some(Set<String> ids) {
    return new ById(ids, MOST_OF_SOME, LARGEST_OF_SOME);
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
    if (ids.contains(event.requestId()) || ids.contains(event.eventId())) {
      count++;
      RecordText kept =
          record.length() > largest
              ? RecordText.of("", record.file(), record.line())
              : record.kept();
      keep(new Match(event, kept));
    }
  }

  private void keep(Match match) {
    keep(match, matches);
    if (matches.size() > most) {
      matches.pollLast();
    }
  }

  /**
   * Keeps an event among others; one that two trails deliver once, by the file that comes first.
   *
   * @return how many characters more are kept
   */
  static long keep(Match match, NavigableSet<Match> among) {
    Match lower = among.floor(match);
    Match higher = among.higher(match);
    if (lower != null && (lower.equals(match) || match.event.isDelivered(lower.event))) {
      return 0;
    }
    long more = match.record.length();
    if (higher != null && match.event.isDelivered(higher.event)) {
      among.remove(higher);
      more -= higher.record.length();
    }
    among.add(match);
    return more;
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

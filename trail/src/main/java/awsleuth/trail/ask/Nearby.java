package awsleuth.trail.ask;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.NewPrincipal;
import awsleuth.trail.Calls;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import awsleuth.trail.change.EveryChange;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was near some failed calls: the changes from moments before them on, and the first of the
 * same calls that succeeded soon after, by which it is seen whether IAM had not caught up with a
 * change.
 */
public final class Nearby implements Fold<Nearby> {

  /** So long after a failure the same call may succeed. */
  public static final long AFTER = 600_000;

  /** So long before a failure a change may be that IAM had not caught up with. */
  public static final long BEFORE = NewPrincipal.BEFORE.toMillis();

  /** So many failed calls are looked around. */
  public static final int MOST = 200;

  private static final long serialVersionUID = 1;
  private static final int LARGEST = 64 << 10;
  private static final int MOST_SUCCESSES = 4;
  private static final int MOST_CHANGES = 2000;
  private static final long ROOM = 8L << 20;

  private final List<One> calls = new ArrayList<>();
  private final TreeSet<ById.Match> changes = new TreeSet<>(new ById.InOrder());
  private long bytes;
  private boolean over;
  private transient @Nullable Map<RecordText, Optional<TrailEvent>> read;

  /** A failed call, and the first of the same that succeeded. */
  private static final class One implements Serializable {

    private static final long serialVersionUID = 1;

    private final Event failed;
    private final TreeSet<ById.Match> successes = new TreeSet<>(new ById.InOrder());

    private One(Event failed) {
      this.failed = failed;
    }

    private boolean isAround(Event event) {
      return event.time() >= failed.time() - BEFORE && event.time() <= failed.time() + AFTER;
    }

    private boolean isJustAfter(Event event) {
      return event.time() >= failed.time() - BEFORE && event.time() <= failed.time();
    }

    private void add(ById.Match match) {
      ById.keep(match, successes);
      if (successes.size() > MOST_SUCCESSES) {
        successes.pollLast();
      }
    }
  }

  /**
   * Of some failed calls.
   *
   * @param failed the first of each group; no more than {@link #MOST} count
   */
  public Nearby(List<Event> failed) {
    failed.stream().filter(Nearby::mayBe).limit(MOST).forEach(e -> calls.add(new One(e)));
  }

  /** Whether a failure may be one for which IAM had not caught up with a change. */
  public static boolean mayBe(Event failed) {
    boolean denied =
        CodeFamily.of(failed.code()) == CodeFamily.DENIED
            && !failed.message().contains("explicit deny");
    return failed.time() != Event.UNKNOWN_TIME
        && (denied || NewPrincipal.mayBeWhy(failed.code(), failed.message()));
  }

  /** The times of all that counts. */
  public static Filter times(List<Event> failed) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Event e : failed) {
      from = mayBe(e) ? Math.min(from, e.time() - BEFORE) : from;
      to = mayBe(e) ? Math.max(to, e.time() + AFTER + 1) : to;
    }
    return Filter.ALL.between(from, to);
  }

  @Override
  public void add(Event event, RecordText record) {
    if (event.isFailed() || event.time() == Event.UNKNOWN_TIME) {
      return;
    }
    if (isChange(event) && calls.stream().anyMatch(c -> c.isAround(event))) {
      keep(new ById.Match(event, record.length() > LARGEST ? cut(record) : record.kept()));
    }
    for (One call : calls) {
      long since = event.time() - call.failed.time();
      if (since >= 0 && since <= AFTER && Calls.of(event).equals(Calls.of(call.failed))) {
        call.add(new ById.Match(event, record.length() > LARGEST ? cut(record) : record.kept()));
      }
    }
  }

  private static RecordText cut(RecordText record) {
    return RecordText.of("", record.file(), record.line());
  }

  private static boolean isChange(Event event) {
    return EveryChange.is(event) || NewPrincipal.isMade(event.source(), event.name());
  }

  private void keep(ById.Match change) {
    if (!over) {
      bytes += ById.keep(change, changes);
      over = changes.size() > MOST_CHANGES || bytes > ROOM;
    }
    if (over) {
      changes.clear();
    }
  }

  @Override
  public void merge(Nearby other) {
    over |= other.over;
    other.changes.forEach(this::keep);
    if (over) {
      changes.clear();
    }
    for (int i = 0; i < calls.size(); i++) {
      other.calls.get(i).successes.forEach(calls.get(i)::add);
    }
  }

  /**
   * What was near a failed call, in the order of time. Nothing where IAM was not changed moments
   * before, whatever else was; and where there were too many changes, or one whose record is too
   * large: then it is not known what lies between.
   */
  public List<TrailEvent> of(Event failed) {
    return read(matches(failed));
  }

  /** What was near any of some failed calls, likewise. */
  public List<TrailEvent> ofAny(List<Event> failed) {
    TreeSet<ById.Match> all = new TreeSet<>(new ById.InOrder());
    failed.forEach(call -> all.addAll(matches(call)));
    return read(all);
  }

  /** Each is read once: the same changes are near many calls. */
  private List<TrailEvent> read(SortedSet<ById.Match> matches) {
    Map<RecordText, Optional<TrailEvent>> known = read == null ? new IdentityHashMap<>() : read;
    read = known;
    return matches.stream()
        .flatMap(m -> known.computeIfAbsent(m.record(), RecordText::whole).stream())
        .toList();
  }

  private SortedSet<ById.Match> matches(Event failed) {
    Optional<One> one = calls.stream().filter(c -> c.failed.equals(failed)).findFirst();
    if (one.isEmpty() || over) {
      return new TreeSet<>(new ById.InOrder());
    }
    if (changes.stream()
        .noneMatch(m -> IamChanges.isOne(m.event()) && one.get().isJustAfter(m.event()))) {
      return new TreeSet<>(new ById.InOrder());
    }
    TreeSet<ById.Match> near = new TreeSet<>(new ById.InOrder());
    changes.stream().filter(m -> one.get().isAround(m.event())).forEach(near::add);
    boolean known = near.stream().allMatch(m -> m.record().length() > 0);
    near.addAll(one.get().successes);
    return known ? near : new TreeSet<>(new ById.InOrder());
  }
}

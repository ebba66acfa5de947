package awsleuth.trail.ask;

import awsleuth.trail.Calls;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What failed, for whom, how often and since when: failed calls by service, operation, principal,
 * code and reason, beside the calls of the same service, operation and principal. No more than
 * {@link #MOST_GROUPS} groups are kept, and no more than {@link #MOST_CHARACTERS} characters of
 * their names: where there are more, the finest distinction is given up for all, step by step.
 * Records are kept of the groups' first failures where there are no more than {@link
 * #MOST_RECORDS}.
 */
public final class Failures implements Fold<Failures> {

  private static final long serialVersionUID = 1;

  /** The most groups of calls and of failed calls, together. */
  public static final int MOST_GROUPS = 50_000;

  /** The most groups of failed calls of which a record is kept. */
  public static final int MOST_RECORDS = 4096;

  /** How many characters the names of all groups have together at most. */
  static final long MOST_CHARACTERS = 16L << 20;

  private final List<String> codes;
  private final int mostGroups;
  private Coarseness coarseness = Coarseness.NOTHING;
  private boolean records = true;
  private Map<Calls, long[]> calls = new HashMap<>();
  private Map<FailureKey, GroupTally> failures = new HashMap<>();
  private final NewPrincipals made = new NewPrincipals();
  private long failed;
  private long characters;

  /**
   * Of events none of which was seen yet.
   *
   * @param codes the error codes that are asked about, as {@link Filter} has them; empty for all
   */
  public Failures(List<String> codes) {
    this(codes, MOST_GROUPS);
  }

  Failures(List<String> codes, int mostGroups) {
    this.codes = List.copyOf(codes);
    this.mostGroups = mostGroups;
  }

  @Override
  public void add(Event event, RecordText record) {
    Calls key = coarse(Calls.of(event));
    calls.computeIfAbsent(key, this::counted)[0]++;
    made.add(event, record);
    if (event.isFailed() && Filter.keepsCode(codes, event.code())) {
      failed++;
      FailureKey failure =
          new FailureKey(
              key.source(), key.name(), key.principal(), event.code(), Reason.of(event.message()));
      failures
          .computeIfAbsent(
              coarseness == Coarseness.NOTHING ? failure : coarseness.of(failure), this::tallied)
          .add(event, record, records);
    }
    bound();
  }

  private Calls coarse(Calls key) {
    return coarseness == Coarseness.NOTHING ? key : coarseness.of(key);
  }

  @Override
  public void merge(Failures other) {
    while (coarseness.compareTo(other.coarseness) < 0) {
      coarsen();
    }
    while (other.coarseness.compareTo(coarseness) < 0) {
      other.coarsen();
    }
    other.calls.forEach((k, n) -> calls.computeIfAbsent(k, this::counted)[0] += n[0]);
    other.failures.forEach(this::put);
    failed += other.failed;
    made.merge(other.made);
    if (!other.records) {
      dropRecords();
    }
    bound();
  }

  private long[] counted(Calls key) {
    characters += key.length();
    return new long[1];
  }

  private GroupTally tallied(FailureKey key) {
    characters += key.length();
    return new GroupTally();
  }

  private void put(FailureKey key, GroupTally tally) {
    if (failures.merge(key, tally, Failures::both) == tally) {
      characters += key.length();
    }
  }

  private static GroupTally both(GroupTally mine, GroupTally its) {
    mine.merge(its);
    return mine;
  }

  private void bound() {
    if (records && failures.size() > MOST_RECORDS) {
      dropRecords();
    }
    while (isTooMuch() && coarseness != Coarseness.CODES) {
      coarsen();
    }
  }

  private boolean isTooMuch() {
    return calls.size() + failures.size() > mostGroups || characters > MOST_CHARACTERS;
  }

  private void dropRecords() {
    records = false;
    failures.values().forEach(GroupTally::shorten);
  }

  private void coarsen() {
    dropRecords();
    coarseness = coarseness.next();
    Map<Calls, long[]> finerCalls = calls;
    Map<FailureKey, GroupTally> finer = failures;
    calls = new HashMap<>();
    failures = new HashMap<>();
    characters = 0;
    finerCalls.forEach((k, n) -> calls.computeIfAbsent(coarseness.of(k), this::counted)[0] += n[0]);
    finer.forEach((k, t) -> put(coarseness.of(k), t));
  }

  /** How many calls failed, of those that are asked about. */
  public long failed() {
    return failed;
  }

  /** How many calls there were. */
  public long calls() {
    return calls.values().stream().mapToLong(n -> n[0]).sum();
  }

  /** What could not be told apart, since there were too many groups. */
  public Coarseness coarseness() {
    return coarseness;
  }

  /** How many groups there are. */
  public int groups() {
    return failures.size();
  }

  /** The records of roles, users and instance profiles made moments before a group's first call. */
  public List<RecordText> madeBefore(FailureGroup group) {
    return made.before(group.event());
  }

  /** The largest groups, at most so many, the largest first. */
  public List<FailureGroup> largest(int most) {
    Comparator<Map.Entry<FailureKey, GroupTally>> bySize =
        Comparator.comparingLong(e -> -e.getValue().count);
    return failures.entrySet().stream()
        .sorted(bySize.thenComparing(Map.Entry::getKey, FailureKey.ORDER))
        .limit(most)
        .map(e -> group(e.getKey(), e.getValue()))
        .toList();
  }

  /** A log tells of the failed calls alone, without times and ids of events. */
  private static boolean isOfLog(Event event) {
    return event.eventId().isEmpty() && event.time() == Event.UNKNOWN_TIME;
  }

  private FailureGroup group(FailureKey key, GroupTally tally) {
    long all = calls.getOrDefault(key.calls(), new long[1])[0];
    Event event = tally.event;
    if (event == null) {
      throw new IllegalStateException("a group has a first event");
    }
    return new FailureGroup(
        key.source(),
        key.name(),
        key.principal(),
        key.code(),
        key.why(),
        tally.count,
        isOfLog(event) ? OptionalLong.empty() : OptionalLong.of(all),
        tally.undated == tally.count ? OptionalLong.empty() : OptionalLong.of(tally.first),
        tally.undated == tally.count ? OptionalLong.empty() : OptionalLong.of(tally.last),
        List.copyOf(tally.samples),
        event,
        java.util.Optional.ofNullable(tally.record),
        tally.isAlike());
  }
}

package awsleuth.trail.ask;

import awsleuth.trail.Calls;
import awsleuth.trail.Deliveries;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What failed, for whom, how often and since when: failed calls by service, operation, principal,
 * code and reason, beside the calls of the same service, operation and principal. No more than
 * {@link #MOST_GROUPS} groups are kept, and no more than {@link #MOST_CHARACTERS} characters of
 * their names: where there are more, the finest distinction is given up for all, step by step.
 * Records are kept of the groups' first failures where there are no more than {@link
 * #MOST_RECORDS}. An event that two trails deliver and an action that two accounts are told of
 * count once where there are no more than {@link #MOST_ONCE} events; else as often as they stand,
 * and it is told which share stands again.
 */
public final class Failures implements Fold<Failures> {

  private static final long serialVersionUID = 1;

  /** The most groups of calls and of failed calls, together. */
  public static final int MOST_GROUPS = 50_000;

  /** The most groups of failed calls of which a record is kept. */
  public static final int MOST_RECORDS = 4096;

  /** The most events of which each counts once. */
  public static final int MOST_ONCE = Deliveries.MOST;

  /** How many characters the names of all groups have together at most. */
  static final long MOST_CHARACTERS = 16L << 20;

  private final List<String> codes;
  private final int mostGroups;
  private Coarseness coarseness = Coarseness.NOTHING;
  private boolean records = true;
  private Map<Calls, CallTally> calls = new HashMap<>();
  private Map<FailureKey, GroupTally> failures = new HashMap<>();
  private final NewPrincipals made = new NewPrincipals();
  private final IamChanges iam = new IamChanges();
  private final Deliveries<Kind> deliveries;
  private long failed;
  private long repeated;
  private long repeatedFailed;
  private long characters;

  /** What an event counts as. */
  private record Kind(Calls calls, @Nullable FailureKey failure) implements Serializable {}

  /**
   * Of events none of which was seen yet.
   *
   * @param codes the error codes that are asked about, as {@link Filter} has them; empty for all
   */
  public Failures(List<String> codes) {
    this(codes, MOST_GROUPS, MOST_ONCE);
  }

  Failures(List<String> codes, int mostGroups, int mostOnce) {
    this.codes = List.copyOf(codes);
    this.mostGroups = mostGroups;
    deliveries = new Deliveries<>(mostOnce);
  }

  @Override
  public void add(Event event, RecordText record) {
    Calls key = coarse(Calls.of(event));
    CallTally call = calls.computeIfAbsent(key, this::counted);
    call.count++;
    made.add(event, record);
    iam.add(event, record);
    if (event.isFailed() && Filter.keepsCode(codes, event.code())) {
      failed++;
      FailureKey failure =
          new FailureKey(
              key.source(), key.name(), key.principal(), event.code(), Reason.of(event.message()));
      FailureKey group = coarseness == Coarseness.NOTHING ? failure : coarseness.of(failure);
      GroupTally tally = failures.computeIfAbsent(group, this::tallied);
      tally.add(event, record, records);
      deliveries.note(event, kind(tally, key, group), this::again);
    } else {
      deliveries.note(event, kind(call, key), this::again);
    }
    bound();
  }

  private int kind(CallTally call, Calls key) {
    if (call.kind == Deliveries.NONE && deliveries.isExact()) {
      call.kind = deliveries.kind(new Kind(key, null));
    }
    return call.kind;
  }

  private int kind(GroupTally tally, Calls key, FailureKey group) {
    if (tally.kind == Deliveries.NONE && deliveries.isExact()) {
      tally.kind = deliveries.kind(new Kind(key, group));
    }
    return tally.kind;
  }

  /** An event of that kind is there once more. */
  private void again(@Nullable Kind kind, long time) {
    if (kind == null) {
      return;
    }
    calls.computeIfAbsent(kind.calls, this::counted).repeated++;
    repeated++;
    if (kind.failure != null) {
      failures.computeIfAbsent(kind.failure, this::tallied).repeated++;
      repeatedFailed++;
    }
  }

  private Kind coarse(Kind kind) {
    return new Kind(
        coarseness.of(kind.calls), kind.failure == null ? null : coarseness.of(kind.failure));
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
    other.calls.forEach((k, n) -> calls.computeIfAbsent(k, this::counted).add(n));
    other.failures.forEach((key, tally) -> put(key, tally.ofNoKind()));
    failed += other.failed;
    repeated += other.repeated;
    repeatedFailed += other.repeatedFailed;
    deliveries.merge(other.deliveries, this::here, this::again);
    made.merge(other.made);
    iam.merge(other.iam);
    if (!other.records) {
      dropRecords();
    }
    bound();
  }

  private int here(Kind its) {
    return its.failure == null
        ? kind(calls.computeIfAbsent(its.calls, this::counted), its.calls)
        : kind(failures.computeIfAbsent(its.failure, this::tallied), its.calls, its.failure);
  }

  private CallTally counted(Calls key) {
    characters += key.length();
    return new CallTally();
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
    Map<Calls, CallTally> finerCalls = calls;
    Map<FailureKey, GroupTally> finer = failures;
    calls = new HashMap<>();
    failures = new HashMap<>();
    characters = 0;
    finerCalls.forEach((k, n) -> calls.computeIfAbsent(coarseness.of(k), this::counted).add(n));
    finer.forEach((k, t) -> put(coarseness.of(k), t.ofNoKind()));
    deliveries.replaceKinds(this::coarse);
  }

  /** How many calls failed, of those that are asked about. */
  public long failed() {
    return failed - (isOnce() ? repeatedFailed : 0);
  }

  /** Whether an event that two trails deliver counts once; else as often as it stands. */
  public boolean isOnce() {
    return deliveries.isExact();
  }

  /** How many events stood there before, where each counts once. */
  public long repeated() {
    return isOnce() ? repeated : 0;
  }

  /** Which share of the events stands there again, about. */
  public double repeatedShare() {
    return deliveries.repeatedShare();
  }

  /** How many calls there were. */
  public long calls() {
    return calls.values().stream().mapToLong(n -> n.count).sum() - repeated();
  }

  /** What could not be told apart, since there were too many groups. */
  public Coarseness coarseness() {
    return coarseness;
  }

  /** How many groups there are. */
  public int groups() {
    return (int) failures.values().stream().filter(t -> count(t) > 0).count();
  }

  /** When IAM was changed, as far as the events asked about tell. */
  public IamChanges iam() {
    return iam;
  }

  /** The records of roles, users and instance profiles made moments before a group's first call. */
  public List<RecordText> madeBefore(FailureGroup group) {
    return made.before(group.event());
  }

  /** The largest groups, at most so many, the largest first. */
  public List<FailureGroup> largest(int most) {
    Comparator<Map.Entry<FailureKey, GroupTally>> bySize =
        Comparator.comparingLong(e -> -count(e.getValue()));
    return failures.entrySet().stream()
        .filter(e -> count(e.getValue()) > 0)
        .sorted(bySize.thenComparing(Map.Entry::getKey, FailureKey.ORDER))
        .limit(most)
        .map(e -> group(e.getKey(), e.getValue()))
        .toList();
  }

  private long count(GroupTally tally) {
    return tally.count - (isOnce() ? tally.repeated : 0);
  }

  private FailureGroup group(FailureKey key, GroupTally tally) {
    CallTally call = calls.getOrDefault(key.calls(), new CallTally());
    long all = call.count(isOnce());
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
        count(tally),
        event.isOfLog() ? OptionalLong.empty() : OptionalLong.of(all),
        tally.undated == tally.count ? OptionalLong.empty() : OptionalLong.of(tally.first),
        tally.undated == tally.count ? OptionalLong.empty() : OptionalLong.of(tally.last),
        List.copyOf(tally.samples),
        event,
        java.util.Optional.ofNullable(tally.record),
        tally.isAlike());
  }
}

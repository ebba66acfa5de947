package awsleuth.trail.incident;

import awsleuth.trail.Calls;
import awsleuth.trail.Deliveries;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second pass: the events of the failures that are looked into, and who else called at the
 * time.
 */
final class Samples implements Fold<Samples> {

  private static final long serialVersionUID = 1;

  /** How many characters the callers have by which deliveries are told apart, at most. */
  private static final long MOST_CHARACTERS = 16L << 20;

  private final Filter calls;
  private final boolean everything;
  private final List<Sample> samples = new ArrayList<>();
  private final Map<Calls, List<Sample>> byCalls = new HashMap<>();
  private final List<Crowd> crowds = new ArrayList<>();
  private final Map<String, List<Crowd>> bySource = new HashMap<>();

  /** Of the calls that crowds count, each of those of its own account. */
  private final Deliveries<Called> deliveries = Deliveries.inEachAccount();

  private final Map<Called, Integer> kinds = new HashMap<>();
  private long characters;

  /**
   * What a call counts as.
   *
   * @param source the service
   * @param caller who calls what
   */
  private record Called(String source, Caller caller) implements Serializable {}

  Samples(List<Target> targets) {
    this(targets, Filter.ALL);
  }

  /**
   * Likewise.
   *
   * @param calls which failures are taken
   */
  Samples(List<Target> targets, Filter calls) {
    this.calls = calls;
    this.everything = calls.equals(Filter.ALL);
    List<Target> throttled =
        targets.stream()
            .filter(t -> Throttling.isCode(t.group().code()))
            .sorted(Target.WEIGHT)
            .toList();
    Set<Target> wide =
        Set.copyOf(throttled.subList(0, Math.min(Crowd.MOST_WIDE, throttled.size())));
    for (Target target : targets) {
      Sample sample = new Sample(target, targets.size());
      samples.add(sample);
      byCalls.computeIfAbsent(target.group().calls(), k -> new ArrayList<>()).add(sample);
      if (Throttling.isCode(target.group().code())) {
        Crowd crowd = new Crowd(target, throttled.size(), wide.contains(target));
        crowds.add(crowd);
        bySource
            .computeIfAbsent(target.group().calls().source(), k -> new ArrayList<>())
            .add(crowd);
      }
    }
  }

  @Override
  public void add(Event event, RecordText record) {
    if (event.time() == Event.UNKNOWN_TIME) {
      return;
    }
    if (DeletedObject.is(event)) {
      samples.forEach(s -> s.addDeletion(event, record));
    }
    List<Sample> same = byCalls.get(Calls.of(event));
    if (same != null && (everything || !event.isFailed() || calls.keeps(event))) {
      same.forEach(s -> s.add(event, record));
    }
    List<Crowd> crowd = bySource.get(event.source());
    if (crowd != null && crowd.stream().anyMatch(c -> c.counts(event))) {
      Caller caller = Caller.of(event, record);
      crowd.forEach(c -> c.add(event, caller));
      deliveries.note(event, kind(new Called(event.source(), caller)), this::again);
    }
  }

  private int kind(Called called) {
    if (!deliveries.isExact()) {
      return Deliveries.NONE;
    }
    Integer known = kinds.get(called);
    if (known != null) {
      return known;
    }
    characters += called.caller().length();
    int kind = deliveries.kind(called);
    kinds.put(called, kind);
    if (characters > MOST_CHARACTERS) {
      deliveries.giveUp();
      kinds.clear();
    }
    return kind;
  }

  private void again(@Nullable Called called, long time) {
    if (called != null) {
      bySource
          .getOrDefault(called.source(), List.of())
          .forEach(c -> c.again(called.caller(), time));
    }
  }

  /** What those who share the rate of a target's throttled call used of it meanwhile. */
  List<Crowd.Use> uses(Target target, Caller throttled) {
    return crowd(target).uses(throttled, deliveries.isExact());
  }

  @Override
  public void merge(Samples other) {
    for (int i = 0; i < samples.size(); i++) {
      samples.get(i).merge(other.samples.get(i));
    }
    for (int i = 0; i < crowds.size(); i++) {
      crowds.get(i).merge(other.crowds.get(i));
    }
    deliveries.merge(other.deliveries, this::kind, this::again);
  }

  List<Sample> all() {
    return samples;
  }

  /** Whether callers or seconds were left out for want of room. */
  boolean isOver() {
    return crowds.stream().anyMatch(Crowd::isOver);
  }

  /** Who called the service while a target's calls were throttled. */
  Crowd crowd(Target target) {
    return crowds.stream()
        .filter(c -> c.target().equals(target))
        .findFirst()
        .orElseGet(() -> new Crowd(target));
  }
}

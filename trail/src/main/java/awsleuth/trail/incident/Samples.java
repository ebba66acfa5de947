package awsleuth.trail.incident;

import awsleuth.trail.Calls;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The second pass: the events of the failures that are looked into, and who else called at the
 * time.
 */
final class Samples implements Fold<Samples> {

  private static final long serialVersionUID = 1;

  private final Filter calls;
  private final boolean everything;
  private final List<Sample> samples = new ArrayList<>();
  private final Map<Calls, List<Sample>> byCalls = new HashMap<>();
  private final List<Crowd> crowds = new ArrayList<>();
  private final Map<String, List<Crowd>> bySource = new HashMap<>();

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
    int throttled = (int) targets.stream().filter(t -> Throttling.isCode(t.group().code())).count();
    for (Target target : targets) {
      Sample sample = new Sample(target, targets.size());
      samples.add(sample);
      byCalls.computeIfAbsent(target.group().calls(), k -> new ArrayList<>()).add(sample);
      if (Throttling.isCode(target.group().code())) {
        Crowd crowd = new Crowd(target, throttled);
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
    List<Sample> same = byCalls.get(Calls.of(event));
    if (same != null && (everything || !event.isFailed() || calls.keeps(event))) {
      same.forEach(s -> s.add(event, record));
    }
    List<Crowd> crowd = bySource.get(event.source());
    if (crowd != null) {
      crowd.forEach(c -> c.add(event));
    }
  }

  @Override
  public void merge(Samples other) {
    for (int i = 0; i < samples.size(); i++) {
      samples.get(i).merge(other.samples.get(i));
    }
    for (int i = 0; i < crowds.size(); i++) {
      crowds.get(i).merge(other.crowds.get(i));
    }
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
        .orElseGet(() -> new Crowd(target, 1));
  }
}

package awsleuth.trail.incident;

import awsleuth.core.read.Readers;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into one group of failures after another. */
final class Inquiry {

  private static final int MOST_SUSPECTS = 5;

  private final List<Change> changes;
  private final History history;
  private final Samples samples;
  private final long window;

  Inquiry(List<Change> changes, Samples samples, long window) {
    this.changes = changes;
    this.history = new History(changes);
    this.samples = samples;
    this.window = window;
  }

  /** Empty where there is nothing to tell. */
  Optional<Incident> look(Sample sample) {
    Optional<Refused> typical = typical(sample);
    if (typical.isEmpty()) {
      return sample.target().isToldAnyhow() ? Optional.of(bare(sample.target())) : Optional.empty();
    }
    Refused call = typical.get();
    Before before = Before.of(sample, call);
    Touches touches = new Touches(call, changes, attachedSince(call, before));
    Optional<Cause> delay = Delay.of(sample, call, touches, changes);
    if (delay.isPresent()) {
      return Optional.of(incident(sample, call, before, delay.get(), List.of(), Others.NONE, 0));
    }
    if (sample.target().why() == Target.Why.FIRST_CALLS) {
      return Optional.empty();
    }
    if (Throttling.isCode(sample.target().group().code())) {
      Optional<Cause> storm = Storms.of(samples.crowd(sample.target()), call);
      if (storm.isPresent()) {
        return Optional.of(incident(sample, call, before, storm.get(), List.of(), Others.NONE, 0));
      }
    }
    Incident changed = changed(sample, call, before, touches);
    return sample.target().isToldAnyhow() || !changed.suspects().isEmpty()
        ? Optional.of(changed)
        : Optional.empty();
  }

  /** Since when what is attached counts: within the window, and after the last success. */
  private long attachedSince(Refused call, Before before) {
    long success =
        before
            .last()
            .filter(s -> before.sure())
            .map(s -> s.event().time() - Judge.HOLDS_WITHIN)
            .orElse(Long.MIN_VALUE);
    return Math.max(call.time() - window, success);
  }

  private Incident changed(Sample sample, Refused call, Before before, Touches touches) {
    Map<Change, Touch> near = new LinkedHashMap<>();
    long unrelated = 0;
    for (Change c : changes) {
      long time = c.event().time();
      if (time <= call.time() && time >= call.time() - window) {
        Optional<Touch> touch = touches.of(c);
        touch.ifPresent(t -> near.put(c, t));
        unrelated += touch.isPresent() ? 0 : 1;
      }
    }
    Judge judge = new Judge(call, before, history, List.copyOf(near.keySet()));
    List<Suspect> all = new ArrayList<>();
    near.forEach((c, t) -> all.add(judge.judge(c, t)));
    all.sort(Suspect.ORDER);
    List<Suspect> kept =
        all.stream()
            .filter(s -> s.certainty().compareTo(Certainty.POSSIBLE) <= 0)
            .limit(MOST_SUSPECTS)
            .toList();
    Cause cause =
        kept.isEmpty() || kept.getFirst().certainty() != Certainty.CONFIRMED
            ? new Cause.Unknown()
            : new Cause.Changed(kept.getFirst());
    return incident(sample, call, before, cause, kept, Others.of(all, kept), unrelated);
  }

  /** The first of the failures that most are like. */
  private static Optional<Refused> typical(Sample sample) {
    Map<String, List<Refused>> alike = new LinkedHashMap<>();
    for (Sampled s : sample.failed()) {
      Refused.of(s)
          .ifPresent(r -> alike.computeIfAbsent(r.likeness(), k -> new ArrayList<>()).add(r));
    }
    List<Refused> most = List.of();
    for (List<Refused> some : alike.values()) {
      most = some.size() > most.size() ? some : most;
    }
    return most.stream().findFirst();
  }

  private static Incident bare(Target target) {
    return new Incident(
        List.of(target),
        Optional.empty(),
        "",
        Optional.empty(),
        new Cause.Unknown(),
        List.of(),
        Others.NONE,
        0);
  }

  private static Incident incident(
      Sample sample,
      Refused call,
      Before before,
      Cause cause,
      List<Suspect> suspects,
      Others others,
      long unrelated) {
    Optional<Event> last = before.last().map(Sampled::event);
    return new Incident(
        List.of(sample.target()),
        Optional.of(call.sampled().event()),
        Readers.harmless(call.sampled().event().message()),
        last,
        cause,
        suspects,
        others,
        unrelated);
  }
}

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
  private final List<Change> timed;
  private final Samples samples;
  private final Scope question;
  private final boolean dropped;
  private long longest;

  /**
   * Of an archive.
   *
   * @param dropped whether there are older changes that were not kept
   */
  Inquiry(List<Change> changes, boolean dropped, Samples samples, Scope question) {
    this.changes = changes;
    this.dropped = dropped;
    this.history = new History(changes);
    this.timed = RanOut.timed(changes);
    this.samples = samples;
    this.question = question;
    this.longest = question.window();
  }

  /** How long before a first failure changes were looked for at most, in milliseconds. */
  long longest() {
    return longest;
  }

  /** Empty where there is nothing to tell. */
  Optional<Incident> look(Sample sample) {
    Optional<Refused> typical = typical(sample);
    if (typical.isEmpty()) {
      return sample.target().isToldAnyhow() ? Optional.of(bare(sample)) : Optional.empty();
    }
    Refused call = typical.get();
    Before before = Before.of(sample, call);
    Touches touches = new Touches(call, changes, attachedSince(call, before));
    Optional<Cause> delay = Delay.of(sample, call, touches, changes, history);
    if (delay.isPresent()) {
      return Optional.of(incident(sample, call, before, delay.get(), List.of(), Others.NONE, 0));
    }
    if (sample.target().why() == Target.Why.FIRST_CALLS) {
      return Optional.empty();
    }
    Optional<Cause.Storm> storm = storm(sample.target(), call);
    if (sample.target().why() == Target.Why.THROTTLED) {
      return storm
          .filter(s -> !s.isSteady())
          .map(s -> incident(sample, call, before, s, List.of(), Others.NONE, 0));
    }
    if (storm.filter(Cause.Storm::isCertain).isPresent()) {
      return Optional.of(incident(sample, call, before, storm.get(), List.of(), Others.NONE, 0));
    }
    Incident changed = changed(sample, call, before, touches);
    if (storm.isPresent() && changed.cause() instanceof Cause.Unknown) {
      return Optional.of(changed.by(storm.get()));
    }
    return sample.target().isToldAnyhow() || !changed.suspects().isEmpty()
        ? Optional.of(changed)
        : Optional.empty();
  }

  /** Who used up the rate that a call is over, for certain or else as it may be. */
  private Optional<Cause.Storm> storm(Target target, Refused call) {
    Event first = call.sampled().event();
    if (!Throttling.isRate(first)) {
      return Optional.empty();
    }
    Caller throttled = Caller.of(first, call.sampled().record());
    Storms storms = new Storms(first, throttled.resource(), samples.uses(target, throttled));
    Crowd crowd = samples.crowd(target);
    String agent = crowd.ownAgent();
    return storms
        .of(agent)
        .or(storms::ofAnotherOperation)
        .or(() -> crowd.isWide() ? storms.alone(agent) : Optional.empty());
  }

  /** Since when what is attached counts: where changes are looked for, after the last success. */
  private long attachedSince(Refused call, Before before) {
    long success =
        before
            .last()
            .filter(s -> before.sure())
            .map(s -> s.event().time() - Judge.HOLDS_WITHIN)
            .orElse(Long.MIN_VALUE);
    return Math.max(from(call, before), success);
  }

  /** Since when changes are looked for. */
  private long from(Refused call, Before before) {
    long usual = call.time() - question.window();
    return question.fixed()
        ? usual
        : known(before)
            .last()
            .map(s -> Math.min(usual, s.event().time() - Judge.HOLDS_WITHIN))
            .orElse(usual);
  }

  /** The successes of the same call, else those on other objects too. */
  private static Before known(Before before) {
    return before.last().isPresent() ? before : before.and(_ -> true);
  }

  private Incident changed(Sample sample, Refused call, Before before, Touches touches) {
    List<Near> near = new ArrayList<>();
    Standing standing = new Standing(call, touches, history);
    OtherWay way =
        new OtherWay(call, before, before.elsewhere().flatMap(s -> standing.wants(changes, s)));
    long from = from(call, before);
    longest = Math.max(longest, call.time() - from);
    List<Change> within = changes.subList(firstFrom(from), firstFrom(call.time() + 1));
    for (Change c : within) {
      touches.of(c).or(() -> way.touch(c)).ifPresent(t -> near.add(new Near(c, t)));
    }
    Around around =
        new Around(
            near.stream().map(Near::change).toList(),
            from,
            changes.subList(0, firstFrom(from)),
            c -> touches.of(c).isPresent(),
            dropped);
    Judge judge = new Judge(call, before, sample.before(), way, history, around, touches);
    Said said = new Said(call, history);
    near.sort(Near.NEAREST);
    List<Near> judged = Shortlist.of(near, said::names);
    List<Suspect> all = new ArrayList<>();
    RolledBack rolledBack =
        judge.rolledBack(later(sample.target(), call, touches, said), last(sample.target()));
    judged.forEach(n -> all.add(rolledBack.of(judge.judge(n.change(), n.touch()))));
    new DeletedObject(sample, call, before).suspect().ifPresent(all::add);
    all.sort(Suspect.ORDER);
    if (timed.stream().anyMatch(c -> touches.of(c).isPresent())) {
      new RanOut(call, before, touches, history)
          .suspect(standing.held(changes).values())
          .ifPresent(s -> first(s, all));
    }
    new Aged(call, touches)
        .suspect(changes)
        .filter(s -> all.isEmpty() || all.getFirst().certainty() != Certainty.CONFIRMED)
        .ifPresent(s -> first(s, all));
    List<Suspect> kept =
        all.stream()
            .filter(s -> s.certainty().compareTo(Certainty.POSSIBLE) <= 0)
            .limit(MOST_SUSPECTS)
            .map(judge::whole)
            .toList();
    Cause cause =
        kept.isEmpty() || kept.getFirst().certainty() != Certainty.CONFIRMED
            ? new Cause.Unknown()
            : new Cause.Changed(kept.getFirst());
    return incident(
        sample,
        call,
        before,
        cause,
        kept,
        Others.of(all, kept).and(near.size() - judged.size(), isWhole(from, before, around)),
        within.size() - near.size());
  }

  /** Puts one before those that are no surer, in place of what was found of the same change. */
  private static void first(Suspect one, List<Suspect> all) {
    all.removeIf(other -> other.change().equals(one.change()));
    long surer = all.stream().filter(s -> s.certainty().compareTo(one.certainty()) < 0).count();
    all.add((int) surer, one);
  }

  /** Whether all were looked for that came after the last success, or, where none is known, all. */
  private boolean isWhole(long from, Before before, Around around) {
    boolean since =
        known(before).last().filter(s -> from <= s.event().time() - Judge.HOLDS_WITHIN).isPresent();
    return since ? around.isWhole(from) : !dropped && firstFrom(from) == 0;
  }

  /** The changes between a first failure and the last that have to do with the call. */
  private List<Change> later(Target target, Refused call, Touches touches, Said said) {
    int from = firstFrom(call.time() + 1);
    List<Near> later = new ArrayList<>();
    for (Change c : changes.subList(from, Math.max(from, firstFrom(last(target))))) {
      touches.of(c).ifPresent(t -> later.add(new Near(c, t)));
    }
    return Shortlist.of(later, said::names).stream().map(Near::change).sorted().toList();
  }

  /** When the last failure was at least: in the last of the stretches, each of one width. */
  private static long last(Target target) {
    return target.to() - target.width();
  }

  /** The place of the first change that is not before a moment. */
  private int firstFrom(long time) {
    int low = 0;
    int high = changes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (changes.get(middle).event().time() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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

  /** Of failures that no event tells whole, as of those in logs. */
  private static Incident bare(Sample sample) {
    Optional<Event> first = sample.failed().stream().findFirst().map(Sampled::event);
    return new Incident(
        List.of(sample.target().counted(sample.before())),
        first,
        first.map(e -> Readers.harmless(e.message())).orElse(""),
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
    return new Incident(
        List.of(sample.target().counted(sample.before())),
        Optional.of(call.sampled().event()),
        Readers.harmless(call.sampled().event().message()),
        known(before).success(),
        cause,
        suspects,
        others,
        unrelated);
  }
}

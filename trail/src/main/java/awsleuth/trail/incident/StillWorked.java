package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Calls that succeeded after a change, when it should have held everywhere. Long after, they show
 * that it is not why; not so long, that it is not certain: AWS says that changes of IAM take time,
 * and not how much at most (IAM user guide, "Changes that I make are not always immediately
 * visible").
 *
 * @param change the change
 * @param seen the successes that tell of it
 * @param telling those that would show that it is not why
 */
record StillWorked(Change change, Before seen, Before telling) {

  private static final long LONG = 2 * Judge.HOLDS_WITHIN;

  /** The ruling of the change, by what it is without such calls. */
  Ruling of(Supplier<Ruling> without) {
    Optional<Event> still = after(telling, Judge.HOLDS_WITHIN).filter(_ -> telling.sure());
    if (still.isPresent()) {
      return after(telling, LONG).isPresent()
          ? ruledOut(still.get())
          : late(without.get(), still.get());
    }
    Ruling ruling = without.get();
    boolean maybe = after(seen, Judge.HOLDS_WITHIN).isPresent();
    return maybe && ruling.certainty() == Certainty.CONFIRMED
        ? new Ruling(
            Certainty.POSSIBLE,
            ruling.why(),
            seen.other()
                .map(o -> "why the call on `" + o + "` still succeeded after it")
                .orElse(Before.UNSURE))
        : ruling;
  }

  private Optional<Event> after(Before calls, long apart) {
    return calls.last().map(Sampled::event).filter(e -> e.time() > change.event().time() + apart);
  }

  private static Ruling late(Ruling ruling, Event success) {
    return ruling.certainty() == Certainty.CONFIRMED
        ? new Ruling(
            Certainty.POSSIBLE,
            ruling.why(),
            "why the same call still succeeded at " + Event.moment(success.time()))
        : ruledOut(success);
  }

  private static Ruling ruledOut(Event success) {
    return Ruling.ruledOut("the same call still succeeded at " + Event.moment(success.time()));
  }
}

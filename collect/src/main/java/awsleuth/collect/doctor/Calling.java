package awsleuth.collect.doctor;

import awsleuth.boto.credentials.Keys;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.CallResult;
import awsleuth.collect.call.UnsendableKeys;
import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.Route;
import awsleuth.core.evidence.ProbeResult;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the calls of an examination, once there are credentials.
 *
 * @param question what is examined
 * @param local what this machine says
 * @param route the way that requests go
 * @param slots the steps
 * @param credentials the step of the credentials
 */
record Calling(
    Question question, Local local, Route route, Slots slots, CredentialsWork credentials) {

  /** Begins a call, whose way is gone at the same time. */
  void begin(StepKind kind, Target target, Way way) {
    CallStep step = new CallStep(question, target.call());
    Optional<String> refusal = step.refusal();
    Slot slot =
        slots.next(kind, target.call(), slots.commands().call(target.call(), step.required()));
    if (refusal.isPresent()) {
      slot.end(new Result.Unknown(refusal.get()), System.nanoTime());
      return;
    }
    Thread.ofVirtual().start(() -> make(slot, step, target, way));
  }

  private void make(Slot slot, CallStep step, Target target, Way way) {
    Optional<Keys> keys = slots.await(credentials.done()).flatMap(CredentialsStep::keys);
    if (target.url().isEmpty() || keys.isEmpty()) {
      int blocked = target.url().isEmpty() ? slots.blocked(way) : 0;
      slot.unreached(blocked > 0 ? blocked : credentials.number());
      return;
    }
    long began = System.nanoTime();
    Optional<String> refusal = refusal(keys.get(), target.call());
    if (refusal.isPresent()) {
      unsent(slot, refusal.get(), way, began);
      return;
    }
    try {
      made(slot, step, step.make(calls(keys.get())), way, began);
    } catch (RuntimeException | StackOverflowError bug) {
      slot.end(new Result.Crashed(String.valueOf(bug)), began);
    }
  }

  private static Optional<String> refusal(Keys keys, ProbeResult.Call call) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return UnsendableKeys.refusal(keys)
        .or(() -> UnsendableKeys.refusal(keys, call.region(), call.service(), today));
  }

  /** Python connects before it refuses the header. */
  private void unsent(Slot slot, String refusal, Way way, long began) {
    int blocked = slots.blocked(way);
    if (blocked > 0) {
      slot.unreached(blocked);
    } else {
      slot.end(new Result.Finding(refusal, Map.of(), Raising.unsent(refusal)), began);
    }
  }

  private AwsCalls calls(Keys keys) {
    Duration left = Duration.ofMillis(slots.deadline().millis());
    return new AwsCalls(question.catalog(), local.session(), keys, route, left, slots.deadline());
  }

  /** A call without an answer is told by the step that was in its way, if one was. */
  private void made(Slot slot, CallStep step, CallResult result, Way way, long began) {
    int blocked = result instanceof CallResult.Unreachable ? slots.blocked(way) : 0;
    if (blocked > 0) {
      slot.unreached(blocked);
    } else {
      slot.end(step.result(result, slots.deadline()), began);
    }
  }
}

package awsleuth.collect.doctor;

import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.Deadline;
import awsleuth.core.evidence.ProbeResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The steps of an examination in their order, and the time that all of them have. */
final class Slots {

  /** Steps are to end so much before the time is over, at most, so that they can say how. */
  private static final long EARLY_MILLIS = 1000;

  private static final int EARLY_PART = 4;
  private static final long SECOND = 1000;

  private final Duration timeout;
  private final Consumer<Progress> told;
  private final long over;
  private final Deadline deadline;
  private final Commands commands;
  private final List<Slot> slots = new ArrayList<>();

  /**
   * None yet; the time runs from now.
   *
   * @param told gets each step as it ends, and each second what goes on
   */
  Slots(Question question, Consumer<Progress> told) {
    this.timeout = question.timeout();
    this.told = told;
    this.over = System.nanoTime() + timeout.toNanos();
    long early = Math.min(EARLY_MILLIS, timeout.toMillis() / EARLY_PART);
    this.deadline = new Deadline(over - early * 1_000_000, timeout, timeout);
    this.commands = new Commands(question);
  }

  Deadline deadline() {
    return deadline;
  }

  Commands commands() {
    return commands;
  }

  /** The next step, a part of a call. */
  Slot next(StepKind kind, ProbeResult.Call call, List<String> byHand) {
    Slot slot = new Slot(slots.size() + 1, kind, call, byHand);
    slot.whenEnded(step -> told.accept(new Progress.Ended(step)));
    slots.add(slot);
    return slot;
  }

  /** The next step, of this machine; with the URL that it asks, if it asks one. */
  Slot next(StepKind kind, String url) {
    return next(kind, ProbeResult.Call.NONE, commands.local(kind, url));
  }

  /** The next step, which has ended already. */
  void ended(StepKind kind, Result result) {
    next(kind, "").end(result, System.nanoTime());
  }

  /** What steps wait for of one another; empty where it does not come in time. */
  <T> Optional<T> await(CompletableFuture<T> future) {
    return await(future, deadline.millis());
  }

  /**
   * The number of the step that is in a way; 0 where none is, or that does not show in time. A call
   * and its way may run out of time together: the way says so a moment later.
   */
  int blocked(Way way) {
    return await(way.blocked(), Math.max(deadline.millis(), left() / 2)).orElse(0);
  }

  private static <T> Optional<T> await(CompletableFuture<T> future, long millis) {
    try {
      return Optional.of(future.get(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  /** All steps, each as it ended, or unknown where the time is over before it did. */
  List<Step> await() {
    CompletableFuture<?> all =
        CompletableFuture.allOf(
            slots.stream().map(Slot::ended).toArray(CompletableFuture<?>[]::new));
    while (left() > 0 && !isDone(all, Math.min(left(), SECOND))) {
      told.accept(new Progress.Waiting(open()));
    }
    return Repeated.marked(slots.stream().map(s -> s.await(left(), timeout)).toList());
  }

  /** Whether all have ended, after so many milliseconds at the most. */
  private static boolean isDone(CompletableFuture<?> all, long millis) {
    try {
      all.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The steps that go on. */
  private List<StepKind> open() {
    List<StepKind> open = new ArrayList<>();
    boolean before = false;
    for (Slot slot : slots) {
      boolean hangsOnIt = before && Way.KINDS.contains(slot.kind());
      before = slot.isOpen() && Way.KINDS.contains(slot.kind());
      if (slot.isOpen() && !hangsOnIt) {
        open.add(slot.kind());
      }
    }
    return open;
  }

  private long left() {
    return (over - System.nanoTime()) / 1_000_000;
  }
}

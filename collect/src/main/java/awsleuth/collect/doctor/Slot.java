package awsleuth.collect.doctor;

import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.Deadline;
import awsleuth.core.evidence.ProbeResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A step that is to come. */
final class Slot {

  private final int number;
  private final StepKind kind;
  private final ProbeResult.Call call;
  private final List<String> commands;
  private final CompletableFuture<Step> step = new CompletableFuture<>();
  private CompletableFuture<?> told = step;

  Slot(int number, StepKind kind, ProbeResult.Call call, List<String> commands) {
    this.number = number;
    this.kind = kind;
    this.call = call;
    this.commands = commands;
  }

  int number() {
    return number;
  }

  StepKind kind() {
    return kind;
  }

  ProbeResult.Call call() {
    return call;
  }

  /** Does the work and ends with what comes of it. */
  void run(Supplier<Result> work) {
    long began = System.nanoTime();
    Result result;
    try {
      result = work.get();
    } catch (RuntimeException | StackOverflowError bug) {
      result = new Result.Crashed(String.valueOf(bug));
    }
    end(result, began);
  }

  /** Ends with a result that was begun at that moment of {@link System#nanoTime}. */
  void end(Result result, long began) {
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    step.complete(new Step(number, kind, call, result, took, commands));
  }

  /** Ends without having been gone. */
  void unreached(int because) {
    end(new Result.Unknown("not reached (" + because + ")"), System.nanoTime());
  }

  /** Whether it has not ended yet. */
  boolean isOpen() {
    return !step.isDone();
  }

  /** Done once it has ended and who wants to know has been told. */
  CompletableFuture<?> ended() {
    return told;
  }

  /** Tells how it ends; to be called before it does. */
  void whenEnded(Consumer<Step> tell) {
    told = step.thenAccept(tell);
  }

  /** The step; unknown where it did not end so many milliseconds from now. */
  Step await(long millis, Duration timeout) {
    try {
      return step.get(Math.max(1, millis), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String words = "no result within " + Deadline.in(timeout).words() + " (--timeout)";
      step.complete(new Step(number, kind, call, new Result.Unknown(words), timeout, commands));
      return step.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Step(number, kind, call, new Result.Unknown("not waited for"), timeout, commands);
    }
  }
}

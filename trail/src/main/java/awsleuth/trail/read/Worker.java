package awsleuth.trail.read;

import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thread that reads files and asks its part of the question. */
final class Worker<F extends Fold<F>> {

  private final Queue queue;
  private final Supplier<F> fold;
  private final Gathered<F> gathered;
  private final Part<F> part;
  private final Thread thread;
  private List<Found> files = new ArrayList<>();
  private volatile @Nullable Throwable failure;

  Worker(Queue queue, Filter filter, Supplier<F> fold, Gathered<F> gathered, LongAdder bytes) {
    this.queue = queue;
    this.fold = fold;
    this.gathered = gathered;
    part = new Part<>(fold.get(), filter, bytes);
    thread = Thread.ofPlatform().daemon().name("awsleuth-reading").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Waits so long for the end, at most; whether it has come. */
  boolean isDone(long millis) {
    try {
      return thread.join(java.time.Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What stopped it, a bug; null where nothing did. */
  @Nullable Throwable failure() {
    return failure;
  }

  private void run() {
    try {
      for (Optional<Queue.Taken> t = queue.next(); t.isPresent(); t = queue.next()) {
        if (!gathered.has(t.get().file())) {
          read(t.get());
        }
      }
      handOver();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void read(Queue.Taken taken) {
    part.read(taken.file(), taken.ahead());
    if (gathered.isKept()) {
      files.add(taken.file());
    }
    if (gathered.isWaiting()) {
      handOver();
    }
  }

  private void handOver() {
    Asked<F> asked = part.takeOver(fold.get());
    gathered.add(asked.fold(), asked.intake(), files);
    files = new ArrayList<>();
  }
}

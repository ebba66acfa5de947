package awsleuth.trail.read;

import awsleuth.trail.Damage;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.Intake;
import awsleuth.trail.RecordText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thread that reads files and asks its part of the question. */
final class Worker<F extends Fold<F>> {

  private final Queue queue;
  private final Filter filter;
  private final boolean everything;
  private final Supplier<F> fold;
  private final Gathered<F> gathered;
  private final FileReader reader;
  private final Thread thread;
  private F part;
  private Intake intake = Intake.NONE;
  private List<String> files = new ArrayList<>();
  private long kept;
  private long undated;
  private volatile @Nullable Throwable failure;

  Worker(Queue queue, Filter filter, Supplier<F> fold, Gathered<F> gathered, LongAdder bytes) {
    this.queue = queue;
    this.filter = filter;
    this.everything = filter.equals(Filter.ALL);
    this.fold = fold;
    this.gathered = gathered;
    reader = new FileReader(bytes);
    part = fold.get();
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
        if (!gathered.has(t.get().file().name())) {
          read(t.get());
        }
      }
      handOver();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void read(Queue.Taken taken) {
    kept = 0;
    undated = 0;
    Found file = taken.file();
    FileReader.Done done = reader.read(file, taken.ahead(), this::take);
    List<Damage> damages = done.damages();
    boolean eventless = done.events() == 0 && !done.digest() && damages.isEmpty();
    intake =
        intake.plus(
            new Intake(
                1,
                eventless ? 1 : 0,
                0,
                done.bytes(),
                done.unpacked(),
                done.events(),
                kept,
                undated,
                damages,
                damages.size()));
    files.add(file.name());
    if (gathered.isWaiting()) {
      handOver();
    }
  }

  private void take(Event event, RecordText record) {
    if (everything || filter.keeps(event)) {
      kept++;
      part.add(event, record);
    } else if (event.time() == Event.UNKNOWN_TIME && filter.isTimed()) {
      undated++;
    }
  }

  private void handOver() {
    gathered.add(part, intake, files);
    part = fold.get();
    intake = Intake.NONE;
    files = new ArrayList<>();
  }
}

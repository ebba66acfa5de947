package awsleuth.trail.read;

import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.Intake;
import awsleuth.trail.Kept;
import awsleuth.trail.Progress;
import awsleuth.trail.ResumeRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One pass over an archive: some threads take file after file and ask each its own part of the
 * question.
 *
 * @param <F> the question's class
 */
public final class Reading<F extends Fold<F>> {

  private static final long STEP_MILLIS = 200;

  private final List<Path> paths;
  private final Map<String, String> names;
  private final Filter filter;
  private final int threads;
  private final Optional<Progress.Watcher> watcher;
  private final Supplier<F> fold;
  private final LongAdder bytes = new LongAdder();

  /**
   * A pass that has not begun.
   *
   * @param names how people name a path, by path, where they name it otherwise
   * @param threads how many, at least one
   * @param watcher who is told how far it has come
   * @param fold makes one part of the question
   */
  public Reading(
      List<Path> paths,
      Map<String, String> names,
      Filter filter,
      int threads,
      Optional<Progress.Watcher> watcher,
      Supplier<F> fold) {
    this.paths = paths;
    this.names = names;
    this.filter = filter;
    this.threads = threads;
    this.watcher = watcher;
    this.fold = fold;
  }

  /** Reads everything. */
  public Asked<F> all() {
    Gathered<F> gathered = new Gathered<>(fold.get(), Intake.NONE);
    run(gathered, new Layout(filter));
    return gathered.asked();
  }

  /**
   * Goes on where a file tells that it was left off, and keeps there how far it has come.
   *
   * @throws ResumeRefused where that is not possible
   */
  public Asked<F> resumably(Kept kept) throws ResumeRefused {
    F empty = fold.get();
    StateFile<F> state = new StateFile<>(kept.file(), question(empty));
    Gathered<F> gathered = Gathered.from(state, empty);
    run(gathered, new Layout(filter, Optional.of(kept)));
    gathered.finish(kept.stays());
    return gathered.asked();
  }

  private String question(F empty) {
    List<String> places = paths.stream().map(p -> p + " = " + p.toAbsolutePath()).toList();
    return empty.getClass().getName() + " " + asked(empty) + " " + filter + " " + places;
  }

  /** Tells questions of one class from another that ask for something else. */
  private static String asked(Fold<?> empty) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(empty);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().toHexDigits(LongSet.hash(bytes.toString(StandardCharsets.ISO_8859_1)));
  }

  private void run(Gathered<F> gathered, Layout layout) {
    Queue queue = new Queue(new Finder(OnDisk.all(paths, names), layout), threads);
    List<Worker<F>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker<>(queue, filter, fold, gathered, bytes));
    }
    workers.forEach(Worker::start);
    Total total = new Total(paths, layout, watcher.isPresent());
    long begun = System.nanoTime();
    for (Worker<F> worker : workers) {
      while (!worker.isDone(STEP_MILLIS)) {
        watcher.ifPresent(
            w -> w.at(new Progress(bytes.sum(), total.bytes(), System.nanoTime() - begun)));
      }
    }
    total.stop();
    workers.forEach(worker -> rethrow(worker.failure()));
    gathered.add(queue.intake());
  }

  private static void rethrow(@Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}

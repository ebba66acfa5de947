package awsleuth.trail;

import awsleuth.trail.read.Reading;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The door of the room: files and folders of events, asked in one pass. */
public final class Archive {

  private final List<Path> paths;
  private final Filter filter;
  private final int threads;
  private final Optional<Progress.Watcher> watcher;
  private final Map<String, String> names;

  /**
   * An archive that is not read yet.
   *
   * @param paths files, and folders with files at any depth
   * @param filter which events are asked about
   */
  public Archive(List<Path> paths, Filter filter) {
    this(
        List.copyOf(paths),
        filter,
        Runtime.getRuntime().availableProcessors(),
        Optional.empty(),
        Map.of());
  }

  private Archive(
      List<Path> paths,
      Filter filter,
      int threads,
      Optional<Progress.Watcher> watcher,
      Map<String, String> names) {
    this.paths = paths;
    this.filter = filter;
    this.threads = threads;
    this.watcher = watcher;
    this.names = names;
  }

  /**
   * What a question came to.
   *
   * @param fold the question, with all events taken in
   * @param intake what was read, and what was not
   * @param <F> the question's class
   */
  public record Asked<F>(F fold, Intake intake) implements Serializable {}

  /** The same archive, read by so many threads, at least one. */
  public Archive by(int count) {
    return new Archive(paths, filter, Math.max(1, count), watcher, names);
  }

  /** The same archive, of whose reading is told how far it has come. */
  public Archive watched(Progress.Watcher by) {
    return new Archive(paths, filter, threads, Optional.of(by), names);
  }

  /**
   * The same archive, in what is told of which some files have other names.
   *
   * @param others how people name a path, by path
   */
  public Archive naming(Map<String, String> others) {
    return new Archive(paths, filter, threads, watcher, Map.copyOf(others));
  }

  /**
   * Reads all files once and asks a question of every event that the filter keeps. Never throws for
   * what the files hold; what cannot be read is among the damages.
   *
   * @param fold makes one part of the question, for each thread
   */
  public <F extends Fold<F>> Asked<F> ask(Supplier<F> fold) {
    return new Reading<>(paths, names, filter, threads, watcher, fold).all();
  }

  /**
   * Likewise, and keeps in a file what was read so far. Where the file is there already, goes on
   * from it; at the end takes it away, but for the first of two readings. Interrupted at any
   * moment, no event is lost or counted twice.
   *
   * @throws ResumeRefused where the file is there and is of another question, archive or filter, or
   *     cannot be read or written
   */
  public <F extends Fold<F>> Asked<F> askResumably(Supplier<F> fold, Kept kept)
      throws ResumeRefused {
    return new Reading<>(paths, names, filter, threads, watcher, fold).resumably(kept);
  }
}

package awsleuth.trail;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The door of the room: files and folders of events, asked in one pass. */
public final class Archive {

  private final List<Path> paths;
  private final Filter filter;

  /**
   * An archive that is not read yet.
   *
   * @param paths files, and folders with files at any depth
   * @param filter which events are asked about
   */
  public Archive(List<Path> paths, Filter filter) {
    this.paths = List.copyOf(paths);
    this.filter = filter;
  }

  /**
   * What a question came to.
   *
   * @param fold the question, with all events taken in
   * @param intake what was read, and what was not
   * @param <F> the question's class
   */
  public record Asked<F>(F fold, Intake intake) {}

  /**
   * Reads all files once and asks a question of every event that the filter keeps. Never throws for
   * what the files hold; what cannot be read is among the damages.
   *
   * @param fold makes one part of the question, for each thread
   */
  public <F extends Fold<F>> Asked<F> ask(Supplier<F> fold) {
    throw new UnsupportedOperationException(paths + " " + filter + fold);
  }
}

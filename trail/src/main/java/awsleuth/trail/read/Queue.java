package awsleuth.trail.read;

import awsleuth.trail.Intake;
import java.util.Optional;

/** The files that are still to be read. For several threads. */
final class Queue {

  private static final long LARGE = 4 << 20;

  private final Finder finder;
  private final int threads;
  private long taken;
  private Optional<Found> next;

  /**
   * Of what a finder finds.
   *
   * @param threads how many threads take files
   */
  Queue(Finder finder, int threads) {
    this.finder = finder;
    this.threads = threads;
    next = finder.next();
  }

  /**
   * A file.
   *
   * @param ahead whether a second thread is to unpack it: no other file waits for one
   */
  record Taken(Found file, boolean ahead) {}

  /** The next file; empty behind the last. */
  synchronized Optional<Taken> next() {
    Optional<Found> file = next;
    if (file.isEmpty()) {
      return Optional.empty();
    }
    next = finder.next();
    taken++;
    boolean idle = threads > 1 && next.isEmpty() && taken < threads;
    return file.map(f -> new Taken(f, idle && f.size() >= LARGE));
  }

  /** What the finder passed over, and what it could not look at. */
  Intake intake() {
    return finder.intake();
  }
}

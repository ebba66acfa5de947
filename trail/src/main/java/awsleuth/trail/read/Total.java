package awsleuth.trail.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Counts, beside the reading, how many bytes an archive has, where someone wants to know. */
final class Total {

  private static final long UNKNOWN = -1;

  private volatile long bytes = UNKNOWN;
  private volatile boolean stopped;

  Total(List<Path> paths, Layout layout, boolean wanted) {
    if (wanted) {
      Thread.ofPlatform().daemon().name("awsleuth-counting").start(() -> count(paths, layout));
    }
  }

  private void count(List<Path> paths, Layout layout) {
    Finder finder = new Finder(OnDisk.all(paths), layout);
    long sum = 0;
    for (Optional<Found> f = finder.next(); f.isPresent() && !stopped; f = finder.next()) {
      sum += f.get().size();
    }
    bytes = sum;
  }

  /** How many; negative while they are being counted. */
  long bytes() {
    return bytes;
  }

  /** Nobody wants to know any more. */
  void stop() {
    stopped = true;
  }
}

package awsleuth.trail;

/**
 * How far the reading of an archive has come.
 *
 * @param bytes how many were read, as they are stored
 * @param total how many there are to read; negative while that is being counted
 * @param nanos how long it took so far
 */
public record Progress(long bytes, long total, long nanos) {

  /** What is told of it, now and then, on the thread that asks the archive. */
  @FunctionalInterface
  public interface Watcher {

    /** Takes how far it has come. */
    void at(Progress progress);
  }

  /** Bytes a second. */
  public double rate() {
    return nanos == 0 ? 0 : bytes * 1e9 / nanos;
  }

  /** The seconds that are left at the rate so far; negative where that is not known yet. */
  public long secondsLeft() {
    return total < 0 || bytes == 0 ? -1 : Math.round(Math.max(0, total - bytes) / rate());
  }
}

package awsleuth.core.scan;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a stream of bytes the stretches in which a failed AWS call may be told. The stream may
 * be of any length: memory stays the same, and most of the stream is passed over at the speed of
 * memory. A stretch has the lines on which a failure shows, the traceback or continuation lines
 * around them, and in any case two lines before and three after. Of a line, 64 KiB before and after
 * each place that shows a failure are kept.
 */
public final class Stretches {

  /** Where the bytes come from; one thread at a time calls it, not always the same. */
  @FunctionalInterface
  public interface ByteSource {
    /**
     * Reads some bytes.
     *
     * @return how many were read; -1 at the end
     * @throws IOException where they cannot be read
     */
    int read(byte[] buffer, int offset, int length) throws IOException;
  }

  /** Takes the stretches, in order of position, on the thread that called. */
  @FunctionalInterface
  public interface Sink {
    /** Takes a stretch, which is the sink's own from then on. */
    void accept(Stretch stretch);
  }

  private Stretches() {}

  /**
   * Goes through a stream to its end. A second thread reads ahead; it has ended when this returns
   * or throws.
   *
   * @return what was gone through
   * @throws IOException what the source throws, once the stretches before it are handed over
   */
  public static Summary find(ByteSource in, Sink sink) throws IOException {
    return find(in, sink, new AnchorSearch(Anchors.all()), Limits.USUAL);
  }

  static Summary find(ByteSource in, Sink sink, AnchorSearch search, Limits limits)
      throws IOException {
    try (Conveyor conveyor = new Conveyor(in, search, limits)) {
      Gathering gathering = new Gathering(limits.stretch(), sink);
      Chunk chunk = conveyor.next();
      if (chunk == null) {
        throw new IllegalStateException("a stream has at least one chunk");
      }
      Assembler assembler = new Assembler(limits, gathering, chunk);
      assembler.take(chunk);
      rethrow(chunk.failure);
      for (Chunk next = conveyor.next(); next != null; next = conveyor.next()) {
        next.follow(chunk);
        conveyor.giveBack(chunk);
        chunk = next;
        assembler.take(chunk);
        rethrow(chunk.failure);
      }
      return summary(chunk, assembler.feeds(), gathering);
    }
  }

  private static Summary summary(Chunk last, long feeds, Gathering gathering) {
    long bytes = last.offset + last.to - last.from;
    boolean open = last.to > last.valid && last.bytes[last.to - 1] != '\n';
    return new Summary(
        bytes, feeds + (open ? 1 : 0), gathering.stretches(), gathering.stretchBytes());
  }

  private static void rethrow(@Nullable Throwable failure) throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}

package awsleuth.core.scan;

import java.util.Arrays;

/** The stretch that is being gathered; hands it over once it is whole. */
final class Gathering {

  private final int most;
  private final Stretches.Sink sink;
  private byte[] gathered = new byte[8 << 10];
  private int size;
  private int coreFrom = -1;
  private int coreTo;
  private long start;
  private long firstLine;
  private long end;
  private long stretches;
  private long stretchBytes;

  Gathering(int most, Stretches.Sink sink) {
    this.most = most;
    this.sink = sink;
  }

  /** The place in the stream up to which everything is gathered or was passed over. */
  long end() {
    return end;
  }

  long stretches() {
    return stretches;
  }

  long stretchBytes() {
    return stretchBytes;
  }

  /**
   * Adds a piece of the stream, which begins at {@link #end()} or later.
   *
   * @param core from where on it tells the failure; {@code to} where it does not
   */
  void add(Chunk chunk, long linesBefore, long from, long to, long core) {
    int length = (int) (to - from);
    if (length <= 0) {
      return;
    }
    int at = chunk.from + (int) (from - chunk.offset);
    if (from != end || size + length > most) {
      flush();
    }
    if (size == 0) {
      start = from;
      firstLine = linesBefore + chunk.feedsTo(at) + 1;
    }
    if (size + length > gathered.length) {
      gathered = Arrays.copyOf(gathered, Math.max(size + length, 2 * gathered.length));
    }
    System.arraycopy(chunk.bytes, at, gathered, size, length);
    coreFrom = core < to && coreFrom < 0 ? size + (int) (core - from) : coreFrom;
    size += length;
    coreTo = core < to ? size : coreTo;
    end = to;
  }

  /** Hands over what is gathered, if anything. */
  void flush() {
    if (size > 0) {
      stretches++;
      stretchBytes += size;
      byte[] whole = Arrays.copyOf(gathered, size);
      size = 0;
      int from = Math.max(0, coreFrom);
      int to = coreFrom < 0 ? whole.length : coreTo;
      coreFrom = -1;
      sink.accept(new Stretch(firstLine, start, whole, from, to));
    }
  }
}

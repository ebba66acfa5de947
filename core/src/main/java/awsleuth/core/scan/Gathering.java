package awsleuth.core.scan;

import java.util.Arrays;

/** The stretch that is being gathered; hands it over once it is whole. */
final class Gathering {

  private final int most;
  private final Stretches.Sink sink;
  private byte[] gathered = new byte[8 << 10];
  private int size;
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

  /** Adds a piece of the stream, which begins at {@link #end()} or later. */
  void add(Chunk chunk, long linesBefore, long from, long to) {
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
    size += length;
    end = to;
  }

  /** Hands over what is gathered, if anything. */
  void flush() {
    if (size > 0) {
      stretches++;
      stretchBytes += size;
      byte[] whole = Arrays.copyOf(gathered, size);
      size = 0;
      sink.accept(new Stretch(firstLine, start, whole));
    }
  }
}

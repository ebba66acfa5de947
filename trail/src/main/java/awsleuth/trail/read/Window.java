package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.util.Arrays;

/**
 * The part of a stream that is looked at. What stands before {@link #at} is let go when more is
 * read, and what stands behind it stays together, in a window that grows as it must.
 */
final class Window {

  /** The longest piece that is kept together: CloudTrail's events have 256 KB, at most 1 MB. */
  static final int LARGEST = 16 << 20;

  private static final int FIRST = 256 << 10;

  private final ByteSource in;
  private boolean ended;

  /** The bytes; eight times 0 behind the limit. */
  byte[] bytes = new byte[FIRST + Words.PADDING];

  int at;
  int limit;

  Window(ByteSource in) {
    this.in = in;
  }

  /**
   * Reads more behind the limit. Places in the bytes are others after that: what stood at {@code
   * at} stands at 0.
   *
   * @return whether there is more now; false at the end of the stream or where it {@link #isFull}
   */
  boolean more() throws IOException {
    if (ended || isFull()) {
      return false;
    }
    System.arraycopy(bytes, at, bytes, 0, limit - at);
    limit -= at;
    at = 0;
    int room = bytes.length - Words.PADDING;
    if (limit > room / 2) {
      bytes = Arrays.copyOf(bytes, Math.min(room * 2, LARGEST) + Words.PADDING);
      room = bytes.length - Words.PADDING;
    }
    int n = in.read(bytes, limit, room - limit);
    ended = n < 0;
    limit += Math.max(0, n);
    Arrays.fill(bytes, limit, limit + Words.PADDING, (byte) 0);
    return !ended;
  }

  /** Whether what stands from {@code at} on is as long as it may be. */
  boolean isFull() {
    return limit - at >= LARGEST;
  }

  /** Whether the stream has no more bytes than those before the limit. */
  boolean isEnded() {
    return ended;
  }
}

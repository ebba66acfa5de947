package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stream that is looked at. What stands before {@link #at} is let go when more is
 * read, and what stands behind it stays together, in a window that grows as it must. One serves for
 * many streams, one after the other.
 */
final class Window implements ByteSource {

  /** The longest piece that is kept together: CloudTrail's events have 256 KB, at most 1 MB. */
  static final int LARGEST = 16 << 20;

  private static final int FIRST = 256 << 10;

  private ByteSource in = (buffer, offset, length) -> -1;
  private boolean ended = true;
  private @Nullable IOException failure;

  /** The bytes; eight times 0 behind the limit. */
  byte[] bytes = new byte[FIRST + Words.PADDING];

  int at;
  int limit;

  /** From now on another stream is looked at, from its beginning. */
  void open(ByteSource stream) {
    in = stream;
    ended = false;
    failure = null;
    at = 0;
    limit = 0;
    if (bytes.length > LARGEST / 2) {
      bytes = new byte[FIRST + Words.PADDING];
    }
  }

  /**
   * Reads so many bytes, or all there are, without passing over any. Where they cannot be read,
   * what comes before is at hand, and {@link #more} throws.
   */
  void fill(int length) {
    try {
      while (limit - at < length && more()) {
        // Once more.
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  /** What is at hand, then the rest of the stream. */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (at == limit) {
      rethrow();
      return ended ? -1 : in.read(buffer, offset, length);
    }
    int n = Math.min(length, limit - at);
    System.arraycopy(bytes, at, buffer, offset, n);
    at += n;
    return n;
  }

  /**
   * Reads more behind the limit. Places in the bytes are others after that: what stood at {@code
   * at} stands at 0.
   *
   * @return whether there is more now; false at the end of the stream or where it {@link #isFull}
   */
  boolean more() throws IOException {
    rethrow();
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
    int before = limit;
    read(room);
    Arrays.fill(bytes, limit, limit + Words.PADDING, (byte) 0);
    return limit > before;
  }

  /**
   * Fills the room: a record that does not end yet is gone through anew each time, so that there
   * must be twice as much of it. What comes before a failure is at hand first.
   */
  private void read(int room) throws IOException {
    int before = limit;
    try {
      while (limit < room && !ended) {
        int n = in.read(bytes, limit, room - limit);
        ended = n < 0;
        limit += Math.max(0, n);
      }
    } catch (IOException e) {
      if (limit == before) {
        throw e;
      }
      failure = e;
    }
  }

  private void rethrow() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** Whether what stands from {@code at} on is as long as it may be. */
  boolean isFull() {
    return limit - at >= LARGEST;
  }
}

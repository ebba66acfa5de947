package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The lines of a stream without those that events were read from: of them the breaks are left, so
 * that lines keep their numbers.
 */
final class TextLines implements ByteSource {

  private static final int CHUNK = 1 << 16;

  /** What is longer is given in pieces. */
  private static final int LONGEST = 1 << 20;

  private final ByteSource in;
  private final BitSet events;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int limit;
  private byte[] line = new byte[CHUNK];
  private int length;
  private int given;

  /** The number of the line that is gone through, from 1. */
  private int number = 1;

  /**
   * A stream's.
   *
   * @param events the numbers of the lines that hold events
   */
  TextLines(ByteSource in, BitSet events) {
    this.in = in;
    this.events = events;
  }

  @Override
  public int read(byte[] buffer, int offset, int most) throws IOException {
    while (given == length) {
      if (!next()) {
        return -1;
      }
    }
    int n = Math.min(most, length - given);
    System.arraycopy(line, given, buffer, offset, n);
    given += n;
    return n;
  }

  /** The next line, or the next piece of a long one; false behind the last. */
  private boolean next() throws IOException {
    length = 0;
    given = 0;
    boolean ends = false;
    while (!ends && length < LONGEST) {
      if (at == limit) {
        at = 0;
        limit = Math.max(0, in.read(chunk, 0, CHUNK));
        if (limit == 0) {
          break;
        }
      }
      int end = newline();
      ends = end > at && chunk[end - 1] == '\n';
      append(end);
    }
    if (length == 0) {
      return false;
    }
    if (events.get(number)) {
      line[0] = '\n';
      length = ends ? 1 : 0;
    }
    number += ends ? 1 : 0;
    return true;
  }

  /** The place behind the next break of what is at hand, or its end. */
  private int newline() {
    int p = at;
    while (p < limit && chunk[p] != '\n') {
      p++;
    }
    return Math.min(p + 1, limit);
  }

  private void append(int end) {
    int more = end - at;
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }
    System.arraycopy(chunk, at, line, length, more);
    length += more;
    at = end;
  }
}

package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a stream without those that hold an event, which are read as events: of them the
 * breaks are left, so that lines keep their numbers.
 */
final class TextLines implements ByteSource {

  private static final byte[] EVENT = "eventName".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 1 << 16;

  /** What is longer is decided on by its beginning. */
  private static final int LONGEST = 1 << 20;

  private final ByteSource in;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int limit;
  private byte[] line = new byte[CHUNK];
  private int length;
  private int given;

  /** Whether the line that is gone through began before what is at hand, and holds an event. */
  private boolean dropping;

  private boolean within;

  TextLines(ByteSource in) {
    this.in = in;
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
    dropping = within ? dropping : isEvent();
    within = !ends;
    if (dropping) {
      line[0] = '\n';
      length = ends ? 1 : 0;
    }
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

  private boolean isEvent() {
    for (int p = 0; p + EVENT.length <= length; p++) {
      if (line[p] == EVENT[0] && Arrays.equals(line, p, p + EVENT.length, EVENT, 0, EVENT.length)) {
        return true;
      }
    }
    return false;
  }
}

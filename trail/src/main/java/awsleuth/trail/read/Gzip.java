package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), of any number of members; zeros behind the last are passed over, as by
 * {@code gzip}. Sums are compared. To be closed.
 */
final class Gzip implements ByteSource, AutoCloseable {

  private static final int HAS_SUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final String CUT = "its gzip data ends too early; what comes before is read";
  private static final String DAMAGED = "its gzip data is damaged; what comes before is read";

  private final ByteSource in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private final byte[] packed;
  private int at;
  private int limit;
  private boolean within;
  private boolean begun;

  /**
   * Of packed data, of which nothing is read yet.
   *
   * @param buffer how many bytes of it are read at a time
   */
  Gzip(ByteSource in, int buffer) {
    this.in = in;
    packed = new byte[buffer];
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      while (within || header()) {
        int n = inflater.inflate(buffer, offset, length);
        if (n > 0) {
          sum.update(buffer, offset, n);
          return n;
        }
        if (inflater.finished()) {
          trailer();
        } else if (inflater.needsInput()) {
          input();
        } else {
          throw new Unpacking(DAMAGED);
        }
      }
      return -1;
    } catch (DataFormatException e) {
      throw new Unpacking(DAMAGED);
    }
  }

  private void input() throws IOException {
    if (!fill()) {
      throw new Unpacking(CUT);
    }
    inflater.setInput(packed, at, limit - at);
    at = limit;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(packed, 0, packed.length));
    return limit > 0;
  }

  /** The next byte; negative at the end. */
  private int next() throws IOException {
    return at < limit || fill() ? packed[at++] & 0xff : -1;
  }

  private int must() throws IOException {
    int b = next();
    if (b < 0) {
      throw new Unpacking(CUT);
    }
    return b;
  }

  private void pass(long bytes) throws IOException {
    for (long i = 0; i < bytes; i++) {
      must();
    }
  }

  private void passText() throws IOException {
    int b = must();
    while (b != 0) {
      b = must();
    }
  }

  /** Whether another member begins. */
  private boolean header() throws IOException {
    int first = next();
    while (begun && first == 0) {
      first = next();
    }
    if (first < 0) {
      return false;
    }
    if (first != 0x1f || must() != 0x8b || must() != 8) {
      throw new Unpacking(
          begun ? "has other data behind its gzip data, which is not read" : DAMAGED);
    }
    int flags = must();
    pass(6);
    if ((flags & HAS_EXTRA) != 0) {
      pass(must() + (must() << 8));
    }
    if ((flags & HAS_NAME) != 0) {
      passText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      passText();
    }
    pass((flags & HAS_SUM) != 0 ? 2 : 0);
    begun = true;
    within = true;
    inflater.reset();
    sum.reset();
    inflater.setInput(packed, at, limit - at);
    at = limit;
    return true;
  }

  private void trailer() throws IOException {
    at = limit - inflater.getRemaining();
    long told = four();
    long length = four();
    within = false;
    if (told != sum.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new Unpacking(
          "its gzip data does not have the sum that it tells; what comes before is read");
    }
  }

  private long four() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      value |= (long) must() << shift;
    }
    return value;
  }

  @Override
  public void close() {
    inflater.end();
  }
}

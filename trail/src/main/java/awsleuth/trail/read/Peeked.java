package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.util.Arrays;

/** A stream whose beginning is looked at before it is read. */
final class Peeked implements ByteSource {

  /** Of nothing. */
  static final Peeked NONE = new Peeked((buffer, offset, length) -> -1, new byte[0]);

  private final ByteSource in;
  private final byte[] start;
  private int at;

  private Peeked(ByteSource in, byte[] start) {
    this.in = in;
    this.start = start;
  }

  /** A stream of which some bytes were read already. */
  static Peeked behind(byte[] start, ByteSource in) {
    return new Peeked(in, start);
  }

  /** Reads so many bytes ahead, or all there are. */
  static Peeked of(ByteSource in, int length) throws IOException {
    byte[] start = new byte[length];
    int n = 0;
    while (n < length) {
      int more = in.read(start, n, length - n);
      if (more < 0) {
        break;
      }
      n += more;
    }
    return new Peeked(in, Arrays.copyOf(start, n));
  }

  /** The beginning. */
  byte[] start() {
    return start;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (at == start.length) {
      return in.read(buffer, offset, length);
    }
    int n = Math.min(length, start.length - at);
    System.arraycopy(start, at, buffer, offset, n);
    at += n;
    return n;
  }
}

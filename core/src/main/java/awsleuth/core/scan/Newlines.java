package awsleuth.core.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts and finds line feeds. */
final class Newlines {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FEEDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW = 0x7f7f7f7f7f7f7f7fL;

  private Newlines() {}

  static int count(byte[] bytes, int from, int to) {
    int count = 0;
    int i = from;
    for (; i + 32 <= to; i += 32) {
      long a = feeds((long) LONG.get(bytes, i));
      long b = feeds((long) LONG.get(bytes, i + 8));
      long c = feeds((long) LONG.get(bytes, i + 16));
      long d = feeds((long) LONG.get(bytes, i + 24));
      count += Long.bitCount((a >>> 3) | (b >>> 2) | (c >>> 1) | d);
    }
    for (; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /** The highest bit of each byte that is a line feed. */
  private static long feeds(long eight) {
    long x = eight ^ FEEDS;
    return ~(((x & LOW) + LOW) | x | LOW);
  }

  /** The first line feed in a range; -1 where there is none. */
  static int first(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** The place after the last line feed in a range; -1 where there is none. */
  static int afterLast(byte[] bytes, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }
}

package awsleuth.trail.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes taken eight at a time. Every array that is read so has {@link #PADDING} bytes behind its
 * contents, of which the first eight are 0.
 */
final class Words {

  /** How many bytes an array has behind its contents. */
  static final int PADDING = 16;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';

  private Words() {}

  /** The eight bytes from a place on, the first of them lowest. */
  static long at(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  /** The first so many of eight bytes, 0 to 8; 0 in place of the others. */
  static long first(long word, int bytes) {
    return bytes >= 8 ? word : word & ((1L << (bytes << 3)) - 1);
  }

  /** Where the first quotation mark or backslash stands; the limit, or more, where none does. */
  static int quoteOrBackslash(byte[] bytes, int from, int limit) {
    for (int at = from; at < limit; at += 8) {
      long word = at(bytes, at);
      long quote = word ^ QUOTES;
      long backslash = word ^ BACKSLASHES;
      long hit = (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash)) & HIGHS;
      if (hit != 0) {
        return at + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    return limit;
  }

  /**
   * A hash of some bytes. Of many it takes the first eight, eight in the middle and the last
   * sixteen: names and ARNs are told apart by these most often.
   */
  static int hash(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = length * MULTIPLIER ^ first(at(bytes, from), length);
    if (length > 8) {
      hash = hash * MULTIPLIER ^ at(bytes, to - 8);
      if (length > 16) {
        hash = hash * MULTIPLIER ^ at(bytes, to - 16);
        hash = hash * MULTIPLIER ^ at(bytes, from + (length >>> 1) - 4);
      }
    }
    hash *= MULTIPLIER;
    return (int) (hash >>> 32);
  }
}

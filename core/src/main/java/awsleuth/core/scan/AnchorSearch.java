package awsleuth.core.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Finds any of many byte strings. The last four bytes of a window say how far the window can move
 * (Wu and Manber 1994), so that most bytes are never looked at. Four windows move at once over four
 * parts of the bytes, so that the processor need not wait for one table look-up after another.
 */
final class AnchorSearch {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BLOCK = 4;
  private static final int BITS = 14;
  private static final int PART = 4 << 10;
  private static final int MOVE = 15;
  private static final int ENDS = -128 | 1;

  private final byte[][] anchors;
  private final int longest;

  /**
   * By hash of four bytes: in the low bits how far the window may move; negative where an anchor
   * may end.
   */
  private final byte[] shifts = new byte[1 << BITS];

  /** By hash: one more than the first anchor that ends so; 0 where there is none. */
  private final short[] first = new short[1 << BITS];

  /** By anchor: one more than the next anchor with the same hash; 0 where there is none. */
  private final short[] next;

  AnchorSearch(List<byte[]> anchors) {
    this.anchors = anchors.toArray(new byte[0][]);
    next = new short[this.anchors.length];
    int shortest = Integer.MAX_VALUE;
    int most = 0;
    for (byte[] a : this.anchors) {
      shortest = Math.min(shortest, a.length);
      most = Math.max(most, a.length);
    }
    longest = most;
    Arrays.fill(shifts, (byte) Math.min(MOVE, shortest - BLOCK + 1));
    for (int i = 0; i < this.anchors.length; i++) {
      add(i, shortest);
    }
  }

  private void add(int index, int window) {
    byte[] a = anchors[index];
    for (int end = Math.max(a.length - window, 0) + BLOCK; end <= a.length; end++) {
      int hash = hash((int) INT.get(a, end - BLOCK));
      int move = end == a.length ? ENDS : a.length - end;
      shifts[hash] = (byte) Math.min(shifts[hash], move);
    }
    int hash = hash((int) INT.get(a, a.length - BLOCK));
    next[index] = first[hash];
    first[hash] = (short) (index + 1);
  }

  private static int hash(int block) {
    return (block * 0x9E3779B9) >>> (32 - BITS);
  }

  /** The length of the longest anchor in bytes. */
  int longest() {
    return longest;
  }

  /**
   * Finds the anchors whose last byte lies in a range.
   *
   * @param valid from where the bytes may be looked at, at most {@code from}
   * @param hits takes the place of the last byte of each, unsorted
   */
  void find(byte[] bytes, int valid, int from, int to, Hits hits) {
    int[] found = new int[4 * PART + 4];
    int at = Math.max(from, valid + BLOCK - 1);
    for (; at + 4 * PART <= to; at += 4 * PART) {
      check(bytes, valid, found, quarters(bytes, at, found), hits);
    }
    for (; at < to; at += PART) {
      check(bytes, valid, found, rest(bytes, at, Math.min(to, at + PART), found, 0), hits);
    }
  }

  /** Collects the places where an anchor may end, of four parts; returns how many there are. */
  private int quarters(byte[] bytes, int from, int[] found) {
    byte[] table = shifts;
    int a = from;
    int b = from + PART;
    int c = from + 2 * PART;
    int d = from + 3 * PART;
    int n = 0;
    while (a < from + PART && b < from + 2 * PART && c < from + 3 * PART && d < from + 4 * PART) {
      int moveA = table[hash((int) INT.get(bytes, a - 3))];
      int moveB = table[hash((int) INT.get(bytes, b - 3))];
      int moveC = table[hash((int) INT.get(bytes, c - 3))];
      int moveD = table[hash((int) INT.get(bytes, d - 3))];
      if ((moveA | moveB | moveC | moveD) < 0) {
        found[n] = a;
        n += moveA >>> 31;
        found[n] = b;
        n += moveB >>> 31;
        found[n] = c;
        n += moveC >>> 31;
        found[n] = d;
        n += moveD >>> 31;
      }
      a += moveA & MOVE;
      b += moveB & MOVE;
      c += moveC & MOVE;
      d += moveD & MOVE;
    }
    n = rest(bytes, a, from + PART, found, n);
    n = rest(bytes, b, from + 2 * PART, found, n);
    n = rest(bytes, c, from + 3 * PART, found, n);
    return rest(bytes, d, from + 4 * PART, found, n);
  }

  /** Collects likewise, of one part. */
  private int rest(byte[] bytes, int from, int to, int[] found, int before) {
    int n = before;
    int at = from;
    while (at < to) {
      int move = shifts[hash((int) INT.get(bytes, at - 3))];
      found[n] = at;
      n += move >>> 31;
      at += move & MOVE;
    }
    return n;
  }

  /** Adds the anchors that do end where one may. */
  private void check(byte[] bytes, int valid, int[] found, int count, Hits hits) {
    for (int i = 0; i < count; i++) {
      int end = found[i] + 1;
      int index = first[hash((int) INT.get(bytes, end - BLOCK))];
      while (index != 0) {
        byte[] anchor = anchors[index - 1];
        int start = end - anchor.length;
        if (start >= valid && Arrays.equals(bytes, start, end, anchor, 0, anchor.length)) {
          hits.add(end - 1);
        }
        index = next[index - 1];
      }
    }
  }
}

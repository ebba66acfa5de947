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

  private final byte[][] anchors;
  private final int longest;

  /** By hash of four bytes: how far the window may move; 0 where an anchor may end here. */
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
    Arrays.fill(shifts, (byte) Math.min(100, shortest - BLOCK + 1));
    for (int i = 0; i < this.anchors.length; i++) {
      add(i, shortest);
    }
  }

  private void add(int index, int window) {
    byte[] a = anchors[index];
    for (int end = a.length - window + BLOCK; end <= a.length; end++) {
      int hash = hash((int) INT.get(a, end - BLOCK));
      shifts[hash] = (byte) Math.min(shifts[hash], a.length - end);
    }
    int hash = hash((int) INT.get(a, a.length - BLOCK));
    next[index] = first[hash];
    first[hash] = (short) (index + 1);
  }

  private static int hash(int block) {
    return (block * 0x9E3779B1) >>> (32 - BITS);
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
    int at = Math.max(from, valid + BLOCK - 1);
    while (at + 4 * PART <= to) {
      quarters(bytes, valid, at, hits);
      at += 4 * PART;
    }
    rest(bytes, valid, at, to, hits);
  }

  private void quarters(byte[] bytes, int valid, int from, Hits hits) {
    byte[] table = shifts;
    int a = from;
    int b = from + PART;
    int c = b + PART;
    int d = c + PART;
    int endA = b;
    int endB = c;
    int endC = d;
    int endD = d + PART;
    while (a < endA && b < endB && c < endC && d < endD) {
      int moveA = table[hash((int) INT.get(bytes, a - 3))];
      int moveB = table[hash((int) INT.get(bytes, b - 3))];
      int moveC = table[hash((int) INT.get(bytes, c - 3))];
      int moveD = table[hash((int) INT.get(bytes, d - 3))];
      if (moveA == 0) {
        moveA = check(bytes, valid, a, hits);
      }
      if (moveB == 0) {
        moveB = check(bytes, valid, b, hits);
      }
      if (moveC == 0) {
        moveC = check(bytes, valid, c, hits);
      }
      if (moveD == 0) {
        moveD = check(bytes, valid, d, hits);
      }
      a += moveA;
      b += moveB;
      c += moveC;
      d += moveD;
    }
    rest(bytes, valid, a, endA, hits);
    rest(bytes, valid, b, endB, hits);
    rest(bytes, valid, c, endC, hits);
    rest(bytes, valid, d, endD, hits);
  }

  private void rest(byte[] bytes, int valid, int from, int to, Hits hits) {
    int at = from;
    while (at < to) {
      int move = shifts[hash((int) INT.get(bytes, at - 3))];
      at += move == 0 ? check(bytes, valid, at, hits) : move;
    }
  }

  /** Adds the anchors that end with a byte; returns how far to move on. */
  private int check(byte[] bytes, int valid, int last, Hits hits) {
    int index = first[hash((int) INT.get(bytes, last - 3))];
    while (index != 0) {
      byte[] anchor = anchors[index - 1];
      int start = last + 1 - anchor.length;
      if (start >= valid && Arrays.equals(bytes, start, last + 1, anchor, 0, anchor.length)) {
        hits.add(last);
      }
      index = next[index - 1];
    }
    return 1;
  }
}

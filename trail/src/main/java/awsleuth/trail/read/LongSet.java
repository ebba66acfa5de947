package awsleuth.trail.read;

import awsleuth.trail.Fnv;
import java.util.Arrays;

/**
 * A set of hashes, eight to sixteen bytes each: of the files of an archive there may be millions.
 */
final class LongSet {

  private static final int FIRST = 1 << 10;

  private long[] table = new long[FIRST];
  private int size;

  /** Of the values that {@link #values} gave. */
  static LongSet of(long[] values) {
    LongSet set = new LongSet();
    for (long value : values) {
      set.add(value);
    }
    return set;
  }

  /** A hash of a text, never 0 (FNV-1a with a last mixing step, 64 bits). */
  static long hash(String text) {
    long hash = Fnv.hash(text);
    hash ^= hash >>> 32;
    hash *= 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }

  boolean has(long value) {
    return table[place(value)] == value;
  }

  void add(long value) {
    int at = place(value);
    if (table[at] != value) {
      table[at] = value;
      if (++size > table.length / 2) {
        grow();
      }
    }
  }

  /** All values, in order. */
  long[] values() {
    return Arrays.stream(table).filter(v -> v != 0).sorted().toArray();
  }

  private int place(long value) {
    int mask = table.length - 1;
    int at = (int) value & mask;
    while (table[at] != 0 && table[at] != value) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long value : old) {
      if (value != 0) {
        table[place(value)] = value;
      }
    }
  }
}

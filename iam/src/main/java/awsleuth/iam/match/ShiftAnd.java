package awsleuth.iam.match;

import java.util.HashMap;
import java.util.Map;

/**
 * Baeza-Yates and Gonnet's search for a run with wildcards: one bit for each of its prefixes that
 * ends at the current character. A step takes a word for 64 characters of the run.
 *
 * <p>A character that is often in the run has a mask of its places, one that is seldom in it a
 * chain of them: together they take no more room than a few times the run.
 */
final class ShiftAnd {

  private final int length;
  private final int words;
  private final long[] anywhere;
  private final Map<Character, long[]> masks = new HashMap<>();
  private final Map<Character, Integer> last = new HashMap<>();
  private final int[] before;

  ShiftAnd(String run) {
    this.length = run.length();
    this.words = (length + 63) >>> 6;
    this.anywhere = new long[words];
    this.before = new int[length];
    Map<Character, Integer> counts = new HashMap<>();
    for (int i = 0; i < length; i++) {
      counts.merge(run.charAt(i), 1, Integer::sum);
    }
    for (int i = 0; i < length; i++) {
      char c = run.charAt(i);
      if (c == Run.ANY) {
        set(anywhere, i);
      } else if (counts.getOrDefault(c, 0) > words) {
        set(masks.computeIfAbsent(c, _ -> new long[words]), i);
      } else {
        before[i] = last.getOrDefault(c, -1);
        last.put(c, i);
      }
    }
  }

  /** The first position from which the run lies before {@code end}; -1 where there is none. */
  int find(String text, int start, int end) {
    long[] state = new long[words];
    long[] shifted = new long[words];
    for (int i = start; i < end; i++) {
      shift(state, shifted);
      step(shifted, text.charAt(i), state);
      if (has(state, length - 1)) {
        return i - length + 1;
      }
    }
    return -1;
  }

  private static void shift(long[] state, long[] shifted) {
    long carry = 1;
    for (int w = 0; w < state.length; w++) {
      shifted[w] = state[w] << 1 | carry;
      carry = state[w] >>> 63;
    }
  }

  private void step(long[] shifted, char c, long[] state) {
    long[] mask = masks.getOrDefault(c, anywhere);
    for (int w = 0; w < words; w++) {
      state[w] = shifted[w] & (mask[w] | anywhere[w]);
    }
    for (int place = last.getOrDefault(c, -1); place >= 0; place = before[place]) {
      if (has(shifted, place)) {
        set(state, place);
      }
    }
  }

  private static void set(long[] bits, int place) {
    bits[place >>> 6] |= 1L << (place & 63);
  }

  private static boolean has(long[] bits, int place) {
    return (bits[place >>> 6] >>> (place & 63) & 1) != 0;
  }
}

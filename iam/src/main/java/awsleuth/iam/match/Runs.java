package awsleuth.iam.match;

/** Finds runs of characters, some of which may be {@link Glob#ANY}, in linear time. */
final class Runs {

  /** Up to this length a run is compared at every position: at most so many steps a character. */
  private static final int SHORT = 32;

  private Runs() {}

  /** Whether a run stands at a position; the text must be long enough. */
  static boolean at(String run, String text, int position) {
    if (run.indexOf(Glob.ANY) < 0) {
      return text.startsWith(run, position);
    }
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (c != Glob.ANY && c != text.charAt(position + i)) {
        return false;
      }
    }
    return true;
  }

  /** The first position from which a run lies before {@code end}; -1 where there is none. */
  static int find(String run, String text, int start, int end) {
    boolean literal = run.indexOf(Glob.ANY) < 0;
    if (run.length() > SHORT) {
      return literal ? knuthMorrisPratt(run, text, start, end) : shiftAnd(run, text, start, end);
    }
    if (literal) {
      return text.indexOf(run, start, end);
    }
    for (int i = start; i + run.length() <= end; i++) {
      if (at(run, text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static int knuthMorrisPratt(String run, String text, int start, int end) {
    int[] fallback = fallback(run);
    int matched = 0;
    for (int i = start; i < end; i++) {
      while (matched > 0 && run.charAt(matched) != text.charAt(i)) {
        matched = fallback[matched - 1];
      }
      if (run.charAt(matched) == text.charAt(i)) {
        matched++;
      }
      if (matched == run.length()) {
        return i - matched + 1;
      }
    }
    return -1;
  }

  private static int[] fallback(String run) {
    int[] fallback = new int[run.length()];
    int border = 0;
    for (int i = 1; i < run.length(); i++) {
      while (border > 0 && run.charAt(border) != run.charAt(i)) {
        border = fallback[border - 1];
      }
      if (run.charAt(border) == run.charAt(i)) {
        border++;
      }
      fallback[i] = border;
    }
    return fallback;
  }

  /** Baeza-Yates and Gonnet's search: one bit for each prefix of the run that ends here. */
  private static int shiftAnd(String run, String text, int start, int end) {
    int words = (run.length() + 63) >>> 6;
    long[] state = new long[words];
    java.util.Map<Character, long[]> masks = new java.util.HashMap<>();
    for (int i = start; i < end; i++) {
      long[] mask = masks.computeIfAbsent(text.charAt(i), c -> mask(run, c, words));
      long carry = 1;
      for (int w = 0; w < words; w++) {
        long next = state[w] >>> 63;
        state[w] = (state[w] << 1 | carry) & mask[w];
        carry = next;
      }
      int last = run.length() - 1;
      if ((state[last >>> 6] >>> (last & 63) & 1) != 0) {
        return i - last;
      }
    }
    return -1;
  }

  private static long[] mask(String run, char c, int words) {
    long[] mask = new long[words];
    for (int i = 0; i < run.length(); i++) {
      if (run.charAt(i) == c || run.charAt(i) == Glob.ANY) {
        mask[i >>> 6] |= 1L << (i & 63);
      }
    }
    return mask;
  }
}
